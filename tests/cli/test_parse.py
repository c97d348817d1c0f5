"""`incidentparse parse`: one article, or each of a file."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from incidentparse import Report
from incidentparse.cli import app
from tests.cli.articles import BOMB, COMMAND, write


class TestParse:
    def test_json_in_a_pipe(self, runner: CliRunner, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", BOMB)
        result = runner.invoke(app, ["parse", str(path), "--published", "2021-03-04", "--title", "Bomb near Balad"])
        assert result.exit_code == 0
        report = Report.model_validate_json(result.stdout)
        assert (report.article.id, report.article.title) == ("a.txt", "Bomb near Balad")
        assert report.article.published is not None
        assert result.stdout.count("\n") == 1

    def test_text_where_asked_for(self, runner: CliRunner, tmp_path: Path) -> None:
        result = runner.invoke(app, ["parse", str(write(tmp_path / "a.txt", BOMB)), "--text"])
        assert result.exit_code == 0
        assert "accomplished, confidence" in result.stdout
        assert "a.txt" in result.stdout

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(BOMB, id="plain_text"),
            pytest.param(json.dumps({"text": BOMB}), id="json"),
        ],
    )
    def test_standard_input(self, runner: CliRunner, content: str) -> None:
        result = runner.invoke(app, ["parse", "-"], input=content)
        assert result.exit_code == 0
        assert "roadside bomb" in Report.model_validate_json(result.stdout).article.text

    def test_each_article_of_a_file_of_many(self, runner: CliRunner, tmp_path: Path) -> None:
        lines = "\n".join([json.dumps({"id": "1", "text": BOMB}), "{broken", json.dumps({"id": "3", "text": BOMB})])
        path = write(tmp_path / "a.jsonl", lines)
        result = runner.invoke(app, ["parse", str(path)])
        assert result.exit_code == 1
        assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["1", "3"]
        assert f"error: {path}, line 2: not valid JSON" in result.stderr

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            pytest.param(["gone.txt"], 1, "gone.txt: No such file or directory; check the path", id="no_such_file"),
            pytest.param(["."], 2, "is a folder; parse it with: incidentparse batch", id="folder"),
            pytest.param(["-", "--published", "soon"], 2, "'soon' is no date such as 2020-07-14", id="no_date"),
            pytest.param(["-"], 1, "standard input: there is no text in it", id="nothing_on_standard_input"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, runner: CliRunner, arguments: list[str], code: int, message: str
    ) -> None:
        result = runner.invoke(app, ["parse", *arguments])
        assert result.exit_code == code
        assert message in result.stderr
        assert result.stdout == ""

    def test_a_model_that_is_not_there(self, tmp_path: Path) -> None:
        result = CliRunner().invoke(app, ["parse", "-", "--model", "xx_no_such_pipeline"], input=BOMB)
        assert result.exit_code == 2
        assert "'xx_no_such_pipeline' is not installed" in result.stderr

    def test_an_article_cannot_steer_the_terminal(self, runner: CliRunner) -> None:
        text = f"\x1b[31mRed\x1b[0m [bold]alert[/bold] \u202eevil\u202c\x07 {BOMB}"
        result = runner.invoke(app, ["parse", "-", "--text"], input=text)
        assert result.exit_code == 0
        assert not set(result.stdout) & set("\x1b\x07\u202e\u202c")
        assert "[bold]" in result.stdout


def test_a_terminal_shows_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BOMB)
    parent, child = pty.openpty()
    subprocess.run([*COMMAND, "parse", str(path)], stdout=child, stderr=subprocess.PIPE, timeout=120, check=True)
    os.close(child)
    shown = b""
    while b"source" not in shown:
        try:
            shown += os.read(parent, 4096)
        except OSError:
            break
    assert b"accomplished" in shown
    assert b'{"article"' not in shown
