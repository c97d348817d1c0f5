"""Articles that the command line is called with."""

from __future__ import annotations

import sys
from pathlib import Path

BOMB = "BAGHDAD (Reuters) - A roadside bomb killed three soldiers near the town of Balad on Tuesday, police said."
VILLAGE = "IDLIB, Syria, May 3 (Reuters) - A shell killed two people in the village of Tarbanah Sharqi in Idlib."
FRENCH = (
    "Une bombe a explosé mardi dans un marché de la ville, faisant trois morts et une dizaine de blessés, selon la "
    "police. Le maire a condamné cette attaque et appelé la population au calme."
)
COMMAND = [sys.executable, "-m", "incidentparse"]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path
