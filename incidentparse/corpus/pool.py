"""Parsing in several processes: in order, with bounded memory, and a process that dies costs one article only."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from incidentparse.article.given import Given, GivenArticle, in_batches
from incidentparse.errors import ExtractionError, IncidentParseError
from incidentparse.places.online import GeocoderChoice

# Chunks in work or waiting for an earlier one, for each process: enough that one long article stalls no process.
_CHUNKS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of one article in a run.

    Attributes:
        name: what messages call it: its file and line, or its id.
        report: the report as JSON, None where it failed.
        incidents: number of incidents in it.
        warnings: of the report.
        error: why it failed, None where it did not.
    """

    name: str
    report: str | None = None
    incidents: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


@dataclass(slots=True)
class _Chunk:
    """What has become of each of the articles that were read together; None while they are being parsed."""

    results: list[Parsed | None]


@dataclass(frozen=True, slots=True)
class _Task:
    """Articles of a chunk from ``start`` on, sent to one process."""

    chunk: _Chunk
    start: int
    articles: list[Given]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a process needs to build its parser: the model, the geocoder, and with how many processes it shares it."""

    model: str | None
    geocoder: GeocoderChoice | None
    processes: int


class _Worker:
    """A process with a parser, and the task that it has."""

    def __init__(self, settings: Settings) -> None:
        # spawn, for the reading side has threads (the progress bar) that a fork could freeze in the middle of a lock.
        context = multiprocessing.get_context("spawn")
        self.connection, far_end = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(far_end, settings), daemon=True)
        with _interrupts_ignored():
            self.process.start()
        far_end.close()
        self.ready = False
        self.task: _Task | None = None

    def send(self, task: _Task) -> None:
        self.task = task
        try:
            self.connection.send(task.articles)
        except OSError:
            # It died between two tasks: the closed connection is met, and the task given again, on the next look.
            return

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


def parse_in_processes(
    articles: Iterable[Given], *, workers: int, model: str | None = None, geocoder: GeocoderChoice | None = None
) -> Iterator[Parsed]:
    """What becomes of each article, in order; ``model`` as for IncidentParser, None for its default.

    Raises:
        ModelError: the language model cannot be loaded.
        GazetteerError: the geocoder cannot be set up.
        ExtractionError: the processes die before they have parsed anything.
    """
    pool = _Pool(workers, Settings(model, geocoder, workers))
    try:
        yield from pool.run(in_batches(articles))
    finally:
        pool.stop()


class _Pool:
    def __init__(self, size: int, settings: Settings) -> None:
        self._size, self._settings = size, settings
        self._workers: list[_Worker] = []
        self._tasks: deque[_Task] = deque()

    def run(self, batches: Iterator[list[Given]]) -> Iterator[Parsed]:
        chunks: deque[_Chunk] = deque()
        while True:
            for batch in islice(batches, self._size * _CHUNKS_AHEAD - len(chunks)):
                chunks.append(_Chunk([None] * len(batch)))
                self._tasks.append(_Task(chunks[-1], 0, batch))
            if not chunks:
                return
            self._share_out()
            self._collect()
            while chunks and None not in chunks[0].results:
                yield from (result for result in chunks.popleft().results if result)

    def stop(self) -> None:
        for worker in self._workers:
            worker.stop()

    def _share_out(self) -> None:
        busy = sum(worker.task is not None for worker in self._workers)
        while len(self._workers) < min(self._size, busy + len(self._tasks)):
            self._workers.append(_Worker(self._settings))
        for worker in self._workers:
            if self._tasks and worker.ready and worker.task is None:
                worker.send(self._tasks.popleft())

    def _collect(self) -> None:
        """Waits until a process says something or dies, and takes note of it."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection)):
            worker = by_connection[connection]  # type: ignore[index]  # wait() gives back what it was given
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(said, IncidentParseError):
                raise said
            if worker.task is not None:
                worker.task.chunk.results[worker.task.start : worker.task.start + len(said)] = said
                worker.task = None
            worker.ready = True

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.join()
        task, how = worker.task, _death(worker.process.exitcode)
        worker.stop()
        if not worker.ready:
            raise ExtractionError(f"a process {how} while it loaded the language model; try fewer workers")
        if task is None:
            return
        if len(task.articles) == 1:
            name = name_of(task.articles[0])
            reason = f"the process {how} on it; leave the article out, and report it if it is of ordinary size"
            task.chunk.results[task.start] = Parsed(name, error=reason)
        else:
            # Nobody knows which of them it was.
            singles = [_Task(task.chunk, task.start + i, [given]) for i, given in enumerate(task.articles)]
            self._tasks.extendleft(reversed(singles))


def name_of(given: Given) -> str:
    """What messages call an article."""
    name = given.name if isinstance(given, GivenArticle) else given.article_id
    return name or "an article without a name"


def _death(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        why = "; out of memory?" if -exit_code == signal.SIGKILL else ""
        return f"was killed by signal {-exit_code}{why}"
    return f"ended with code {exit_code}"


def _work(connection: Connection, settings: Settings) -> None:
    """The life of a process: load the model, then parse what comes until the other side closes."""
    from incidentparse.language.model import DEFAULT_MODEL
    from incidentparse.parser import IncidentParser

    try:
        geocoder = settings.geocoder.geocoder(settings.processes) if settings.geocoder else None
        parser = IncidentParser(model=settings.model or DEFAULT_MODEL, geocoder=geocoder)
    except IncidentParseError as error:
        connection.send(error)
        return
    connection.send([])
    while True:
        try:
            articles: list[Given] = connection.recv()
        except (EOFError, OSError):
            return
        results = []
        for given, outcome in zip(articles, parser.parse_many(articles), strict=True):
            if isinstance(outcome, IncidentParseError):
                results.append(Parsed(name_of(given), error=outcome.reason))
            else:
                report = outcome.model_dump_json()
                results.append(Parsed(name_of(given), report, len(outcome.incidents), outcome.warnings))
        connection.send(results)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    # A process inherits this at its start, so that Ctrl-C reaches the reading side alone, which then ends all.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
