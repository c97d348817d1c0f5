"""The reliability table: what it counts, and its error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.calibration import Judged, expected_error, read_judged, table


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        pytest.param([(0.8, True)] * 4 + [(0.8, False)], 0.0, id="four in five of those given 0.8"),
        pytest.param([(0.9, False)] * 2, 0.9, id="sure and wrong"),
        pytest.param([(1.0, True), (0.5, True)], 0.25, id="each bin by its records"),
        pytest.param([], 0.0, id="no records"),
    ],
)
def test_expected_error(judged: list[Judged], error: float) -> None:
    assert expected_error(judged) == pytest.approx(error)


def test_table_has_a_line_for_each_bin_in_use() -> None:
    lines = table([(0.31, False), (0.95, True), (0.97, True)]).splitlines()
    assert [line.split()[:4] for line in lines[1:3]] == [["0.3", "to", "0.4", "1"], ["0.9", "to", "1.0", "2"]]


def test_main_incidents_are_judged_by_accepted_types(tmp_path: Path) -> None:
    golds = {
        "right": {"types": ["raid", "armed_clash"]},
        "wrong": {"types": ["bombing"]},
        "none": {"relevant": False},
        "uncoded": {"country": "SY"},
        "silent": {"types": ["raid"]},
    }
    coded, reports = tmp_path / "coded.jsonl", tmp_path / "reports.jsonl"
    coded.write_text("".join(json.dumps({"id": k, "gold": g}) + "\n" for k, g in golds.items()), encoding="utf-8")
    found = [{"type": "raid", "confidence": 0.7}, {"type": "bombing", "confidence": 0.1}]
    lines = ({"article": {"id": k}, "incidents": [] if k == "silent" else found} for k in golds)
    reports.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert list(read_judged(coded, reports)) == [(0.7, True), (0.7, False), (0.7, False)]
