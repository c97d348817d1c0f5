"""How far the name of a speaker reaches: office, unit, holder, and the name behind a clause."""

from __future__ import annotations

import pytest

from incidentparse.extractors.sources import extract
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "The United Nations envoy to Kasmir, Martin Holt, condemned the attack.",
            "The United Nations envoy to Kasmir, Martin Holt",
            id="envoy to",
        ),
        pytest.param(
            "The Special Adviser to the Governor on Security, Malam Bala Dikko, confirmed the attack.",
            "The Special Adviser to the Governor on Security, Malam Bala Dikko",
            id="adviser to whom and on what",
        ),
        pytest.param(
            "The acting Director, Defence Media Operations, Brig. Gen. Bernard Onye, said the troops rescued 12 men.",
            "The acting Director, Defence Media Operations, Brig. Gen. Bernard Onye",
            id="unit between office and holder",
        ),
        pytest.param(
            "Colonel Sani Kuka, the acting Director of Army Public Relations, who confirmed the attack, gave no toll.",
            "Colonel Sani Kuka, the acting Director of Army Public Relations",
            id="acting office in front of a clause",
        ),
        pytest.param(
            "The brigade, in a statement by its acting spokesman, Captain Sunday Ade, said troops came to help.",
            "acting spokesman, Captain Sunday Ade",
            id="weekday as first name",
        ),
        pytest.param(
            "Lt.-Col. Mustapha Sule, Media Coordinator of the outfit, made this known in a statement.",
            "Lt.-Col. Mustapha Sule, Media Coordinator of the outfit",
            id="made this known",
        ),
        pytest.param(
            "Ald. Linda Meer, whose ward includes the store, said the shots came from a car.",
            "Ald. Linda Meer",
            id="short title that ends a sentence for the parse",
        ),
        pytest.param(
            "A soldier who was wounded in the attack, Private Musa Dogo, said they were attacked at dawn.",
            "Private Musa Dogo",
            id="name behind a relative clause",
        ),
        pytest.param(
            "Director of the agency in charge of search and rescue, Air Commodore Charles Oteg, said six were hurt.",
            "Director of the agency in charge of search and rescue, Air Commodore Charles Oteg",
            id="name behind a long office",
        ),
        pytest.param(
            "An eyewitness, Mr Sunday Ojo, said he heard a blast.", "An eyewitness, Mr Sunday Ojo", id="Mr Sunday"
        ),
        pytest.param(
            "Westmin chief Lt. Gen. Cirilo Soben said the rebels lost six men.",
            "Westmin chief Lt. Gen. Cirilo Soben",
            id="title with its full stop in one token",
        ),
        pytest.param(
            "A trader at the market, who gave his name simply as Okey, said he saw three bodies.",
            "A trader at the market, who gave his name simply as Okey",
            id="gave his name as",
        ),
        pytest.param(
            '"It was terrifying," a shopkeeper named Hamid told the BBC.', "a shopkeeper named Hamid", id="named"
        ),
        pytest.param(
            "A clerk who asked not to be identified because he feared retaliation said he locked the door.",
            "A clerk",
            id="clause that the parse runs into the verb",
        ),
        pytest.param(
            "Hamas' armed wing, the Qassam Brigades, claimed the attack.",
            "Hamas' armed wing, the Qassam Brigades",
            id="owner with an apostrophe alone",
        ),
        pytest.param(
            "Wathiq Hussein, the leader of a militia called the Mukhtar Army, told The Associated Press that his men "
            "carried it out.",
            "Wathiq Hussein",
            id="clause about the speaker",
        ),
    ],
)
def test_whole_name(make_document: MakeDocument, text: str, name: str) -> None:
    document = make_document(text)
    assert name in [document.slice(m.start, m.end) for m in extract(document)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Doctors at Shifa hospital and residents said a child was among the dead.",
            ["Doctors at Shifa hospital", "residents"],
            id="second speaker tied to a noun of the first",
        ),
        pytest.param(
            "The killings were confirmed to AFP by two security sources and a local official.",
            ["AFP", "two security sources", "a local official"],
            id="two agents and whom they told",
        ),
        pytest.param(
            "Twelve miners were shot, according to Harrow & Pike Security.",
            ["Harrow & Pike Security"],
            id="a name with an ampersand",
        ),
        pytest.param(
            "A passenger, Fatuma Omar, said they lay on the floor. The driver said he saw ten men.",
            ["A passenger, Fatuma Omar", "The driver"],
            id="another witness by another noun",
        ),
        pytest.param(
            "Gov. Juan Conejo said via Twitter that 13 officers were killed.", ["Gov. Juan Conejo"], id="via a platform"
        ),
    ],
)
def test_all_who_speak(make_document: MakeDocument, text: str, names: list[str]) -> None:
    document = make_document(text)
    found = [document.slice(m.start, m.end) for m in extract(document) if m.rule != "pronoun"]
    assert sorted(found) == sorted(names)


def test_an_office_alone_stands_for_its_holder(make_document: MakeDocument) -> None:
    document = make_document(
        "The General Officer Commanding, 6 Division, Major-General Jamil Bello, opened a school. The GOC said that "
        "troops killed 19 militants."
    )
    names = [document.slice(m.start, m.end) for m in extract(document)]
    assert any("Jamil Bello" in name for name in names)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Maj.-Gen. Lucky Irakor said nine died. Itakor said the camp was hit.", 1, id="misspelt surname"),
        pytest.param("Omar Hasan said nine died. Hamad said the camp was hit.", 2, id="short surnames alike"),
        pytest.param(
            "General Luis Navarro Diaz said five guerrillas died. Navarro said the camp was hit.", 1, id="first surname"
        ),
        pytest.param(
            "Chief Ogari Utso-Efe told newsmen that nine died. Utso-Efe said the camp was hit.", 1, id="double surname"
        ),
        pytest.param(
            "The Syrian Coalition condemned the raid. The Vice President of the Syrian Coalition said nine died.",
            2,
            id="body and its officer",
        ),
        pytest.param(
            "The Islamic State group claimed the bombing, the SITE group said.", 2, id="two groups in one sentence"
        ),
    ],
)
def test_how_many_sources(make_document: MakeDocument, text: str, count: int) -> None:
    assert len({m.key for m in extract(make_document(text))}) == count


def test_records_of_a_court_speak(make_document: MakeDocument) -> None:
    document = make_document("The suspect shot his neighbor after a quarrel, according to court records.")
    assert [document.slice(m.start, m.end) for m in extract(document)] == ["court records"]


def test_a_claimed_deed_is_a_claim_of_responsibility(make_document: MakeDocument) -> None:
    document = make_document("The Islamic State group claimed the attack via its Amaq news agency.")
    claims = [m for m in extract(document) if m.stance.value == "claims_responsibility"]
    assert [document.slice(m.start, m.end) for m in claims] == ["The Islamic State group"]
