"""Text made to keep a reader busy: the time that it takes grows with its length, not with the square of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from incidentparse.article.headline import split_site
from incidentparse.article.reader import prepare
from incidentparse.language.signoffs import read_signoffs
from incidentparse.language.truecase import truecase
from tests.conftest import MakeDocument

LEAD = "Two soldiers were killed when a bomb went off near the market in Kabul on Monday, police said. "
# Pieces that, said again and again, make patterns with nested or neighbouring repetitions try all ways to part them.
PIECES = ["a", "A.", "Aa ", " ", "(", "1,", "1-", "a-", " -", " | ", "-", '"', "<a ", "https://", "@a ", "&", "12 May "]
LENGTH = 50_000
# Seconds of processor time; each takes some hundredths, and took more than four where it grew with the square.
MOST = 2.0


def seconds(read: Callable[[], object]) -> float:
    started = time.process_time()
    read()
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    assert seconds(lambda: prepare(LEAD + text)) < MOST
    assert seconds(lambda: prepare(f"<html><body><p>{LEAD * 5}{text}</p></body></html>".encode())) < MOST
    assert seconds(lambda: truecase((LEAD + text).upper())) < MOST
    assert seconds(lambda: split_site(text)) < MOST


def test_a_row_of_dashes_ends_in_no_tweet(make_document: MakeDocument) -> None:
    document = make_document(LEAD + "-" * LENGTH)
    assert seconds(lambda: read_signoffs(document)) < MOST
