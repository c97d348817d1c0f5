"""What the tests of the command line share: a parser that is built once, and a runner with it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import incidentparse.parser
from incidentparse.parser import IncidentParser


@pytest.fixture(scope="session")
def shared_parser() -> IncidentParser:
    return IncidentParser()


@pytest.fixture
def runner(shared_parser: IncidentParser, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setattr(incidentparse.parser, "IncidentParser", lambda **_: shared_parser)
    return CliRunner()
