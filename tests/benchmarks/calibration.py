"""Whether `confidence` means what it says: a reliability table and the expected calibration error.

    python -m tests.benchmarks.calibration CODED REPORTS [CODED REPORTS ...]

CODED holds coded articles as JSON lines ("id" and "gold" with "relevant" and "types"), REPORTS the parser's reports on
them (`incidentparse batch CODED --output REPORTS`). Each article's main incident is judged: it is right where the gold
says that the article reports an incident and its type is among those accepted. Articles without coded types are left
out, and so are articles in which no incident was found, which state no confidence.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

BINS = 10

Judged = tuple[float, bool]


def read_judged(coded: Path, reports: Path) -> Iterator[Judged]:
    """Confidence, and whether it is right, of each main incident of a coded set."""
    gold = {row["id"]: row["gold"] for row in map(json.loads, coded.read_text(encoding="utf-8").splitlines())}
    for line in reports.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        coding = gold.get(report["article"]["id"])
        if coding is None or not report["incidents"]:
            continue
        relevant, types = coding.get("relevant", True), coding.get("types") or ()
        if types or not relevant:
            main = report["incidents"][0]
            yield main["confidence"], relevant and main["type"] in types


def bins(judged: Sequence[Judged]) -> list[list[Judged]]:
    """The records by tenths of confidence."""
    found: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        found[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return found


def expected_error(judged: Sequence[Judged]) -> float:
    """The mean distance of confidence from the share of right records, over the bins, each by its records."""
    gaps = (abs(sum(c for c, _ in tenth) - sum(right for _, right in tenth)) for tenth in bins(judged) if tenth)
    return sum(gaps) / max(1, len(judged))


def table(judged: Sequence[Judged]) -> str:
    """A line for each bin: its records, their mean confidence, the share that is right."""
    lines = ["confidence  records  mean   right"]
    for number, tenth in enumerate(bins(judged)):
        if tenth:
            mean, right = sum(c for c, _ in tenth) / len(tenth), sum(r for _, r in tenth) / len(tenth)
            span = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
            lines.append(f"{span}  {len(tenth):7}  {mean:.3f}  {right:.3f}")
    lines.append(f"expected calibration error {expected_error(judged):.3f} of {len(judged)} records")
    return "\n".join(lines)


def main() -> None:
    """Print the table of all sets given."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", type=Path, nargs="+", metavar="CODED REPORTS")
    given: list[Path] = arguments.parse_args().files
    if len(given) % 2:
        arguments.error("each file of coded articles needs a file of reports")
    print(table([pair for coded, reports in zip(given[::2], given[1::2], strict=True)
                 for pair in read_judged(coded, reports)]))  # fmt: skip


if __name__ == "__main__":
    main()
