"""Sources of the main incident: short reports in, those cited on it and their stance out."""

from __future__ import annotations

import pytest

from incidentparse.assemble.draft import Draft, Drafts
from incidentparse.assemble.incidents import draft_incidents
from incidentparse.assemble.source_features import describe
from incidentparse.assemble.sources import by_source, fill_sources, speaks_of
from incidentparse.extractors import events, sources
from incidentparse.record import IncidentType, Source, SourceKind, Stage, Stance
from tests.conftest import MakeDocument

_LEAD = (
    "A car bomb killed five soldiers at a checkpoint in Garrow on Tuesday, police said. "
    "The bomb went off as the soldiers searched a bus, according to witnesses. "
)


def _sources(make_document: MakeDocument, text: str) -> tuple[Source, ...]:
    document = make_document(text)
    drafts = draft_incidents(document, events.extract(document))
    return fill_sources(document, drafts.incidents[0], drafts, sources.extract(document))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", {"police", "witnesses"}, id="lead"),
        pytest.param(
            "A doctor at the town's hospital told Reuters that nine wounded had been brought in. \"There was blood "
            'everywhere," the doctor said.',
            {"police", "witnesses", "A doctor at the town's hospital", "Reuters"},
            id="doctor and agency",
        ),
        pytest.param(
            "The Ansar Brigade claimed responsibility for the attack in an online statement.",
            {"police", "witnesses", "The Ansar Brigade"},
            id="claimant",
        ),
        pytest.param(
            "Resident Omar Daud said he heard a huge blast and saw two bodies burning. Daud said ambulances came late.",
            {"police", "witnesses", "Resident Omar Daud"},
            id="named witness",
        ),
    ],
)
def test_who_is_cited_on_the_incident(make_document: MakeDocument, text: str, names: set[str]) -> None:
    assert {source.name for source in _sources(make_document, _LEAD + text)} == names


def test_who_comments_on_other_things_is_left_out(make_document: MakeDocument) -> None:
    background = (
        "The war in the country began in 2011. Peace talks have been held in Vienna since March. The two sides "
        "disagree over the border. Trade between the two has fallen. The rains are late this year. Farmers have left "
        "their fields. Schools in the north are closed. Prices have doubled. Elections are planned for May. "
    )
    comment = '"We must always support democracy and the unity of the nation," the finance minister insisted.'
    names = {source.name for source in _sources(make_document, _LEAD + background + comment)}
    assert names == {"police", "witnesses"}


def test_a_source_has_its_fullest_name_and_every_form(make_document: MakeDocument) -> None:
    found = _sources(
        make_document,
        _LEAD + "Col. Musa Bello, the army spokesman, said two of the dead were officers. Bello said the bomb weighed "
        "20 kilograms.",
    )
    bello = next(source for source in found if "Bello" in source.name)
    assert bello.name == "Col. Musa Bello, the army spokesman"
    assert bello.aliases == ("Bello",)
    assert bello.kind is SourceKind.MILITARY
    assert [span.text for span in bello.evidence] == ["Col. Musa Bello, the army spokesman", "Bello"]


def test_the_full_name_of_a_person_before_a_longer_description(make_document: MakeDocument) -> None:
    found = _sources(
        make_document,
        _LEAD + 'The toll is 31, Maria Castellan, head of the region, said. "Two more are missing," Castellan, former '
        "mayor of the old port of Sola, said.",
    )
    name = next(source.name for source in found if "Castellan" in source.name)
    assert name.startswith("Maria Castellan")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param(
            "The Ansar Brigade said five soldiers died. The Ansar Brigade claimed responsibility for the attack.",
            Stance.CLAIMS_RESPONSIBILITY,
            id="claims before reports",
        ),
        pytest.param(
            "The Ansar Brigade said it had no part in it. The Ansar Brigade denied that it carried out the attack.",
            Stance.DENIES,
            id="denies before reports",
        ),
        pytest.param(
            "The Ansar Brigade accused the army of the attack, and said five soldiers were killed.",
            Stance.ACCUSES,
            id="accuses before reports",
        ),
    ],
)
def test_stance_is_the_one_that_says_most(make_document: MakeDocument, text: str, stance: Stance) -> None:
    found = _sources(make_document, _LEAD + text)
    assert {source.stance for source in found if "Ansar" in source.name} == {stance}


def test_features_are_named_and_not_zero(make_document: MakeDocument) -> None:
    document = make_document(_LEAD)
    drafts = draft_incidents(document, events.extract(document))
    found = by_source(sources.extract(document))
    features = describe(document, drafts.incidents[0], drafts, found[0])
    assert features["own_sentence"] == features["kind_police"] == features["one_word"] == 1.0
    assert all(features.values())


def test_a_score_above_zero_keeps_a_source() -> None:
    assert speaks_of({"owned": 1.0}, {"bias": -1.0, "owned": 1.5, "late": -9.0})
    assert not speaks_of({"owned": 1.0, "late": 0.5}, {"bias": -1.0, "owned": 1.5, "late": -9.0})


def test_an_incident_told_beside_takes_no_sources_of_the_main_one(make_document: MakeDocument) -> None:
    text = _LEAD + "Last year a gunman shot dead two teachers in Tarrin."
    document = make_document(text)
    mentions = events.extract(document)
    border = document.sentences[2].start
    owner = tuple(int(token >= border) for token in range(len(document)))
    drafts = Drafts(
        tuple(
            Draft(n, tuple(e for e in mentions if owner[e.trigger] == n), kind, Stage.ACCOMPLISHED, False, 2 * n, 0.9)
            for n, kind in enumerate((IncidentType.BOMBING, IncidentType.SHOOTING))
        ),
        owner,
    )
    cited = [fill_sources(document, draft, drafts, sources.extract(document)) for draft in drafts.incidents]
    assert [len(found) for found in cited] == [2, 0]
