"""The command line, as a user calls it."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import incidentparse.parser
from incidentparse import Report
from incidentparse.cli import _told, app
from incidentparse.corpus.batch import Summary
from incidentparse.parser import IncidentParser
from tests.nominatim import NominatimLike, serving

BOMB = "BAGHDAD (Reuters) - A roadside bomb killed three soldiers near the town of Balad on Tuesday, police said."
VILLAGE = "IDLIB, Syria, May 3 (Reuters) - A shell killed two people in the village of Tarbanah Sharqi in Idlib."
FRENCH = (
    "Une bombe a explosé mardi dans un marché de la ville, faisant trois morts et une dizaine de blessés, selon la "
    "police. Le maire a condamné cette attaque et appelé la population au calme."
)
COMMAND = [sys.executable, "-m", "incidentparse"]


@pytest.fixture(scope="module")
def shared_parser() -> IncidentParser:
    return IncidentParser()


@pytest.fixture
def runner(shared_parser: IncidentParser, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setattr(incidentparse.parser, "IncidentParser", lambda **_: shared_parser)
    return CliRunner()


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


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


class TestGazetteer:
    def test_info_says_what_is_in_use(self) -> None:
        result = CliRunner().invoke(app, ["gazetteer", "info"])
        assert result.exit_code == 0
        assert "GeoNames" in result.stdout
        assert "populated" in result.stdout

    def test_places_added_are_found(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        places = write(tmp_path / "own.csv", "name,latitude,longitude,country\nTell Qarnasab,35.9,36.7,Syria\n")
        result = CliRunner().invoke(app, ["gazetteer", "add", str(places)])
        assert result.exit_code == 0
        assert result.stdout.startswith(f"1 place from {places} added to ")
        assert "own.csv" in CliRunner().invoke(app, ["gazetteer", "info"]).stdout
        text = "A car bomb exploded in the village of Tell Qarnasab in Syria on 3 May 2021, killing two people."
        main = IncidentParser().parse(text).main
        assert main is not None
        assert main.where is not None
        assert (main.where.name, main.where.latitude) == ("Tell Qarnasab", 35.9)

    def test_a_file_of_another_form_is_refused(self, tmp_path: Path) -> None:
        result = CliRunner().invoke(app, ["gazetteer", "add", str(write(tmp_path / "own.csv", "place,lat\nA,1\n"))])
        assert result.exit_code == 2
        assert "own.csv is neither a GeoNames dump" in result.stderr


def test_the_schema_describes_every_field() -> None:
    result = CliRunner().invoke(app, ["schema"])
    schema = json.loads(result.stdout)
    assert schema == json.loads(json.dumps(Report.model_json_schema()))
    assert result.exit_code == 0


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


def test_no_command_shows_the_commands() -> None:
    result = CliRunner().invoke(app, [])
    assert all(command in result.output for command in ("parse", "batch", "schema"))


def test_a_summary_of_many_warnings_shows_those_of_most_articles() -> None:
    summary = Summary(articles=20, reports=20)
    for number in range(14):
        summary.warnings[f"warning {number}"] = [f"{name}.txt" for name in range(number + 1)]
    lines = [line for line in _told(summary, "out.jsonl", 1.0) if "warning" in line]
    assert len(lines) == 11
    assert lines[0] == "warning: warning 13 [14 articles: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 9 more]"
    assert lines[-1] == "4 other warnings in the reports"


class TestGeocoder:
    @pytest.fixture
    def server(self) -> Iterator[NominatimLike]:
        with serving() as running:
            yield running

    @pytest.mark.parametrize("command", ["parse", "batch"])
    def test_is_asked_for_what_the_gazetteer_lacks(self, command: str, server: NominatimLike, tmp_path: Path) -> None:
        url, cache = f"http://127.0.0.1:{server.server_address[1]}", tmp_path / "answers.sqlite"
        arguments = [command, str(write(tmp_path / "a.txt", VILLAGE)), "--geocoder", "nominatim"]
        arguments += ["--user-agent", "incidentparse-tests", "--geocoder-url", url, "--geocoder-cache", str(cache)]
        result = CliRunner().invoke(app, arguments + (["--output", "-"] if command == "batch" else []))
        assert result.exit_code == 0, result.stderr
        main = Report.model_validate_json(result.stdout).main
        assert main is not None
        assert main.where is not None
        assert (main.where.name, main.where.latitude, main.where.longitude) == ("Tarbanah Sharqi", 35.79, 36.66)
        assert (server.requests, cache.exists()) == (1, True)

    def test_none_is_asked_by_default(self, shared_parser: IncidentParser, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[object] = []

        def build(*, model: str, geocoder: object) -> IncidentParser:
            asked.append(geocoder)
            return shared_parser

        monkeypatch.setattr(incidentparse.parser, "IncidentParser", build)
        assert CliRunner().invoke(app, ["parse", "-"], input=VILLAGE).exit_code == 0
        assert asked == [None]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            pytest.param(["--geocoder", "nominatim"], "--geocoder nominatim needs --user-agent", id="no user agent"),
            pytest.param(["--user-agent", "me"], "need a --geocoder", id="no geocoder"),
            pytest.param(["--geocoder", "atlas"], "'nominatim', 'photon'", id="unknown geocoder"),
            pytest.param(
                ["--geocoder", "photon", "--user-agent", "me", "--geocoder-url", "here"],
                "'here' is no URL of a geocoder",
                id="no URL",
            ),
        ],
    )
    def test_what_is_missing_is_said(self, arguments: list[str], message: str) -> None:
        result = CliRunner().invoke(app, ["parse", "-", *arguments], input=VILLAGE)
        assert result.exit_code == 2
        assert message in " ".join(result.stderr.split())
