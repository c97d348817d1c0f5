"""Places on the command line: the gazetteer, places of the user's own, and online geocoders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import incidentparse.parser
from incidentparse import Report
from incidentparse.cli import app
from incidentparse.parser import IncidentParser
from tests.cli.articles import VILLAGE, write
from tests.nominatim import NominatimLike, serving


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
