"""incidentparse: news articles on security incidents, read into validated records.

The names below load on first use, so that importing the package costs neither spaCy nor Pydantic.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incidentparse.errors import IncidentParseError
    from incidentparse.parser import IncidentParser, parse
    from incidentparse.record import Article, Incident, Report

__all__ = ["Article", "Incident", "IncidentParseError", "IncidentParser", "Report", "__version__", "parse"]

_HOMES = {
    "Article": "incidentparse.record",
    "Incident": "incidentparse.record",
    "IncidentParseError": "incidentparse.errors",
    "IncidentParser": "incidentparse.parser",
    "Report": "incidentparse.record",
    "parse": "incidentparse.parser",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("incidentparse")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
