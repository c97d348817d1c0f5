"""The packaged gazetteer, opened once for all tests of places."""

from __future__ import annotations

import pytest

from incidentparse.places import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer()
