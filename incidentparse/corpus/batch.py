"""A batch run: articles in, one file of reports out, and a summary that names what failed and why."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from incidentparse.article.given import Given, GivenArticle
from incidentparse.corpus.pool import Parsed, parse_in_processes
from incidentparse.corpus.readers import list_files, once, printable_path, read_file
from incidentparse.errors import SourceError
from incidentparse.places.online import GeocoderChoice


@dataclass(slots=True)
class Summary:
    """What a run has done so far.

    Attributes:
        articles: number of articles met, failed ones among them.
        reports: number of reports written.
        with_incidents: number of reports with at least one incident.
        incidents: number of incidents in them.
        failed: each article that failed and why.
        warnings: for each warning the articles that it was raised for.
        left_out: number of files of other kinds met in folders, by suffix.
    """

    articles: int = 0
    reports: int = 0
    with_incidents: int = 0
    incidents: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    warnings: dict[str, list[str]] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def add(self, parsed: Parsed) -> None:
        """Counts one article."""
        self.articles += 1
        if parsed.error is not None:
            self.failed.append((parsed.name, parsed.error))
            return
        self.reports += 1
        self.with_incidents += parsed.incidents > 0
        self.incidents += parsed.incidents
        for warning in parsed.warnings:
            self.warnings.setdefault(warning, []).append(parsed.name)


class Batch:
    """One run over the articles below some paths.

    Attributes:
        size: bytes of all files.
        done: bytes of the articles that are parsed.
        summary: what the run has done so far.
    """

    def __init__(self, paths: Iterable[Path | str], output: Path | BinaryIO) -> None:
        self._output = output
        skip = [output, partial_path(output)] if isinstance(output, Path) else []
        self._list = list_files(paths, skip=skip)
        self.size = sum(file.size for file in self._list.files)
        self.done = 0
        self.summary = Summary(left_out=dict(self._list.left_out))

    def run(
        self,
        *,
        workers: int,
        model: str | None,
        on_progress: Callable[[], None],
        geocoder: GeocoderChoice | None = None,
    ) -> None:
        """Parses the articles and writes one report a line, in order.

        A file appears under its own name only when all is written; until then it has ``.partial`` added to it.

        Raises:
            SourceError: the output cannot be written.
            ModelError: the language model cannot be loaded.
            GazetteerError: the geocoder cannot be set up.
        """
        ends: deque[int] = deque()
        with self._open() as stream:
            articles = once(self._read(ends))
            for parsed in parse_in_processes(articles, workers=workers, model=model, geocoder=geocoder):
                self.done = ends.popleft()
                self.summary.add(parsed)
                if parsed.report is not None:
                    stream.write(parsed.report.encode() + b"\n")
                on_progress()
        self.done = self.size

    def _read(self, ends: deque[int]) -> Iterator[Given]:
        """The articles; ``ends`` gets how many bytes, roughly, each and all before it have."""
        ends.extend([0] * len(self._list.errors))
        yield from self._list.errors
        end = 0
        for file in self._list.files:
            start, end = end, end + file.size
            position = start
            for given in read_file(file):
                position += len(given.text) if isinstance(given, GivenArticle) else 0
                ends.append(min(position, end))
                yield given

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        if not isinstance(self._output, Path):
            yield self._output
            return
        partial = partial_path(self._output)
        try:
            with partial.open("wb") as stream:
                yield stream
            os.replace(partial, self._output)
        except OSError as error:
            # Reading has errors of its own kind, so this is the output's.
            reason = (
                f"cannot write the reports ({error.strerror or error}); check the folder, its permissions and the disk"
            )
            raise SourceError(reason, article_id=printable_path(self._output)) from error


def partial_path(output: Path) -> Path:
    """Where the reports are while a run goes on."""
    return output.with_name(output.name + ".partial")
