"""A report as text for a terminal: the main incident, value by value beside the words that it was read in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from incidentparse.record import Actor, ActorRole, Count, Incident, Report, Span, When, Where

# A screen holds the main incident: the JSON record has what is cut here.
_SUMMARY = 400  # Characters of its sentence.
_EVIDENCE = 120  # Characters of evidence shown for one value.
_ITEMS = 6  # Actors, targets, weapons or sources shown.

Item = TypeVar("Item")


def printable(text: str) -> str:
    """The text in one line, without characters that move a cursor, set colours or turn the direction of writing."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else "�" for c in line)


class ReportView:
    """A report that a rich console can print."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts of the report, as rich asks for them."""
        report = self._report
        yield from _heading(report)
        if report.main is None:
            yield Text("\nNo security incident found.", style="bold")
        else:
            yield from _main(report.main)
        if report.incidents[1:]:
            yield Text("\nOther incidents", style="bold")
        for incident in report.incidents[1:]:
            yield from _other(incident)
        if report.warnings:
            yield Text()
        for warning in report.warnings:
            yield Text.assemble(("warning  ", "yellow"), printable(warning))


def _number_of(count: Count) -> str:
    """A count in words: ``3``, ``5 to 8``, ``at least 6``, ``none``."""
    if count.max is None:
        return f"at least {count.min}"
    if count.max == count.min:
        return str(count.min) if count.min else "none"
    return f"{count.min} to {count.max}"


def _heading(report: Report) -> Iterator[RenderableType]:
    article = report.article
    yield Rule(style="dim")
    yield Text(_cut(article.title or article.text.partition("\n")[0], _EVIDENCE), style="bold")
    published = f"published {article.published:%Y-%m-%d}" if article.published else "no date of publication"
    parts = (published, article.publisher, article.url, article.id)
    yield Text(" · ".join(printable(part) for part in parts if part), style="dim")


def _main(incident: Incident) -> Iterator[RenderableType]:
    kind = Text(f" {_kind(incident).upper()} ", style="bold reverse")
    yield Text.assemble("\n", kind, f"  {incident.stage}", (f", confidence {incident.confidence:.2f}", "dim"))
    yield Padding(Text(_cut(incident.summary, _SUMMARY), style="italic"), (0, 2))
    yield Text()
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=3, style="dim")
    for label, value, evidence in _rows(incident):
        table.add_row(f"  {label}", Text(printable(value)), Text(_quotes(evidence)))
    yield table


def _other(incident: Incident) -> Iterator[RenderableType]:
    toll = [
        f"{_number_of(count)} {status}"
        for status in ("killed", "injured", "missing", "abducted")
        if (count := getattr(incident.casualties, status)) is not None
    ]
    facts = [_kind(incident), _day(incident.when), _place(incident.where), *toll]
    if incident.stage != "accomplished":
        facts.append(incident.stage)
    yield Text(f"  {printable(', '.join(fact for fact in facts if fact))}")
    yield Padding(Text(_cut(incident.summary, _EVIDENCE), style="italic dim"), (0, 2, 0, 4))


def _rows(incident: Incident) -> Iterator[tuple[str, str, Iterable[Span]]]:
    when, where = incident.when, incident.where
    yield "when", _time(when), when.evidence if when else ()
    yield "where", _spot(where), where.evidence if where else ()
    for label, place in _labelled("also in", incident.other_places):
        yield label, _spot(place), place.evidence
    for status in ("killed", "injured", "missing", "abducted"):
        count: Count | None = getattr(incident.casualties, status)
        if count is not None:
            yield status, _number_of(count), count.evidence
        elif status in ("killed", "injured"):
            yield status, "not reported", ()
    perpetrators = [actor for actor in incident.actors if actor.role is ActorRole.PERPETRATOR]
    if not perpetrators:
        yield "by", "not named", ()
    for label, actor in _labelled("by", perpetrators):
        yield label, _perpetrator(actor), actor.evidence
    for label, target in _labelled("hit", incident.targets):
        number = f"{_number_of(target.count)}, " if target.count else ""
        effect = "" if target.effect == "unknown" else f", {target.effect}"
        yield label, f"{target.name or target.description} ({number}{_words(target.category)}{effect})", target.evidence
    for label, weapon in _labelled("weapon", incident.weapons):
        yield label, _words(weapon.kind), weapon.evidence
    for label, source in _labelled("source", incident.sources):
        yield label, f"{source.name} ({_words(source.kind)}, {_words(source.stance)})", source.evidence


def _labelled(label: str, items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    for number, item in enumerate(items[:_ITEMS]):
        more = f" (of {len(items)})" if number == 0 and len(items) > _ITEMS else ""
        yield f"{label}{more}" if number == 0 else "", item


def _kind(incident: Incident) -> str:
    return ("suicide " if incident.suicide else "") + _words(incident.type)


def _words(code: str) -> str:
    return "IED" if code == "ied" else code.replace("_", " ")


def _day(when: When | None) -> str:
    if when is None or when.end is None:
        return ""
    if when.start is None:
        return f"by {when.end}"
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"


def _time(when: When | None) -> str:
    if when is None:
        return "not stated"
    clock = when.time or (_words(when.part_of_day) if when.part_of_day else "")
    zone = f"({when.timezone})" if when.time and when.timezone else ""
    return " ".join(part for part in (_day(when) or "date not known", clock, zone) if part)


def _place(where: Where | None) -> str:
    if where is None:
        return ""
    names = (where.name, where.city, where.admin2, where.admin1, where.country)
    return ", ".join(dict.fromkeys(name for name in names if name))


def _spot(where: Where | None) -> str:
    if where is None:
        return "not stated"
    near = "near " if where.precision == "near" else ""
    point = ""
    if where.latitude is not None and where.longitude is not None:
        point = f" ({where.latitude:.3f}, {where.longitude:.3f}"
        point += f" ± {where.radius_km:.0f} km)" if where.radius_km else ")"
    return f"{near}{_place(where)}{point}"


def _perpetrator(actor: Actor) -> str:
    by = f" by {actor.attributed_by}" if actor.attributed_by else ""
    how = "unattributed" if actor.attribution == "unknown" else actor.attribution
    return f"{actor.name} ({_words(actor.kind)}): {how}{by}"


def _quotes(evidence: Iterable[Span]) -> str:
    return _cut(" … ".join(dict.fromkeys(f"“{printable(span.text)}”" for span in evidence)), _EVIDENCE)


def _cut(text: str, length: int) -> str:
    line = printable(text)
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
