"""The learned weights, as data files, and their reader; README.md says what each decides and which script makes it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def load_weights(name: str) -> dict[str, Any]:
    """The content of ``<name>.json`` in this folder: weights by the name of their feature, or parts that hold such."""
    content: dict[str, Any] = json.loads((files("incidentparse") / "weights" / f"{name}.json").read_text("utf-8"))
    return content
