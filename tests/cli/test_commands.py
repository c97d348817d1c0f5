"""The commands there are, and the schema."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from incidentparse import Report, __version__
from incidentparse.cli import app


def test_the_schema_describes_every_field() -> None:
    result = CliRunner().invoke(app, ["schema"])
    schema = json.loads(result.stdout)
    assert schema == json.loads(json.dumps(Report.model_json_schema(mode="serialization")))
    assert result.exit_code == 0


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.output == f"incidentparse {__version__}\n"
    assert result.exit_code == 0


def test_no_command_shows_the_commands() -> None:
    result = CliRunner().invoke(app, [])
    assert all(command in result.output for command in ("parse", "batch", "schema"))
