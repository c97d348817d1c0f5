"""Which of the drafted incidents become records."""

from __future__ import annotations

import pytest

from incidentparse.assemble import report
from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.extractors import events
from incidentparse.places import Gazetteer
from incidentparse.record import IncidentType, ParserInfo, Stage
from tests.conftest import MakeDocument

INFO = ParserInfo(version="0", model="m", model_version="1", gazetteer="g", gazetteer_date="2025", settings="s")


@pytest.mark.parametrize(
    ("second", "kind", "recorded"),
    [
        pytest.param("There was shelling.", IncidentType.SHELLING, 1, id="no-victim-day-or-place"),
        pytest.param("Shells hit the north of Kirkuk on Monday.", IncidentType.SHELLING, 2, id="kind-day-and-place"),
        pytest.param("There was violence in Kirkuk on Monday.", IncidentType.OTHER, 1, id="day-and-place-without-kind"),
        pytest.param("Three men were killed in other violence.", IncidentType.OTHER, 2, id="victims"),
    ],
)
def test_a_record_beside_the_main_one_tells_enough(
    make_document: MakeDocument, monkeypatch: pytest.MonkeyPatch, second: str, kind: IncidentType, recorded: int
) -> None:
    document = make_document(f"A car bomb killed nine people in Mosul on Tuesday. {second}", published="2023-03-15")
    border = document.sentences[1].start
    found = events.extract(document)
    drafts = Drafts(
        tuple(
            Draft(n, tuple(e for e in found if (e.trigger >= border) == bool(n)), t, Stage.ACCOMPLISHED, False, n, 0.9)
            for n, t in enumerate((IncidentType.BOMBING, kind))
        ),
        tuple(int(token >= border) for token in range(len(document))),
    )
    monkeypatch.setattr(report, "draft_incidents", lambda *_: drafts)
    made = report.build_report(document, INFO, Gazetteer())
    assert [incident.main for incident in made.incidents] == [True, False][:recorded]
