"""Articles a second of the whole parser and of the bare spaCy pipeline, on the same articles in the same run.

python -m tests.benchmarks.speed PATH... [--limit N] [--repeat N]

Both read the same texts with the same model and batch size: the bare pipeline as spaCy loads it, its texts prepared
beforehand; the parser, which sets some of its components to work differently, prepares them itself, extracts and
builds the records. Seconds are those of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from incidentparse.article.given import BATCH_SIZE, GivenArticle
from incidentparse.article.reader import prepare
from incidentparse.corpus.readers import read_articles
from incidentparse.errors import ArticleError, IncidentParseError
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
    texts = _texts(articles)
    parser = IncidentParser()
    nlp = load_pipeline()

    def bare() -> int:
        return sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH_SIZE))

    def whole() -> int:
        return sum(not isinstance(outcome, IncidentParseError) for outcome in parser.parse_many(articles))

    whole()  # Lexicons and caches fill on the first run, as they do once in the life of a process.
    tokens = bare()
    bare_seconds, whole_seconds = _in_turn(bare, whole, asked.repeat)
    print(f"{len(texts)} articles, {tokens:,} tokens, median of {asked.repeat} runs")
    print(f"bare spaCy pipeline {len(texts) / bare_seconds:8.2f} articles/s {tokens / bare_seconds:10,.0f} tokens/s")
    print(f"whole parser        {len(texts) / whole_seconds:8.2f} articles/s {tokens / whole_seconds:10,.0f} tokens/s")
    print(f"ratio               {bare_seconds / whole_seconds:8.3f}")
    print(f"own code            {1e6 * (whole_seconds - bare_seconds) / tokens:8.1f} microseconds a token")
    print(f"import incidentparse {_import_seconds():7.3f} s")


def _texts(articles: Sequence[GivenArticle]) -> list[str]:
    texts = []
    for given in articles:
        try:
            prepared = prepare(given.text, id=given.id, title=given.title, published=given.published, path=given.path)
        except ArticleError:
            continue
        texts.append(truecase(prepared.article.text))
    return texts


def _in_turn(first: Callable[[], int], second: Callable[[], int], times: int) -> tuple[float, float]:
    """Median seconds of each, run in turn so that both meet the same load of the machine."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for run, taken in zip((first, second), seconds, strict=True):
            started = time.process_time()
            run()
            taken.append(time.process_time() - started)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def _import_seconds() -> float:
    code = "import time; started = time.perf_counter(); import incidentparse; print(time.perf_counter() - started)"
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(5)]
    return statistics.median(float(run.stdout) for run in runs)


if __name__ == "__main__":
    main()
