"""Articles a second of the whole parser and of the bare spaCy pipeline, on the same articles in the same run.

python -m tests.benchmarks.speed PATH... [--limit N] [--repeat N]

Both read the same texts with the same model and batch size: the bare pipeline as spaCy loads it, its texts prepared
beforehand; the parser, whose pipeline gives the same annotation faster, prepares them itself, extracts and builds the
records. Own code is what the parser does beyond its annotation. Seconds are those of the processor, all threads
together, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from incidentparse.article.given import BATCH_SIZE, GivenArticle
from incidentparse.article.prepared import PreparedArticle
from incidentparse.article.reader import prepare
from incidentparse.corpus.readers import read_articles
from incidentparse.errors import ArticleError, IncidentParseError
from incidentparse.language.matrix_products import on_one_thread
from incidentparse.language.model import load_pipeline
from incidentparse.language.truecase import truecase
from incidentparse.parser import IncidentParser

_EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def main() -> None:
    """Prints the speeds, their ratio and what importing the package costs."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", default=[_EXAMPLES])
    arguments.add_argument("--limit", type=int, help="read no more than this many articles")
    arguments.add_argument("--repeat", type=int, default=3, help="runs of each, taken in turn; the median counts")
    asked = arguments.parse_args()
    articles = [g for g in islice(read_articles(asked.paths), asked.limit) if isinstance(g, GivenArticle)]
    parser = IncidentParser()
    prepared = _prepared(articles)
    texts = [truecase(p.article.text) for p in prepared]
    nlp = load_pipeline()

    def bare() -> int:
        return sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH_SIZE))

    def annotated() -> int:
        with on_one_thread():
            return sum(len(doc) for doc in parser.annotate(prepared))

    def whole() -> int:
        return sum(not isinstance(outcome, IncidentParseError) for outcome in parser.parse_many(articles))

    whole()  # Lexicons and caches fill on the first run, as they do once in the life of a process.
    tokens = bare()
    bare_seconds, annotated_seconds, whole_seconds = _in_turn([bare, annotated, whole], asked.repeat)
    print(f"{len(texts)} articles, {tokens:,} tokens, median of {asked.repeat} runs")
    for name, seconds in (
        ("bare spaCy pipeline", bare_seconds), ("annotation alone", annotated_seconds), ("whole parser", whole_seconds),
    ):  # fmt: skip
        print(f"{name:19} {len(texts) / seconds:8.2f} articles/s {tokens / seconds:10,.0f} tokens/s")
    print(f"ratio               {bare_seconds / whole_seconds:8.3f}")
    print(f"own code            {1e6 * (whole_seconds - annotated_seconds) / tokens:8.1f} microseconds a token")
    print(f"import incidentparse {_import_seconds():7.3f} s")


def _prepared(articles: Sequence[GivenArticle]) -> list[PreparedArticle]:
    prepared = []
    for given in articles:
        with suppress(ArticleError):
            prepared.append(
                prepare(given.text, id=given.id, title=given.title, published=given.published, path=given.path)
            )
    return prepared


def _in_turn(runs: Sequence[Callable[[], int]], times: int) -> list[float]:
    """Median seconds of each, run in turn so that all meet the same load of the machine."""
    seconds: list[list[float]] = [[] for _ in runs]
    for _ in range(times):
        for run, taken in zip(runs, seconds, strict=True):
            started = time.process_time()
            run()
            taken.append(time.process_time() - started)
    return [statistics.median(taken) for taken in seconds]


def _import_seconds() -> float:
    code = "import time; started = time.perf_counter(); import incidentparse; print(time.perf_counter() - started)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    return statistics.median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
