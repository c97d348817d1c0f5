"""Sources: sentences in, who is cited and how."""

from __future__ import annotations

import pytest

from incidentparse.extractors.sources import extract
from incidentparse.record import SourceKind as Kind
from incidentparse.record import Stance
from tests.conftest import MakeDocument


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("The blast killed two people, police said.", "police", Kind.POLICE, id="said"),
        pytest.param(
            "According to the Northern Rights Observatory, nine people died.",
            "the Northern Rights Observatory",
            Kind.MONITOR,
            id="according to",
        ),
        pytest.param(
            '"Two shells hit the market," said Omar Haddad, a spokesman for the interior ministry.',
            "Omar Haddad, a spokesman for the interior ministry",
            Kind.OFFICIAL,
            id="inverted with role",
        ),
        pytest.param(
            "State television reported that the base had fallen.", "State television", Kind.BROADCASTER, id="tv"
        ),
        pytest.param("Witnesses said gunmen stormed the shop.", "Witnesses", Kind.WITNESS, id="witnesses"),
        pytest.param(
            "A member of Hizb-i-Islami said it shelled the base.",
            "A member of Hizb-i-Islami",
            Kind.MILITANT,
            id="a group of the lexicon",
        ),
        pytest.param(
            "A police source said three men were held.", "A police source", Kind.POLICE, id="a source of the police"
        ),
        pytest.param(
            "A hospital official, speaking on condition of anonymity, said five were dead.",
            "A hospital official",
            Kind.MEDIC,
            id="anonymity",
        ),
        pytest.param(
            "The army said in a statement that it hit the camp.", "The army", Kind.MILITARY, id="in a statement"
        ),
        pytest.param(
            "The toll was given in a statement issued by Col. Musa Bello.",
            "Col. Musa Bello",
            Kind.MILITARY,
            id="issued by",
        ),
        pytest.param("Citing medics, the paper said two died.", "medics", Kind.MEDIC, id="citing"),
        pytest.param("Gov. Ana Ruiz said two died.", "Gov. Ana Ruiz", Kind.OFFICIAL, id="office written short"),
        pytest.param("Supt. Jose Roa said two died.", "Supt. Jose Roa", Kind.POLICE, id="rank written short"),
        pytest.param(
            "Detectives found him in a car park. He was shot twice, said Lt. Karen Ostrow.",
            "Lt. Karen Ostrow",
            Kind.POLICE,
            id="rank where only police are at work",
        ),
        pytest.param(
            "The gunmen were members of no party, the Bakers' Federation said.",
            "the Bakers' Federation",
            Kind.NGO,
            id="federation",
        ),
    ],
)
def test_extract_name(make_document: MakeDocument, text: str, name: str, kind: Kind) -> None:
    document = make_document(text)
    assert (name, kind) in [(document.slice(m.start, m.end), m.kind) for m in extract(document)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("The Taliban claimed responsibility for the attack.", Stance.CLAIMS_RESPONSIBILITY, id="claims"),
        pytest.param("President Ruiz blamed the rebels for the attack.", Stance.ACCUSES, id="accuses"),
        pytest.param("The Defence Ministry denied the report.", Stance.DENIES, id="denies"),
        pytest.param("The mayor confirmed that four had died.", Stance.CONFIRMS, id="confirms"),
        pytest.param("The Taliban said its fighters attacked the base.", Stance.CLAIMS_RESPONSIBILITY, id="own deed"),
        pytest.param("The Taliban said it was behind the blast.", Stance.CLAIMS_RESPONSIBILITY, id="was behind"),
        pytest.param("The Taliban said it was not behind the blast.", Stance.DENIES, id="was not behind"),
        pytest.param("The Taliban said one of its men bombed the bus.", Stance.CLAIMS_RESPONSIBILITY, id="its man"),
        pytest.param("The Taliban said the army attacked a village.", Stance.REPORTS, id="deed of others"),
        pytest.param("The rebels took responsibility for the blast.", Stance.CLAIMS_RESPONSIBILITY, id="took it"),
        pytest.param("The rebels owned responsibility for the blast.", Stance.CLAIMS_RESPONSIBILITY, id="owned it"),
    ],
)
def test_extract_stance(make_document: MakeDocument, text: str, stance: Stance) -> None:
    assert [m.stance for m in extract(make_document(text))] == [stance]


def test_pronoun_and_surname_are_the_same_source(make_document: MakeDocument) -> None:
    document = make_document(
        "A bomb went off, said Karim Nasser, the mayor of the town. He said two died. Nasser added that it was a trap."
    )
    assert len({m.key for m in extract(document)}) == 1


def test_it_is_the_state_told_of_last(make_document: MakeDocument) -> None:
    text = "Ukraine's air force said 70 drones came. Moscow did not comment. It denies targeting civilians."
    found = extract(make_document(text))
    assert [m.stance for m in found if m.kind is Kind.MILITARY] == [Stance.REPORTS]
    assert {m.stance for m in found if m.kind is Kind.OFFICIAL} == {Stance.DENIES}


def test_observatory_is_the_same_source(make_document: MakeDocument) -> None:
    document = make_document(
        "The Coastal Observatory for Human Rights said ten people died. The Observatory said two were children."
    )
    assert len({m.key for m in extract(document)}) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "The air strike on the village killed at least 50 people, a witness and local media said on Tuesday.",
            ["a witness", "local media"],
            id="the killed are no speakers",
        ),
        pytest.param(
            "Allied Front rebels killed eleven people with machetes in the villages of Bando and Kani-kani, in Tura "
            "province, civil society leader Didier Malanga said on Tuesday.",
            ["civil society leader Didier Malanga"],
            id="the attackers are no speakers",
        ),
        pytest.param(
            "Fighters from the militia killed hundreds of people fleeing the city of El Daran, survivors and a doctor "
            "said.",
            ["survivors", "a doctor"],
            id="nor are those who flee",
        ),
        pytest.param(
            "They were taken by a gang, according to a voice message sent by Open Hands Ministries.",
            ["Open Hands Ministries"],
            id="message sent by",
        ),
        pytest.param(
            "A shell hit the clinic on Monday, killing two people, activists and a monitoring group said.",
            ["activists", "a monitoring group"],
            id="two speakers at the end",
        ),
        pytest.param(
            "A strike on a school sheltering displaced families on Wednesday killed at least 18 people, including six "
            "staffers of a charity for refugees, medics and the agency said.",
            ["medics", "the agency"],
            id="two speakers behind a verb that the parse puts below a participle",
        ),
        pytest.param(
            "A siege at a hotel in the port city of Kismayo has ended after forces shot dead all three gunmen, a "
            "security minister in the state said Monday.",
            ["a security minister in the state"],
            id="behind those shot dead",
        ),
        pytest.param(
            "The militant group Harakat-e-Subh said it carried out the bombing.",
            ["The militant group Harakat-e-Subh"],
            id="hyphened name",
        ),
        pytest.param(
            "An anarchist group calling itself Red Lantern claimed responsibility.",
            ["An anarchist group calling itself Red Lantern"],
            id="calling itself",
        ),
        pytest.param(
            "The Houthi movement, which controls the area, accused the army.", ["The Houthi movement"], id="accused"
        ),
    ],
)
def test_extract_whole_name(make_document: MakeDocument, text: str, names: list[str]) -> None:
    document = make_document(text)
    assert [document.slice(m.start, m.end) for m in extract(document)] == names


def test_posted_video_has_its_address(make_document: MakeDocument) -> None:
    document = make_document(
        "However, a video posted on Twitter shows one explosion.\nhttps://twitter.com/i/status/1283008019715035140\n"
    )
    (video,) = [m for m in extract(document) if m.rule == "posted"]
    assert video.kind is Kind.SOCIAL_MEDIA
    assert video.url == "https://twitter.com/i/status/1283008019715035140"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The attack claimed nine lives.", id="claimed lives"),
        pytest.param("The army declined to say how many died.", id="declined to say"),
        pytest.param("The police did not say who fired.", id="did not say"),
        pytest.param("The knife was found, without citing a source.", id="without citing"),
    ],
)
def test_extract_nobody(make_document: MakeDocument, text: str) -> None:
    assert extract(make_document(text)) == []
