"""Sources told of in several forms: what stands for whom, whose officers they are, and of what kind that makes them."""

from __future__ import annotations

import pytest

from incidentparse.extractors.sources import extract
from incidentparse.record import SourceKind as Kind
from incidentparse.record import Stance
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "name", "kind", "stance"),
    [
        pytest.param(
            "The clash broke out at 4 pm, Inspector General of Police (Karo Range) Sunil Rao told PTI.",
            "Inspector General of Police (Karo Range) Sunil Rao",
            Kind.POLICE,
            Stance.REPORTS,
            id="office with its range in brackets",
        ),
        pytest.param(
            '"I counted 30 bodies," said a gravedigger, Abubakar Sule.',
            "a gravedigger, Abubakar Sule",
            Kind.WITNESS,
            Stance.REPORTS,
            id="trade and name",
        ),
        pytest.param(
            "The attackers fired on sleeping farmers, Sani Abubakar Gumel, chairman of the district council, told AFP.",
            "Sani Abubakar Gumel, chairman of the district council",
            Kind.OFFICIAL,
            Stance.REPORTS,
            id="name and office that close a clause",
        ),
        pytest.param(
            "Eleven died, according to the Collective against Impunity and Torture of Prisoners (CITP).",
            "the Collective against Impunity and Torture of Prisoners (CITP)",
            Kind.NGO,
            Stance.REPORTS,
            id="name that its initials spell",
        ),
        pytest.param(
            "According to a release issued by the spokesman of the Ghana Army, Col. Musa Bello yesterday in Accra, "
            "the raid left 12 dead.",
            "the spokesman of the Ghana Army, Col. Musa Bello",
            Kind.MILITARY,
            Stance.REPORTS,
            id="holder of an office before the day",
        ),
        pytest.param(
            "The Baloch Liberation Army said that its fighters killed four soldiers.",
            "The Baloch Liberation Army",
            Kind.MILITANT,
            Stance.CLAIMS_RESPONSIBILITY,
            id="army of an armed group",
        ),
        pytest.param(
            "A nurse at the Karo General Hospital said 42 people had died.",
            "A nurse at the Karo General Hospital",
            Kind.MEDIC,
            Stance.REPORTS,
            id="general hospital",
        ),
        pytest.param(
            "A little-known group, Jabhat Ansar al-Mahdi, claimed it in a message to journalists.",
            "A little-known group, Jabhat Ansar al-Mahdi",
            Kind.MILITANT,
            Stance.CLAIMS_RESPONSIBILITY,
            id="claimed it",
        ),
        pytest.param(
            "The Karo Freedom Front distanced itself from the attack.",
            "The Karo Freedom Front",
            Kind.OTHER,
            Stance.DENIES,
            id="distanced itself",
        ),
        pytest.param(
            "A senior officer of the 62 Sola Rifles said an ambush had been foiled.",
            "A senior officer of the 62 Sola Rifles",
            Kind.MILITARY,
            Stance.REPORTS,
            id="officer of a regiment",
        ),
        pytest.param(
            "Military analysts at the Sola Institute disputed the claim.",
            "Military analysts at the Sola Institute",
            Kind.OTHER,
            Stance.DISPUTES,
            id="military analysts",
        ),
        pytest.param(
            "AFP journalists saw at least 20 bodies.",
            "AFP journalists",
            Kind.NEWS_AGENCY,
            Stance.REPORTS,
            id="reporters",
        ),
        pytest.param(
            "Tabital Sola, an association that defends herders, blamed a militia.",
            "Tabital Sola",
            Kind.NGO,
            Stance.ACCUSES,
            id="name with what it is behind it",
        ),
        pytest.param(
            "State-run Syrian news agency Sana reported shots near the port.",
            "State-run Syrian news agency Sana",
            Kind.NEWS_AGENCY,
            Stance.REPORTS,
            id="agency and its name",
        ),
    ],
)
def test_form(make_document: MakeDocument, text: str, name: str, kind: Kind, stance: Stance) -> None:
    document = make_document(text)
    found = {document.slice(m.start, m.end): (m.kind, m.stance) for m in extract(document)}
    assert found[name] == (kind, stance)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param(
            "The Rapid Support Forces were blamed for the strike. The paramilitaries denied the accusation.",
            {"Rapid Support Forces", "The paramilitaries"},
            id="armed group that only its noun cites",
        ),
        pytest.param(
            "Two men were shot. Lt. Carl Boyle said police had tips. The men fled. Lt. Boyle said one was known.",
            {"Lt. Carl Boyle", "Lt. Boyle"},
            id="rank and surname",
        ),
        pytest.param(
            "The bomber wore a uniform, the provincial police chief said. Moazzam Gul told reporters he was let in.",
            {"the provincial police chief", "Moazzam Gul"},
            id="office, and the name of its holder in the next sentence",
        ),
        pytest.param(
            'A trader said gunmen came from the bush. "We lay under the trucks," said the man, who withheld his name.',
            {"A trader", "the man"},
            id="the man",
        ),
        pytest.param(
            "A Syria war monitor said 26 people died. The Syrian Observatory for Human Rights said 12 were children.",
            {"A Syria war monitor", "The Syrian Observatory for Human Rights"},
            id="monitor first told of without its name",
        ),
        pytest.param(
            "Troops advanced, the Lebanese Al-Sola TV channel reported. The town fell, the TV channel reported.",
            {"the Lebanese Al-Sola TV channel", "the TV channel"},
            id="TV channel",
        ),
    ],
)
def test_forms_of_one_source(make_document: MakeDocument, text: str, forms: set[str]) -> None:
    document = make_document(text)
    mentions = extract(document)
    assert {document.slice(m.start, m.end) for m in mentions} == forms
    assert len({m.key for m in mentions}) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ten died, the Northern Rights Observatory said. Its director, Rami Sabbagh, said he feared more.", id="its"
        ),
        pytest.param(
            "Ten died, the Northern Rights Observatory (NRO) said. NRO director Rami Sabbagh said he feared more.",
            id="acronym",
        ),
    ],
)
def test_officer_of_a_body_is_of_its_kind(make_document: MakeDocument, text: str) -> None:
    document = make_document(text)
    director = next(m for m in extract(document) if "Rami" in document.slice(m.start, m.end))
    assert director.kind is Kind.MONITOR
    assert not document.slice(director.start, director.end).startswith("Its")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Rapid Support Forces were blamed. The group's spokesman, Musa Bello, denied it.", id="the group's"
        ),
        pytest.param(
            "The Rapid Support Forces were blamed. The militia's leader, Musa Bello, denied it.", id="the militia's"
        ),
    ],
)
def test_officer_of_a_group_is_a_militant(make_document: MakeDocument, text: str) -> None:
    assert [m.kind for m in extract(make_document(text))][-1] is Kind.MILITANT


def test_neither_confirmed_nor_denied(make_document: MakeDocument) -> None:
    assert not extract(make_document("The ministry has neither confirmed nor denied that it runs such flights."))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Thirty died, the health ministry in the Hamas-run territory said. Hamas dismissed the claim.",
            [Kind.MEDIC, Kind.MILITANT],
            id="under whom it is",
        ),
        pytest.param(
            "An aid worker with Doctors Without Borders said 90 people were hurt.",
            [Kind.NGO],
            id="words of a body's name",
        ),
    ],
)
def test_words_that_tell_no_kind(make_document: MakeDocument, text: str, kinds: list[Kind]) -> None:
    assert [m.kind for m in extract(make_document(text))] == kinds
