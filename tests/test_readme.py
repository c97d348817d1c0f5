"""What the README shows: its Python runs, and its commands and options exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from incidentparse.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\$ )?incidentparse (gazetteer \w+|\w+)((?:.*\\\n)*.*)", README, flags=re.MULTILINE)


def test_its_notebook_runs() -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    text = (ROOT / "examples" / "articles" / "bombing-mogadishu-tea-shop.txt").read_text(encoding="utf-8")
    names: dict[str, object] = {"text": text, "articles": [text]}
    exec(compile(block, "README.md", "exec"), names)
    assert names["main"] is not None


@pytest.mark.parametrize("command", sorted({name for name, _ in COMMANDS}))
def test_its_commands_have_their_options(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], terminal_width=200)
    assert shown.exit_code == 0
    used = {option for name, rest in COMMANDS if name == command for option in re.findall(r"(?<= )--[a-z-]+", rest)}
    assert [option for option in sorted(used) if option not in shown.output] == []
