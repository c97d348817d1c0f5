"""The command line: parse one file, run a batch over folders, print the record's schema."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from incidentparse.errors import ArticleError, IncidentParseError
from incidentparse.options import CacheOption, GeocoderOption, ModelOption, Service, UrlOption, UserAgentOption, about

if TYPE_CHECKING:
    from incidentparse.article.given import Given
    from incidentparse.corpus.batch import Batch, Summary
    from incidentparse.places import GeocoderChoice

# Exit codes: an article failed; nothing could be done; ended by Ctrl-C (128 + SIGINT, as shells count).
FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130

_PROGRESS_AFTER = 2.0  # Seconds: a bar that flashes by tells nothing.
_MAX_WORKERS = 4  # Each needs about 1 GB for the language model and its work.
_WARNINGS = 10  # Shown in the summary, those of most articles first; the reports hold them all.
_NAMES_A_WARNING = 5

app = typer.Typer(
    callback=about,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

gazetteer_app = typer.Typer(help="The places that names are looked up in.", no_args_is_help=True)
app.add_typer(gazetteer_app, name="gazetteer")


@app.command()
def parse(
    file: Annotated[str, typer.Argument(help="Article as .txt, .html, .json or .jsonl; - reads standard input.")],
    title: Annotated[str | None, typer.Option(help="Headline, where the text does not begin with it.")] = None,
    published: Annotated[str | None, typer.Option(help="Date or time of publication, such as 2020-07-14.")] = None,
    model: ModelOption = None,
    geocoder: GeocoderOption = None,
    user_agent: UserAgentOption = None,
    geocoder_url: UrlOption = None,
    geocoder_cache: CacheOption = None,
    as_json: Annotated[
        bool | None,
        typer.Option(
            "--json/--text", help="Record as JSON, or as text. Text at a terminal, JSON in a pipe, if left out."
        ),
    ] = None,
) -> None:
    """Parse one article, or each article of one file, and print its record."""
    if published is not None:
        _check_date(published)
    choice = _geocoder_choice(geocoder, user_agent, geocoder_url, geocoder_cache)
    from incidentparse.language.model import DEFAULT_MODEL
    from incidentparse.parser import IncidentParser

    failed = False
    try:
        parser = IncidentParser(model=model or DEFAULT_MODEL, geocoder=choice.geocoder() if choice else None)
        with_json = not sys.stdout.isatty() if as_json is None else as_json
        articles = (_override(given, title, published) for given in _articles_of(file))
        for outcome in parser.parse_many(articles):
            if isinstance(outcome, IncidentParseError):
                failed = True
                _complain(str(outcome))
            elif with_json:
                typer.echo(outcome.model_dump_json(indent=2 if sys.stdout.isatty() else None))
            else:
                from incidentparse.terminal import ReportView

                Console(highlight=False, markup=False, emoji=False).print(ReportView(outcome))
    except IncidentParseError as error:
        _give_up(error)
    if failed:
        raise typer.Exit(FAILED)


@app.command()
def batch(
    paths: Annotated[list[Path], typer.Argument(help="Files, and folders with all folders below them.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="File for the reports, one JSON record a line; - for standard output."),
    ],
    workers: Annotated[
        int | None,
        typer.Option(min=1, help=f"Processes to parse in; as many as processors, at most {_MAX_WORKERS}, if left out."),
    ] = None,
    model: ModelOption = None,
    geocoder: GeocoderOption = None,
    user_agent: UserAgentOption = None,
    geocoder_url: UrlOption = None,
    geocoder_cache: CacheOption = None,
) -> None:
    """Parse all articles in files and folders (.txt, .html, .json, .jsonl) into one file of reports."""
    choice = _geocoder_choice(geocoder, user_agent, geocoder_url, geocoder_cache)
    from incidentparse.corpus.batch import Batch, partial_path

    started = time.monotonic()
    to_file = str(output) != "-"
    run = Batch(paths, output if to_file else sys.stdout.buffer)
    try:
        with _progress(run) as on_progress:
            processes = workers or min(os.cpu_count() or 1, _MAX_WORKERS)
            run.run(workers=processes, model=model, geocoder=choice, on_progress=on_progress)
    except KeyboardInterrupt:
        kept = f"; the reports so far are in {partial_path(output)}" if to_file else ""
        _complain(f"interrupted after {run.summary.articles} articles{kept}")
        raise typer.Exit(INTERRUPTED) from None
    except IncidentParseError as error:
        _give_up(error)
    for line in _told(run.summary, str(output) if to_file else "standard output", time.monotonic() - started):
        _say(line)
    if run.summary.failed:
        raise typer.Exit(FAILED)


@app.command()
def schema() -> None:
    """Print the JSON schema of a report, as it is written."""
    from incidentparse.record import Report

    typer.echo(json.dumps(Report.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False))


@gazetteer_app.command("info")
def gazetteer_info() -> None:
    """Print which gazetteers are in use, from when, and how many places they hold."""
    from incidentparse.places import Gazetteer
    from incidentparse.places.layers import describe, user_layers

    try:
        layers = describe(Gazetteer(layers=user_layers()))
    except IncidentParseError as error:
        _give_up(error)
    for layer in layers:
        typer.echo(f"{layer.name}, {layer.date}: {layer.path}")
        for feature, count in layer.counts.items():
            typer.echo(f"  {count:>9,} {feature.name.lower()}")


@gazetteer_app.command("add")
def gazetteer_add(
    file: Annotated[
        Path,
        typer.Argument(
            help="GeoNames country dump, such as SY.txt, or a CSV file with the columns name, latitude, longitude, "
            "country and, if wanted, admin1, kind, names (separated by |), population."
        ),
    ],
) -> None:
    """Add places of your own, which are found before the packaged ones from then on."""
    from incidentparse.places.layers import add_places, user_layer

    try:
        added = add_places(file)
    except IncidentParseError as error:
        _give_up(error)
    typer.echo(f"{_number(added, 'place')} from {file} added to {user_layer()}")


def main() -> None:
    """Runs the command line."""
    app(prog_name="incidentparse")


def _articles_of(file: str) -> Iterator[Given]:
    from incidentparse.article.given import GivenArticle
    from incidentparse.corpus.readers import given_from_json, read_articles

    if file != "-":
        if Path(file).is_dir():
            _usage(f"{file} is a folder; parse it with: incidentparse batch {file} --output reports.jsonl")
        yield from read_articles([file])
        return
    text = sys.stdin.buffer.read()
    name = "standard input"
    if text.lstrip().startswith(b"{"):
        yield given_from_json(text, id=None, path=None, place=name)
    else:
        yield GivenArticle(text, place=name)


def _override(given: Given, title: str | None, published: str | None) -> Given:
    if isinstance(given, IncidentParseError):
        return given
    return replace(given, title=title or given.title, published=published or given.published)


def _check_date(published: str) -> None:
    try:
        dt.datetime.fromisoformat(published)
    except ValueError:
        _usage(f"--published {published!r} is no date such as 2020-07-14 or 2020-07-14T08:50")


def _geocoder_choice(
    service: Service | None, user_agent: str | None, url: str | None, cache: Path | None
) -> GeocoderChoice | None:
    """The geocoder that the options name, or None where they name none."""
    if service is None:
        if user_agent or url or cache:
            _usage("--user-agent, --geocoder-url and --geocoder-cache need a --geocoder, such as nominatim")
        return None
    if not user_agent:
        _usage(f"--geocoder {service} needs --user-agent, your name or address, as its policy of use asks")
    from incidentparse.places import GeocoderChoice

    return GeocoderChoice(service.value, user_agent, url, cache)


@contextmanager
def _progress(run: Batch) -> Iterator[Callable[[], None]]:
    """A call that shows how far the run is: a bar where standard error is a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda: None
        return
    started = time.monotonic()
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[told]}, left:"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=True) as bar:
        task = bar.add_task("", total=run.size, told="")

        def advance() -> None:
            if bar.disable and time.monotonic() - started > _PROGRESS_AFTER:
                bar.disable = False
                bar.start()
            failed = f", {len(run.summary.failed)} failed" if run.summary.failed else ""
            bar.update(task, completed=run.done, told=f"{run.summary.articles} articles{failed}")

        yield advance


def _told(summary: Summary, output: str, seconds: float) -> Iterator[str]:
    """The lines that sum up a run."""
    yield (
        f"{output}: {_number(summary.reports, 'report')} from {_number(summary.articles, 'article')}, "
        f"{summary.with_incidents} with incidents ({summary.incidents} in all), {seconds:.0f} s"
    )
    warnings = sorted(summary.warnings.items(), key=lambda warning: -len(warning[1]))
    for warning, names in warnings[:_WARNINGS]:
        more = f" and {len(names) - _NAMES_A_WARNING} more" if len(names) > _NAMES_A_WARNING else ""
        yield f"warning: {warning} [{_number(len(names), 'article')}: {'; '.join(names[:_NAMES_A_WARNING])}{more}]"
    if warnings[_WARNINGS:]:
        yield f"{_number(len(warnings) - _WARNINGS, 'other warning')} in the reports"
    if summary.left_out:
        kinds = ", ".join(f"{count} {suffix or 'without suffix'}" for suffix, count in sorted(summary.left_out.items()))
        yield f"left out: files that are not .txt, .html, .json or .jsonl ({kinds})"
    if not summary.articles:
        yield "no articles there: give files, or folders that hold .txt, .html, .json or .jsonl files"
    if summary.failed:
        yield f"failed: {_number(len(summary.failed), 'article')}"
    for name, reason in summary.failed:
        yield f"  {name}: {reason}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _say(line: str) -> None:
    from incidentparse.terminal import printable

    # Leading blanks show what belongs together; printable() would drop them.
    indent = line[: len(line) - len(line.lstrip())]
    typer.echo(indent + printable(line), err=True)


def _complain(line: str) -> None:
    _say(f"error: {line}")


def _usage(line: str) -> NoReturn:
    _complain(line)
    raise typer.Exit(UNUSABLE)


def _give_up(error: IncidentParseError) -> NoReturn:
    _complain(str(error))
    raise typer.Exit(FAILED if isinstance(error, ArticleError) else UNUSABLE) from error
