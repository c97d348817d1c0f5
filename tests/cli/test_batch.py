"""`incidentparse batch`: good articles among bad ones, in several processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from incidentparse import Report
from incidentparse.cli import _told, app
from incidentparse.corpus.batch import Summary
from tests.cli.articles import BOMB, COMMAND, FRENCH, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Good articles among all kinds of bad ones."""
    folder = tmp_path_factory.mktemp("news")
    write(folder / "good.txt", BOMB)
    write(folder / "page.html", f"<html><head><title>Bomb near Balad</title></head><body><p>{BOMB}</p></body></html>")
    write(folder / "empty.txt", "")
    write(folder / "picture.txt", b"\x89PNG\r\n\x1a\n" + os.urandom(2000))
    write(folder / "long.txt", "Shots were fired in the town. " * 350_000)
    write(folder / "encoding.txt", BOMB.encode() + b" The caf\xe9 was \x93destroyed\x94.")
    write(folder / "french.txt", FRENCH)
    lines = [json.dumps({"id": "l-1", "text": BOMB}), '{"id": "l-2", "text": "cut', json.dumps({"text": BOMB})]
    write(folder / "deep" / "lines.jsonl", "\n".join(lines))
    write(folder / "notes.pdf", b"%PDF-1.4")
    return folder


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out") / "reports.jsonl"


@pytest.fixture(scope="module")
def run(folder: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "batch", str(folder), str(folder / "gone"), "--output", str(output), "--workers", "2"]
    return subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)


class TestBatch:
    def test_good_articles_are_parsed_in_order(self, run: subprocess.CompletedProcess[str], output: Path) -> None:
        reports = [Report.model_validate_json(line) for line in output.read_text(encoding="utf-8").splitlines()]
        ids = [report.article.id for report in reports]
        assert ids == ["encoding.txt", "french.txt", "good.txt", "page.html", "l-1", "deep/lines.jsonl#3"]
        assert [bool(report.incidents) for report in reports] == [True, False, True, True, True, True]

    def test_bad_articles_are_named_and_why(self, run: subprocess.CompletedProcess[str], folder: Path) -> None:
        assert run.returncode == 1
        failed = run.stderr.partition("failed: ")[2].splitlines()
        assert failed[0] == "5 articles"
        expected = (
            (folder / "gone", "No such file or directory; check the path"),
            (folder / "empty.txt", "no text in it"),
            (folder / "long.txt", "split it into single articles"),
            (folder / "picture.txt", "PNG picture"),
            (f"{folder / 'deep' / 'lines.jsonl'}, line 2", "not valid JSON"),
        )
        for line, (name, reason) in zip(failed[1:], expected, strict=True):
            assert line.startswith(f"  {name}: ")
            assert reason in line

    def test_the_summary_counts_and_warns(
        self, run: subprocess.CompletedProcess[str], folder: Path, output: Path
    ) -> None:
        assert run.stderr.startswith(f"{output}: 6 reports from 11 articles, 5 with incidents")
        assert "1 .pdf" in run.stderr
        french = [line for line in run.stderr.splitlines() if "English" in line]
        assert any(str(folder / "french.txt") in line for line in french)

    def test_nothing_else_is_left_or_printed(self, run: subprocess.CompletedProcess[str], output: Path) -> None:
        assert run.stdout == ""
        assert "Traceback" not in run.stderr
        assert "Warning" not in run.stderr
        assert [path.name for path in output.parent.iterdir()] == [output.name]

    def test_the_number_of_processes_does_not_show(self, folder: Path, tmp_path: Path) -> None:
        outputs = []
        for workers in ("1", "2"):
            path = tmp_path / workers
            command = [*COMMAND, "batch", str(folder / "deep"), "--output", str(path), "--workers", workers]
            subprocess.run(command, capture_output=True, timeout=240, check=False)
            outputs.append(path.read_bytes())
        assert outputs[0] == outputs[1] != b""

    def test_standard_output(self, folder: Path) -> None:
        run = subprocess.run(
            [*COMMAND, "batch", str(folder / "good.txt"), "--output", "-", "--workers", "1"],
            capture_output=True, timeout=240, check=False,
        )  # fmt: skip
        assert run.returncode == 0
        assert Report.model_validate_json(run.stdout).article.id == "good.txt"
        assert run.stderr.startswith(b"standard output: 1 report from 1 article")

    def test_an_output_that_cannot_be_written(self, folder: Path, tmp_path: Path) -> None:
        output = tmp_path / "no" / "folder" / "reports.jsonl"
        result = CliRunner().invoke(app, ["batch", str(folder), "--output", str(output)])
        assert result.exit_code == 2
        assert f"error: {output}: cannot write the reports (No such file or directory)" in result.stderr

    def test_a_folder_without_articles(self, tmp_path: Path) -> None:
        result = CliRunner().invoke(app, ["batch", str(tmp_path), "--output", str(tmp_path / "out.jsonl")])
        assert result.exit_code == 0
        assert "no articles there" in result.stderr

    def test_ctrl_c_ends_it_and_keeps_what_is_done(self, folder: Path, tmp_path: Path) -> None:
        many = write(tmp_path / "many.jsonl", "\n".join(json.dumps({"text": f"{BOMB} {n}"}) for n in range(5000)))
        output = tmp_path / "reports.jsonl"
        run = subprocess.Popen(
            [*COMMAND, "batch", str(many), "--output", str(output), "--workers", "1"],
            stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        partial = tmp_path / "reports.jsonl.partial"
        deadline = time.monotonic() + 120
        while not (partial.exists() and partial.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.1)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=60)
        assert run.returncode == 130
        assert told.startswith("error: interrupted after ")
        assert str(partial) in told
        assert "Traceback" not in told
        assert not output.exists()
        assert all(json.loads(line) for line in partial.read_text(encoding="utf-8").splitlines())


def test_a_summary_of_many_warnings_shows_those_of_most_articles() -> None:
    summary = Summary(articles=20, reports=20)
    for number in range(14):
        summary.warnings[f"warning {number}"] = [f"{name}.txt" for name in range(number + 1)]
    lines = [line for line in _told(summary, "out.jsonl", 1.0) if "warning" in line]
    assert len(lines) == 11
    assert lines[0] == "warning: warning 13 [14 articles: 0.txt; 1.txt; 2.txt; 3.txt; 4.txt and 9 more]"
    assert lines[-1] == "4 other warnings in the reports"
