"""Citations in the manner of agency copy: sentences in, the names of those cited out."""

from __future__ import annotations

import pytest

from incidentparse.extractors.sources import extract
from incidentparse.language.bounds import sentence_bounds
from tests.conftest import MakeDocument


def _names(make_document: MakeDocument, text: str) -> list[str]:
    """The fullest form of every source, in the order of the text."""
    document = make_document(text)
    names: dict[str, str] = {}
    for mention in extract(document):
        if mention.rule == "pronoun":
            continue
        name = document.slice(mention.start, mention.end)
        if len(name) > len(names.get(mention.key, "")):
            names[mention.key] = name
    return list(names.values())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Ten people were killed in the blast, Reuters news agency reports.",
            ["Reuters news agency"],
            id="outlet that closes the sentence, its verb read as a noun",
        ),
        pytest.param(
            "The threat is high, Mr. Dubois, the ministry spokesman, said on the Canal Sud television station.",
            ["Mr. Dubois, the ministry spokesman", "the Canal Sud television station"],
            id="said on air",
        ),
        pytest.param(
            "In an interview with CNN, the governor said four people were killed.",
            ["CNN", "the governor"],
            id="in an interview with",
        ),
        pytest.param(
            "Gunmen killed four, a nurse told the CNN affiliate KRQR.",
            ["a nurse", "KRQR"],
            id="told an affiliate",
        ),
        pytest.param(
            "According to figures compiled by the Health Directorate, 41 people were killed in the shelling.",
            ["the Health Directorate"],
            id="figures compiled by",
        ),
        pytest.param(
            "According to a count by the Health Ministry, 41 people were killed in the shelling.",
            ["the Health Ministry"],
            id="a count by",
        ),
        pytest.param(
            "Twelve people died in the attack, which the army said was carried out by militants.",
            ["the army"],
            id="relative clause of a clause",
        ),
        pytest.param(
            "The gunmen, who police said were wearing military fatigues, opened fire on the bus.",
            ["police"],
            id="who police said",
        ),
        pytest.param(
            "According to a statement released by the Directorate of Defence Media Operations, 14 men were killed.",
            ["the Directorate of Defence Media Operations"],
            id="statement released by a long name",
        ),
        pytest.param(
            "Reuters quoted a doctor at the hospital as saying that 20 bodies had arrived.",
            ["Reuters", "a doctor at the hospital"],
            id="quoted as saying",
        ),
        pytest.param(
            "The local police chief, Abdul Wali, was quoted by the BBC as saying the bomber was on foot.",
            ["The local police chief, Abdul Wali", "the BBC"],
            id="was quoted by",
        ),
        pytest.param(
            '"We recovered 15 rifles," the General Officer Commanding (GOC) 1 Division, Major General Musa Audu, said.',
            ["the General Officer Commanding (GOC) 1 Division, Major General Musa Audu"],
            id="office, unit and rank behind a quotation",
        ),
        pytest.param(
            "Turkey's official Anadolu Agency put the death toll at 85.",
            ["Turkey's official Anadolu Agency"],
            id="put the toll at",
        ),
        pytest.param(
            "Thursday state television said the bomb was planted under a bus.",
            ["state television"],
            id="day in front of the name",
        ),
        pytest.param(
            "The shooting happened around 2 a.m., according to Sgt. Kim Fowler of the Dayton Police Department.",
            ["Sgt. Kim Fowler of the Dayton Police Department"],
            id="full stop of a rank behind according to",
        ),
        pytest.param(
            '"They fired on our partners," Pentagon spokesman Navy Capt. Jeff Dolan told reporters today.',
            ["Pentagon spokesman Navy Capt. Jeff Dolan"],
            id="full stop of a rank inside the name",
        ),
        pytest.param(
            "Army Col. Ryan Dill, the coalition spokesman, told Pentagon reporters that the tank was destroyed.",
            ["Army Col. Ryan Dill, the coalition spokesman"],
            id="reporters are no outlet",
        ),
        pytest.param(
            "Sediq Amini, the interior ministry spokesman, told the Associated Press there were four attackers.",
            ["Sediq Amini, the interior ministry spokesman", "the Associated Press"],
            id="agency with an article in small letters",
        ),
        pytest.param(
            "According to police, officials and witnesses, the bomb went off at noon.",
            ["police", "officials", "witnesses"],
            id="list behind according to",
        ),
        pytest.param(
            "A resident who gave his name only as Ahmed said the bomb fell on a bakery.",
            ["A resident who gave his name only as Ahmed"],
            id="who gave his name as",
        ),
        pytest.param(
            '"He just started shooting," one woman who asked not to be named said.',
            ["one woman"],
            id="who asked not to be named",
        ),
        pytest.param(
            "The Army in a statement signed by its director of public relations, Brigadier General Ade Chuku, said 20 "
            "hostages were freed.",
            ["director of public relations, Brigadier General Ade Chuku", "The Army"],
            id="body and the signer of its statement",
        ),
        pytest.param(
            "An Interior Ministry statement said the attackers came from abroad.",
            ["Interior Ministry"],
            id="statement of a ministry",
        ),
        pytest.param(
            "The Syrian army command said in a statement that jets struck the base.",
            ["The Syrian army command"],
            id="command as a body",
        ),
        pytest.param(
            "Officials with the state fire service said the blaze was set on purpose.",
            ["Officials with the state fire service"],
            id="officials with a body",
        ),
        pytest.param(
            "When contacted, the state Commissioner of Police, Mr. Ibrahim Kuta, said an investigation had begun.",
            ["the state Commissioner of Police, Mr. Ibrahim Kuta"],
            id="office and holder behind a clause",
        ),
        pytest.param(
            "Speaking to newsmen, the Governor, Alhaji Kashim Lawan, described the attack as barbaric.",
            ["the Governor, Alhaji Kashim Lawan"],
            id="described as",
        ),
        pytest.param(
            "The victim's mother, Ana Ruiz, told reporters her son was shot in the back.",
            ["The victim's mother, Ana Ruiz"],
            id="relative and her name",
        ),
        pytest.param(
            "Maj.-Gen. Lamidi Adeosun, the Theatre Commander, told newsmen that the town had been liberated.",
            ["Maj.-Gen. Lamidi Adeosun, the Theatre Commander"],
            id="double rank with a full stop",
        ),
        pytest.param(
            "Doctors Without Borders, which supports the hospital, said two of its staff died.",
            ["Doctors Without Borders"],
            id="known name longer than its phrase",
        ),
        pytest.param(
            "In a statement posted on Telegram, the Islamic State group said its fighters had attacked the barracks.",
            ["the Islamic State group"],
            id="posted statement and its author",
        ),
        pytest.param(
            "Vanguard learnt that the victims were returning from a wedding.", ["Vanguard"], id="paper learnt that"
        ),
        pytest.param(
            "He was shot after he stabbed a woman, a source close to the investigation told Reuters.",
            ["a source close to the investigation", "Reuters"],
            id="source with phrases at the end",
        ),
        pytest.param(
            "The police chief and the mayor both said the man acted alone.",
            ["The police chief", "the mayor"],
            id="both said",
        ),
        pytest.param(
            "Nine people were killed in a daytime attack police say was planned.", ["police"], id="attack police say"
        ),
        pytest.param(
            "Human rights groups say both sides have used landmines.", ["Human rights groups"], id="rights groups"
        ),
        pytest.param(
            "The Aleppo Media Center, an activist group, posted photos of the victims.",
            ["The Aleppo Media Center, an activist group"],
            id="posted photos",
        ),
        pytest.param(
            "A man claiming to be a spokesman for the group said it planted the bomb.", ["A man"], id="claiming to be"
        ),
        pytest.param(
            "Chief Deputy Sheriff Amy Cole told the station that four people were wounded.",
            ["Chief Deputy Sheriff Amy Cole"],
            id="three titles",
        ),
        pytest.param(
            "Confirming this, the Police Public Relations Officer, DSP Odiko Bassey, said investigation had begun.",
            ["the Police Public Relations Officer, DSP Odiko Bassey"],
            id="confirming the incident",
        ),
        pytest.param("Authorities would only say that two men were in custody.", ["Authorities"], id="would only say"),
        pytest.param(
            "Syria's state news agency, SANA, quoted an unnamed military official as saying the base was hit.",
            ["Syria's state news agency, SANA", "an unnamed military official"],
            id="agency quotes an official",
        ),
        pytest.param(
            "The army command denied the claims, saying its forces had not fired.",
            ["The army command"],
            id="denied, saying",
        ),
        pytest.param(
            "\"It's a war crime,\" tweeted Mary Wall, the group's director.",
            ["Mary Wall, the group's director"],
            id="tweeted",
        ),
        pytest.param("An AFP photographer saw eight bodies in the street.", ["An AFP photographer"], id="reporter saw"),
        pytest.param("Witnesses saw a man firing shots from a car.", ["Witnesses"], id="witnesses saw"),
    ],
)
def test_who_is_cited(make_document: MakeDocument, text: str, names: list[str]) -> None:
    assert sorted(_names(make_document, text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No individual or group has claimed responsibility.", id="no individual or group"),
        pytest.param("Neither the army nor the police commented on the report.", id="neither nor"),
        pytest.param(
            "Police have not yet named a suspect or said what led to the shooting.",
            id="not released or said",
        ),
        pytest.param("Officers responded to a call and found two men shot.", id="found somebody"),
        pytest.param("The attackers said nothing and opened fire.", id="said nothing"),
        pytest.param("The militants had been told by their commander to kill the hostages.", id="ordered"),
        pytest.param("The gunmen told the villagers to gather in the square.", id="told to"),
        pytest.param("A spokeswoman for the brigade declined to comment on the raid.", id="declined"),
        pytest.param("Two men hurt in the crash were taken to hospital by the Green Cross.", id="taken by"),
        pytest.param("The government will disclose the names of the dead on Monday.", id="will disclose"),
        pytest.param("The three engineers were released by the guerrillas.", id="persons released by"),
        pytest.param("It was gathered that the hoodlums shot into the air.", id="it was gathered"),
        pytest.param("The statement said three soldiers were hurt.", id="statement without author"),
        pytest.param("Two gunmen thought to be from a militia killed a guard on Monday.", id="thought to be"),
        pytest.param("Both sides accused each other of starting the fight.", id="both sides"),
        pytest.param("Prosecutors have charged the man with attempted murder.", id="charged"),
        pytest.param("Efforts to reach the police spokesman were unsuccessful.", id="efforts to reach"),
        pytest.param("A military court found the two officers guilty of murder.", id="found guilty"),
        pytest.param("The ministry gave no figure for its losses.", id="gave no figure"),
    ],
)
def test_nobody_is_cited(make_document: MakeDocument, text: str) -> None:
    assert _names(make_document, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "The Dayton Fire Department sent six ambulances, it said. Two were hurt, said Dayton Fire Department "
            "spokesman Chief Juan Hernandez. One declined help, Hernandez said. The Fire Department reported no fire.",
            ["Dayton Fire Department spokesman Chief Juan Hernandez", "The Fire Department"],
            id="body and spokesman are two",
        ),
        pytest.param(
            "The Northern Rights Observatory said nine died. Observatory director Karim Nasser said all were "
            "civilians. The Observatory said the strike hit a school.",
            ["The Northern Rights Observatory", "Observatory director Karim Nasser"],
            id="observatory and director are two",
        ),
        pytest.param(
            "The strike killed 60 soldiers, the Russian army said. The Russian military said four jets took part.",
            ["The Russian military"],
            id="army and military are one",
        ),
        pytest.param(
            "Colonel Sigifredo Ochoa Perez said the order came from above. Ochoa said two men gave it.",
            ["Colonel Sigifredo Ochoa Perez"],
            id="first of two surnames",
        ),
        pytest.param(
            "Howland police said two men were shot. Police said nobody was held.",
            ["Howland police"],
            id="town named like a person",
        ),
        pytest.param(
            "Police said two men were shot. Dayton police said the gunman fled. Police said nobody was held.",
            ["Dayton police"],
            id="police named later",
        ),
        pytest.param(
            "Nine people died, according to the Northern Rights Observatory. At least 20 were hurt, the Britain-based "
            "monitor said.",
            ["the Northern Rights Observatory"],
            id="monitor stands for the observatory",
        ),
    ],
)
def test_same_source(make_document: MakeDocument, text: str, names: list[str]) -> None:
    assert sorted(_names(make_document, text)) == sorted(names)


def test_sentence_reaches_over_the_full_stop_of_a_rank(make_document: MakeDocument) -> None:
    document = make_document("The men were held, Navy Capt. Jeff Dolan told reporters. Nobody was hurt.")
    stop = document.lower.index("hurt")
    told = document.lower.index("told")
    start, end = sentence_bounds(document, told)
    assert document.slice(start, end) == "The men were held, Navy Capt. Jeff Dolan told reporters."
    assert stop not in range(start, end)
