"""Figures of casualties in forms of agency copy: apposition, possessives, updates, two places, background."""

from __future__ import annotations

import pytest

from incidentparse.extractors.casualties import extract
from tests.conftest import MakeDocument
from tests.extractors.test_casualties import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A former lawmaker, Hamid Saleh, and three others were killed in the blast.",
            "killed 1, killed 3",
            id="closed_apposition",
        ),
        pytest.param(
            "At least 16 people were killed, including five soldiers, and 30 others wounded in the assault.",
            "killed 16+, injured 30",
            id="others_after_a_part",
        ),
        pytest.param(
            "The head of a charity and his driver were killed by gunmen.", "killed 1, killed 1", id="head_of_a_charity"
        ),
        pytest.param(
            "Two teachers, a driver and three students were among the dead.",
            "killed 2, killed 1, killed 3",
            id="list_before_its_verb",
        ),
        pytest.param(
            "Eight people were killed in the village of Umm Rasas and five in neighbouring Tell Hamra.",
            "killed 8, killed 5",
            id="second_place",
        ),
        pytest.param(
            "Seven Bihari and Bengali labourers who were laying a pipe in the hills were gunned down by gunmen.",
            "killed 7",
            id="joined_adjectives_and_a_clause",
        ),
        pytest.param("A guard was killed and two attackers too.", "killed 1, killed 2", id="and_others_too"),
        pytest.param(
            "A guard was killed, as were two attackers, on Monday.", "killed 1, killed 2", id="as_were_others"
        ),
        pytest.param("One JCO of 12 Marwar Rifles was killed in an ambush.", "killed 1", id="of_a_numbered_unit"),
        pytest.param(
            "The assailant, a 17-year-old student, was shot dead by soldiers.", "killed 1", id="apposition_of_one_met"
        ),
        pytest.param(
            "Two leaders of the Ali Musa faction and a member of another group were killed in a raid.",
            "killed 2, killed 1",
            id="name_within_a_name",
        ),
        pytest.param(
            "A sergeant and two of his escorts died when a mine exploded.",
            "killed 1, killed 2",
            id="share_beside_another",
        ),
        pytest.param("A blast injured seven people, two of whom later died.", "injured 7, killed 2", id="of_whom_died"),
        pytest.param(
            "A farmer was beaten by a mob, succumbed to his injuries.", "injured 1, killed 1", id="no_subject"
        ),
        pytest.param("A soldier, Omar Khan, embraced martyrdom in the clash.", "killed 1", id="said_of_martyrs"),
        pytest.param(
            "Police said 20 people died, while residents put the number at 32.", "killed 20, killed 32", id="number_at"
        ),
        pytest.param("Organisers of the march put the number at 5,000.", "", id="number_of_something_else"),
        pytest.param("A growers' union put the dead at eight.", "killed 8", id="dead_at"),
        pytest.param("A doctor said he had received 17 bodies.", "killed 17", id="bodies_received"),
        pytest.param("Twelve of the dead were burned in their homes.", "", id="dead_who_were_burned"),
        pytest.param("UN personnel was badly injured by a shell.", "injured 1", id="one_of_the_personnel"),
        pytest.param("A mine killed three children and injured a fourth.", "killed 3, injured 1", id="a_fourth"),
        pytest.param(
            "His guard, who had tried to save him, also died.", "killed 1", id="subject_behind_a_clause_of_its_own"
        ),
        pytest.param(
            "A grenade left four dead, among them two minors, and eleven wounded.",
            "killed 4, injured 11",
            id="part_of_the_dead_beside_the_wounded",
        ),
        pytest.param(
            "The blast wounded twelve worshippers, and one of them, a 70-year-old man, died overnight.",
            "injured 12, killed 1",
            id="and_one_of_them_died",
        ),
        pytest.param(
            "Police said three people were killed in the shooting, while a witness put the number at four.",
            "killed 3, killed 4",
            id="number_at_behind_a_deed",
        ),
        pytest.param(
            "Gunmen attacked the home of an elder, killing him, his wife and a guest.",
            "killed 1, killed 1, killed 1",
            id="him_and_his",
        ),
        pytest.param("Shelling killed an elderly couple.", "killed 2", id="elderly_couple"),
        pytest.param("10 separatists were killed on Monday.", "killed 10", id="separatists_no_september"),
        pytest.param("One guard shot and seriously wounded.", "injured 1", id="clipped_driver_shot"),
        pytest.param(
            "One aid worker in the northern province shot and killed outside a mosque.", "killed 1", id="clipped_place"
        ),
        pytest.param("Two security forces personnel were killed.", "killed 2", id="forces_personnel"),
        pytest.param("One officer of 12 Marwar Rifles died on Friday.", "killed 1", id="unit_number"),
        pytest.param(
            "A deserter found on Ugandan land was shot and killed by rangers.", "killed 1", id="reduced_relative"
        ),
        pytest.param(
            "A clerk was killed, along with his niece, when shells hit.", "killed 1, killed 1", id="along_after_comma"
        ),
        pytest.param("The shooting sent two people to hospital.", "injured 2", id="sent_to_hospital"),
        pytest.param("One of the men took cover in a hospital.", "", id="took_cover"),
        pytest.param("Wounded were three women and a boy.", "injured 3, injured 1", id="wounded_were"),
        pytest.param("The 22 wounded were taken to Mercy Hospital.", "injured 22", id="number_wounded_were"),
        pytest.param("Police found one dead and the other critically wounded.", "killed 1, injured 1", id="the_other"),
        pytest.param("Three out of ten hostages have been killed.", "killed 3", id="out_of"),
        pytest.param("Two policemen were bullet-injured.", "injured 2", id="bullet_injured"),
        pytest.param("Seven died and 112 others were hurt.", "killed 7, injured 112", id="112 people"),
        pytest.param("Two women on the tractor lost their legs.", "injured 2", id="lost their legs"),
        pytest.param("Neighbours phoned 112 and said a man was shot.", "injured 1", id="112 called"),
        pytest.param("Two 911 callers reported that three men were shot.", "injured 3", id="911 callers"),
        pytest.param("Officer Musa Bala said in a speech that the boat was hit.", "", id="speaker before that"),
        pytest.param("A missile hit the bulk carrier Aegean Hope.", "", id="name of a ship"),
        pytest.param("A missile hit the Greek-owned tanker Aegean Hope.", "", id="whose ship it is"),
        pytest.param(
            "Ana Pell, 35; Joe Pell, 34; and Maria Stone, 26, died.", "killed 1, killed 1, killed 1", id="semicolons"
        ),
        pytest.param("Farmer stabs two neighbours, shot dead.", "killed 1, injured 2", id="attacker_shot_dead"),
        pytest.param(
            "Near the town of Tal Tamer, six policemen and 4 civilians were killed.", "killed 6, killed 4", id="town_of"
        ),
        pytest.param("The killing or wounding of several rebels was reported.", "injured 3+", id="killing_or_wounding"),
        pytest.param("Three staff of a local NGO killed and one injured.", "killed 3, injured 1", id="local_ngo"),
        pytest.param("Two clerks of an INGO executed by militants.", "killed 2", id="agency_executed"),
        pytest.param("Five miners were killed; the sixth was wounded.", "killed 5, injured 1", id="the_sixth"),
        pytest.param("Thirty people are still under treatment.", "injured 30", id="under_treatment"),
        pytest.param(
            "Ana Pell, 34, her husband Luis, 36, and their son Dani, 9, were found shot dead.",
            "killed 1, killed 1, killed 1",
            id="her_husband",
        ),
        pytest.param("Colonel Ortega's assassination was claimed by the rebels.", "killed 1", id="possessive_name"),
        pytest.param("The journalist's murder comes after threats.", "killed 1", id="possessive_noun"),
        pytest.param("His bullet-riddled body was found in a drain.", "killed 1", id="his_riddled_body"),
        pytest.param(
            "A bomber detonated her vest at a market, killing herself and three others.",
            "killed 1, killed 3",
            id="herself_and_others",
        ),
        pytest.param(
            "Gunmen attacked a mayor's house, killing him and his wife.", "killed 1, killed 1", id="him_and_his_wife"
        ),
        pytest.param(
            "The clash ended with three injured officers, five militants killed.", "killed 5", id="prenominal_fate"
        ),
        pytest.param("His body was found in a ditch.", "killed 1", id="his_body_found"),
        pytest.param("A bullet hit his body armour.", "", id="his_body_hit"),
        pytest.param("His assassination attempt failed.", "", id="attempt_on_him"),
        pytest.param("An airstrike wiped out a family of six.", "killed 6", id="wiped_out"),
        pytest.param("The army lost seven men.", "killed 7", id="lost_men"),
        pytest.param("The number of civilians killed in the raid has risen to 64.", "killed 64", id="number_killed"),
        pytest.param("The attack left a toll of one person wounded.", "injured 1", id="toll_of_wounded"),
        pytest.param(
            "The victims, ages 17, 19 and 22, were taken to hospitals in serious condition.",
            "injured 3",
            id="counted_by_ages",
        ),
        pytest.param("Her sons, 7 and 8, were hurt.", "injured 2", id="sons_by_ages"),
        pytest.param("Two men were rushed to Saint Mary of Nazareth Hospital.", "injured 2", id="named_hospital"),
        pytest.param("He was taken to a hospital where he died.", "killed 1", id="died_in_hospital"),
        pytest.param("Neither the envoy nor his wife was hurt.", "", id="neither_nor"),
        pytest.param("The freed men suffered no wounds.", "", id="no_wounds"),
        pytest.param("Fighters looted the food and burnt the trucks.", "", id="burnt_things"),
        pytest.param("A driver was killed and two women were wounded (not included).", "killed 1", id="not_included"),
        pytest.param("Gunmen shot four others, including one who died.", "injured 4, killed 1", id="one_who_died"),
        pytest.param("Three truck drivers were held by Al-Shabaab.", "abducted 3", id="held_by_a_named_group"),
        pytest.param("All but two of the 15 passengers were killed.", "killed 13", id="all_but"),
        pytest.param(
            "Two assailants blew themselves up while a third was shot dead by guards.",
            "killed 2, killed 1",
            id="a_third",
        ),
        pytest.param(
            "A man shot and killed his ex-wife and her boyfriend, then killed himself.",
            "killed 1, killed 1, killed 1",
            id="then_himself",
        ),
        pytest.param("The wake was for a baker who had died of natural causes.", "", id="natural_causes"),
        pytest.param("She is wanted in the May 14 shooting death of a man.", "killed 1", id="day_is_no_number"),
        pytest.param("Jets bombed the hills to avenge the death of four airmen.", "", id="revenge"),
        pytest.param(
            "The attack killed two and wounded at least eight, the mayor said.",
            "killed 2, injured 8+",
            id="speaker_is_no_victim",
        ),
        pytest.param("Gunmen took away seven men.", "abducted 7", id="took_away"),
        pytest.param(
            "A clerk shot and killed three people before taking his own life.", "killed 1, killed 3", id="his_own_life"
        ),
        pytest.param("The gunman, who was 17, suffered a wound to the hand.", "injured 1", id="who_was_17"),
        pytest.param("Boy, 17, stabbed to death in Elmira", "", id="age_in_a_headline"),
        pytest.param("Divers located a second body in the canal.", "killed 1", id="second_body"),
        pytest.param("Three people died and as many were injured.", "killed 3, injured 3", id="as_many"),
        pytest.param("Shells wounded 40 Tuesday in the old town.", "injured 40", id="number_before_a_day"),
        pytest.param("Also killed was a 12-year-old girl.", "killed 1", id="also_killed_was"),
        pytest.param(
            "Police identified the dead as Marcus Hill, 22, and Tyrone Banks, 24.", "killed 1, killed 1", id="two_names"
        ),
        pytest.param("A van driver killed 84 celebrating Liberation Day.", "killed 84", id="those_celebrating"),
        pytest.param(
            "The raids were in revenge for the death of five airmen killed when their plane crashed.", "", id="answered"
        ),
        pytest.param(
            "Rebels fought the army claiming at least 12 killed and 17 injured a correspondent reported.",
            "killed 12+, injured 17",
            id="no_comma_before_the_speaker",
        ),
        pytest.param("Fourteen of the wounded are in critical condition.", "injured 14+", id="some_of_the_wounded"),
        pytest.param("They executed three officers of the Arab-backed army.", "killed 3", id="people_in_a_compound"),
        pytest.param(
            "A 61-year-old grandmother of nine who was hit by a stray bullet is in hospital.",
            "injured 1",
            id="children",
        ),
        pytest.param("The other, 29, suffered a wound to the neck.", "", id="age_of_another"),
        pytest.param("A 26 y/o man and 33 y/o woman were stabbed to death.", "killed 1, killed 1", id="ages_cut_apart"),
        pytest.param("Four slugs were taken from his chest.", "", id="taken_from_somebody"),
        pytest.param("The raiders, between 20 and 30, then burned the church.", "", id="verb_with_an_object"),
        pytest.param(
            "A bomb went off at the office, killing union leaders Berta Solano and Hugo Rivas.",
            "killed 1, killed 1",
            id="names_behind_their_title",
        ),
        pytest.param(
            "Six members of the Asayish and four civilians were killed.",
            "killed 6, killed 4",
            id="no_name_has_an_article",
        ),
        pytest.param("He shot five workers, three of them fatally.", "injured 5, killed 3", id="not_all_fatally"),
        pytest.param(
            "A student rammed his car into a queue, injuring three of them, and was shot dead by the police.",
            "killed 1, injured 3",
            id="subject_of_both_verbs",
        ),
    ],
)
def test_forms(make_document: MakeDocument, text: str, expected: str) -> None:
    assert ", ".join(figures(make_document, text)) == expected


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        pytest.param(
            "The group, which killed 12 tourists in 2008, took responsibility for an attack in which one guard died.",
            [12],
            id="year_of_one_clause",
        ),
        pytest.param(
            "Police killed four militants involved in the Wagah attack (2014) in a shootout.", [], id="year_of_a_noun"
        ),
        pytest.param(
            "The attack was the deadliest since a suicide bombing in March that killed 60.", [60], id="deadliest_since"
        ),
        pytest.param("Two guards were injured in a raid the week before.", [2], id="the_week_before"),
        pytest.param(
            "It would be recalled that troops killed 12 fighters at Dimbe on Saturday.", [12], id="it_would_be_recalled"
        ),
        pytest.param("The crisis began when cows strayed into a farm and a boy was beaten up.", [1], id="crisis_began"),
        pytest.param("In 2012, a bombing there killed 41 people and wounded 60.", [41, 60], id="year_of_the_sentence"),
    ],
)
def test_background_is_told_of_by_its_own_clause(make_document: MakeDocument, text: str, historical: list[int]) -> None:
    mentions = extract(make_document(text, published="2016-05-12"))
    assert [m.low for m in mentions if m.certainty.historical] == historical


def test_replaced_figure_is_superseded(make_document: MakeDocument) -> None:
    text = "Police initially reported four deaths but later said that seven people had been killed."
    assert [(m.low, m.superseded) for m in extract(make_document(text))] == [(4, True), (7, False)]
    text = "Officials had earlier put the toll at 21 dead and 74 wounded."
    assert [(m.low, m.superseded) for m in extract(make_document(text))] == [(21, True), (74, True)]


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        pytest.param("Five militants have been killed in other raids this month.", True, id="this_month"),
        pytest.param("At least 30 villagers have been killed in three years.", True, id="in_three_years"),
        pytest.param("The government has killed more than 200,000 people.", True, id="more_than_one_attack_kills"),
        pytest.param("She was the third teacher killed in Nuba this year.", True, id="third_this_year"),
        pytest.param("Over 100 medics have been killed since the civil war began.", True, id="since_the_civil_war"),
        pytest.param("He is the second trader slain in the town in a week.", True, id="second_in_a_week"),
        pytest.param("A second guard was killed on Monday.", False, id="second"),
    ],
)
def test_counts_more_than_one_incident(make_document: MakeDocument, text: str, cumulative: bool) -> None:
    assert [m.cumulative for m in extract(make_document(text))] == [cumulative]


def test_names_of_a_counted_few_are_part_of_them(make_document: MakeDocument) -> None:
    text = "Haji Rasul, his two sons Omar and Walid Khan, and 11 others were killed."
    assert [m.low for m in extract(make_document(text)) if not m.part_of_total] == [1, 2, 11]


def test_those_among_the_dead_are_part_of_them(make_document: MakeDocument) -> None:
    text = "Five men were killed in the strike. Among the dead were two Uzbeks."
    assert [m.low for m in extract(make_document(text)) if not m.part_of_total] == [5]


def test_names_behind_a_share_are_part_of_it(make_document: MakeDocument) -> None:
    text = "Two of those guests, 27-year-old Carl Dunn and 35 year old Luis Ortega, died after the fight."
    assert [m.low for m in extract(make_document(text)) if not m.part_of_total] == [2]
