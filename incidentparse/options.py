"""The options that commands of the command line share."""

from __future__ import annotations

from enum import StrEnum
from importlib.metadata import version as installed
from pathlib import Path
from typing import Annotated

import typer


class Service(StrEnum):
    """Geocoders that can be asked by name."""

    NOMINATIM = "nominatim"
    PHOTON = "photon"


ModelOption = Annotated[str | None, typer.Option(help="spaCy pipeline to use instead of the default, by name or path.")]
# Nothing is asked for over the network unless one is named.
GeocoderOption = Annotated[
    Service | None,
    typer.Option(
        help="Online geocoder to ask, once a second at most, for places that the gazetteer lacks. "
        "Place names of the articles are sent to it. None is asked if left out.",
    ),
]
UserAgentOption = Annotated[
    str | None, typer.Option(help="Your name or address for the geocoder, as its policy of use asks.")
]
UrlOption = Annotated[
    str | None, typer.Option(help="A geocoder of your own that speaks the same format, such as http://localhost:8080.")
]
CacheOption = Annotated[Path | None, typer.Option(help="SQLite file that keeps the geocoder's answers for later runs.")]


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"incidentparse {installed('incidentparse')}")
        raise typer.Exit


def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Reads news articles on security incidents into validated incident records."""
