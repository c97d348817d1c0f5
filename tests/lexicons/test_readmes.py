"""The notes beside the data: every file described, every model and module named as it is."""

from __future__ import annotations

import re
from importlib import import_module, util
from importlib.resources import files

import pytest

_NAME = re.compile(r"`(incidentparse(?:\.\w+)+)`")


@pytest.mark.parametrize(("folder", "suffix"), [("lexicons", ".jsonl"), ("weights", ".json")])
def test_every_file_is_described_and_every_name_holds(folder: str, suffix: str) -> None:
    data = files("incidentparse") / folder
    text = (data / "README.md").read_text(encoding="utf-8")
    described = set(re.findall(rf"[\w]+\{suffix}\b", text))
    assert described == {file.name for file in data.iterdir() if file.name.endswith(suffix)}
    for name in _NAME.findall(text):
        module, _, attribute = name.rpartition(".")
        assert util.find_spec(module) is not None, name
        assert hasattr(import_module(module), attribute) or util.find_spec(name) is not None, name
