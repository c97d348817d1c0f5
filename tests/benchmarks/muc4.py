"""The parser on MUC-4: reads its text files, parses them, and writes a file of templates for a MUC scorer.

python -m tests.benchmarks.muc4 TEXTS --output RESPONSE
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from incidentparse.article.given import GivenArticle
from incidentparse.errors import IncidentParseError
from incidentparse.parser import IncidentParser
from incidentparse.record import Report
from tests.benchmarks.muc4_choice import Weights, learned
from tests.benchmarks.muc4_form import Fills
from tests.benchmarks.muc4_templates import templates

_HEAD = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)

# The slots of the form in their order, and what templates() calls them; None is never filled.
_SLOTS: tuple[tuple[str, str | None], ...] = (
    ("INCIDENT: DATE", "date"),
    ("INCIDENT: LOCATION", "location"),
    ("INCIDENT: TYPE", "type"),
    ("INCIDENT: STAGE OF EXECUTION", "stage"),
    ("INCIDENT: INSTRUMENT ID", "instrument"),
    ("INCIDENT: INSTRUMENT TYPE", "instrument type"),
    ("PERP: INCIDENT CATEGORY", "category"),
    ("PERP: INDIVIDUAL ID", "individual"),
    ("PERP: ORGANIZATION ID", "organization"),
    ("PERP: ORGANIZATION CONFIDENCE", "confidence"),
    ("PHYS TGT: ID", "object id"),
    ("PHYS TGT: TYPE", "object type"),
    ("PHYS TGT: NUMBER", "object number"),
    ("PHYS TGT: FOREIGN NATION", "object nation"),
    ("PHYS TGT: EFFECT OF INCIDENT", "object effect"),
    ("PHYS TGT: TOTAL NUMBER", None),
    ("HUM TGT: NAME", "person name"),
    ("HUM TGT: DESCRIPTION", "person description"),
    ("HUM TGT: TYPE", "person type"),
    ("HUM TGT: NUMBER", "person number"),
    ("HUM TGT: FOREIGN NATION", "person nation"),
    ("HUM TGT: EFFECT OF INCIDENT", "person effect"),
    ("HUM TGT: TOTAL NUMBER", None),
)
# Half of the task's templates are of incidents that the article only comes to speak of; the adapter chooses among them.
LEAST_CONFIDENCE = 0.05
_WIDTH = 36  # Column at which fills begin.


def read_texts(path: Path) -> Iterator[GivenArticle]:
    """The articles of a MUC-3 or MUC-4 text file, dateline included."""
    content = path.read_text(encoding="latin-1")
    heads = list(_HEAD.finditer(content))
    ends = [head.start() for head in heads[1:]] + [len(content)]
    for head, end in zip(heads, ends, strict=True):
        yield GivenArticle(content[head.end() : end].strip(), id=head[1])


def response(report: Report, weights: Weights | None = None) -> str:
    """The templates of one article in the form of 1992; one empty template where it has none."""
    made = templates(report, weights or learned())
    if not made:
        return _form(report.article.id, "*", {})
    return "\n".join(_form(report.article.id, str(number), fills) for number, fills in enumerate(made, start=1))


def write_response(reports: Iterable[Report], path: Path, weights: Weights | None = None) -> None:
    """Writes the response file of many articles, chosen by the learned weights if not by others."""
    with path.open("w", encoding="ascii", errors="replace") as file:
        for report in reports:
            file.write(response(report, weights) + "\n")


def _form(article_id: str, number: str, fills: Fills) -> str:
    lines = [_line(0, "MESSAGE: ID", article_id), _line(1, "MESSAGE: TEMPLATE", number)]
    for place, (slot, name) in enumerate(_SLOTS, start=2):
        first, *more = (fills.get(name) if name else None) or ["*" if number == "*" else "-"]
        lines.append(_line(place, slot, first))
        lines += [" " * _WIDTH + fill for fill in more]
    return "\n".join(lines) + "\n"


def _line(place: int, slot: str, fill: str) -> str:
    return f"{f'{place}.':<4}{slot:<{_WIDTH - 4}}{fill}"


def main() -> None:
    """Parses a MUC text file and writes its response file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("--output", type=Path, required=True)
    given = arguments.parse_args()
    write_response(parsed(read_texts(given.texts)), given.output)


def parsed(articles: Iterable[GivenArticle]) -> Iterator[Report]:
    """The reports of the articles, those on incidents told beside the matter included."""
    for outcome in IncidentParser(least_confidence=LEAST_CONFIDENCE).parse_many(articles):
        if isinstance(outcome, IncidentParseError):
            raise outcome
        yield outcome


if __name__ == "__main__":
    main()
