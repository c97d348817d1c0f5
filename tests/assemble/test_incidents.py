"""Whether a short text reports an incident, and of which type."""

from __future__ import annotations

import pytest

from incidentparse.assemble.incidents import draft_incidents
from incidentparse.extractors import events, locations, times
from incidentparse.record import IncidentType, Stage
from tests.conftest import MakeDocument


def _types(make_document: MakeDocument, text: str) -> list[IncidentType]:
    document = make_document(text, published="2019-05-16")
    return [d.type for d in draft_incidents(document, events.extract(document), times.extract(document)).incidents]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Elders accused soldiers of shooting dead six herders at Damara on Monday.", "shooting", id="accused"
        ),
        pytest.param("The army denied that its jets had bombed a clinic in Marat on Sunday.", "airstrike", id="denied"),
        pytest.param("A quadcopter dropped a grenade on a patrol near Lyman on Friday.", "drone_strike", id="drone"),
        pytest.param("Pirates boarded a coaster off Lome on Sunday and seized the vessel.", "hijacking", id="piracy"),
        pytest.param(
            "Police stormed a house in Ikeja on Friday night and freed a kidnapped trader, arresting five men.",
            "raid",
            id="a raid that frees captives",
        ),
        pytest.param(
            "A girl was gang-raped about five months ago in Satna, her father says.",
            "sexual_violence",
            id="nothing but the past",
        ),
        pytest.param("The army detained 40 militants in Ruweis on Sunday.", "raid", id="militants detained"),
        pytest.param("A chlorine bomb was dropped on the village of Taif on Monday.", "chemical_attack", id="chlorine"),
        pytest.param("A mine killed two soldiers near Tadef on Friday.", "bombing", id="mine"),
        pytest.param("Rebels executed five captives in Tadef on Friday.", "execution", id="captives executed"),
        pytest.param("Militants beheaded two hostages in Menaka on Friday.", "execution", id="hostages killed"),
        pytest.param("A man stabbed two people in Lyon before police shot him.", "stabbing", id="attacker shot"),
        pytest.param(
            "Two butchers were found hanging from a footbridge in Karachi on Sunday. They were murdered by a gang.",
            "execution",
            id="murdered by other means than shots",
        ),
        pytest.param("The border town of Tarek came under shelling on Friday.", "shelling", id="under shelling"),
        pytest.param("Gunmen kidnapped a trader in Ikeja on Friday night.", "kidnapping", id="kidnapping"),
    ],
)
def test_short_reports_have_their_type(make_document: MakeDocument, text: str, kind: str) -> None:
    assert _types(make_document, text) == [IncidentType(kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister harshly attacked the president of Chile on Monday over fees.", id="verbal attack"),
        pytest.param("A new novel tells how rebels murdered nine guests of a hotel. It is out on Friday.", id="novel"),
        pytest.param("The army held an exercise on Sunday in which gunmen attacked a station.", id="exercise"),
        pytest.param(
            "Killings of guards rose to 140 last year, a watchdog said in its annual report.", id="statistics"
        ),
        pytest.param(
            "Twelve people were killed when a bus collided with a lorry near Multan on Sunday.", id="collision"
        ),
        pytest.param("An explosion of methane killed nine miners near Karaganda on Sunday.", id="mine accident"),
    ],
)
def test_other_news_is_no_incident(make_document: MakeDocument, text: str) -> None:
    assert not _types(make_document, text)


@pytest.mark.parametrize(
    ("title", "text", "kinds"),
    [
        pytest.param(
            "Gunmen kill village head in Zamfara; four travellers abducted in Kaduna",
            "Gunmen on motorcycles shot dead the village head of Dankurmi in Zamfara State on Tuesday night.\n\n"
            "The attackers fired at him as he came out of his house, his brother said.\n\n"
            "In neighbouring Kaduna State, four travellers were abducted on Wednesday when the road was blocked.",
            ["shooting", "kidnapping"],
            id="killed and abducted",
        ),
        pytest.param(
            "Grenade wounds three in Goma; teacher kidnapped near Bunia",
            "A grenade thrown into a bar in Goma wounded three people on Tuesday night, the mayor said.\n\n"
            "On Sunday, a teacher was kidnapped by armed men near Bunia. Her driver escaped.",
            ["bombing", "kidnapping"],
            id="the headline's taking is the other's",
        ),
    ],
)
def test_a_headline_of_two_incidents_keeps_them_apart(
    make_document: MakeDocument, title: str, text: str, kinds: list[str]
) -> None:
    document = make_document(text, title=title, published="2023-03-16")
    found = events.extract(document), times.extract(document), locations.extract(document)
    drafts = draft_incidents(document, *found).incidents
    assert [d.type for d in drafts] == kinds


def test_a_bomb_alert_by_a_hoax_call_is_a_threat(make_document: MakeDocument) -> None:
    document = make_document("Three courts in Colombo were emptied on Thursday by a hoax call that warned of bombs.")
    (draft,) = draft_incidents(document, events.extract(document)).incidents
    assert (draft.type, draft.stage) == (IncidentType.BOMBING, Stage.THREATENED)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Two guards were murdered in Huanta on Sunday by rebels of a terrorist group.",
            "shooting",
            id="means untold",
        ),
        pytest.param("A radio journalist said on Friday she had received three death threats.", "other", id="threat"),
        pytest.param("Four people were mowed down by a truck in Ghent on Friday.", "vehicle_ramming", id="mowed down"),
        pytest.param(
            "Gunmen mowed down four people in a bar in Ghent on Friday.", "shooting", id="mowed down by gunmen"
        ),
    ],
)
def test_no_means_without_a_word_for_it(make_document: MakeDocument, text: str, kind: str) -> None:
    assert _types(make_document, text) == [IncidentType(kind)]
