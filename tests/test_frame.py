"""What a figure is about: sentences and the frame of their figure."""

from __future__ import annotations

from collections import Counter

import pytest

from factcheck.lexicon import load, stem
from factcheck.lexicon.acts import AS_WRITTEN
from sources import judged


def claim_of(text: str, figure: str, published: str = "2023-05-04"):
    claims, _, _ = judged(text, "Nothing else is told.", published=(published, published))
    return next(claim for claim in claims if claim.text == figure and claim.source == "a")


ACTS = [
    ("Prices fell in May, the office said last week.", "last week", "said"),
    ("The mayor told reporters on Monday that 12 hikers were killed.", "Monday", "said"),
    ("The landslide killed 12 hikers on Monday, she said.", "Monday", "killed"),
    ("The firm fired 300 workers.", "300", "cut"),
    ("Gunmen fired on 12 marchers.", "12", "shot"),
    ("Forty patients recovered.", "Forty", "recovered"),
    ("Police recovered 40 rifles.", "40", "seized"),
    ("The landslide killed 12 hikers near the lake.", "12", "killed"),
    ("Some 40 workers were injured when the roof gave way.", "40", "injured"),
    ("The blast killed nine people and wounded 13.", "13", "injured"),
    ("The blast killed nine people and wounded 13.", "nine", "killed"),
    ("Police arrested seven men in the harbour.", "seven", "detained"),
    ("The storm destroyed 300 houses in the delta.", "300", "damaged"),
    ("Customs officers seized 14 rifles in the warehouse.", "14", "seized"),
    ("The avalanche killed about 40 tourists sheltering in a hut.", "40", "killed"),
    ("Police arrested 12 fans protesting outside the stadium.", "12", "detained"),
    ("The firm sacked staff and employs 40 engineers working on batteries.", "40", "employed"),
    ("In the cellar 90 bottles of stolen wine were found.", "90", "seized"),
    ("Some 24 miners lost their lives in the shaft.", "24", "killed"),
    ("The flood claimed the lives of 24 farmers.", "24", "killed"),
    ("The guards gunned down 12 rioters.", "12", "killed"),
    ("The rebels let go 12 hostages.", "12", "rescued"),
    ("The rebels set free 12 sailors.", "12", "rescued"),
    ("Divers pulled 12 boys to safety, and four climbers were airlifted from the ridge.", "four", "rescued"),
    ("The court found guilty 12 smugglers.", "12", "convicted"),
    ("Twelve officers stood trial.", "Twelve", "charged"),
    ("Nine brokers were acquitted.", "Nine", "acquitted"),
    ("The judge sent nine men to prison.", "nine", "sentenced"),
    ("The mill laid off 300 weavers.", "300", "cut"),
    ("The mill made redundant 300 weavers.", "300", "cut"),
    ("Some 1,900 dockers walked out.", "1,900", "struck"),
    ("Some 1,900 dockers went on strike.", "1,900", "struck"),
    ("About 5,000 farmers took to the streets.", "5,000", "protested"),
    ("The army shot down two drones.", "two", "downed"),
    ("The gang made off with cash, and stole 40 watches.", "40", "stolen"),
    ("Ten lawmakers voted against the bill.", "Ten", "rejected"),
    ("Some 600 clerks voted by post.", "600", "voted"),
    ("Only 61 percent went to the polls.", "61 percent", "turnout"),
    ("Arden deported 40 students.", "40", "deported"),
    ("Some 900 Sudrians sought asylum.", "900", "applied"),
    ("The ferry with 90 pilgrims capsized.", "90", "sank"),
    ("Four carriages left the rails.", "Four", "derailed"),
    ("The port cancelled 40 sailings.", "40", "cancelled"),
    ("The port delayed 40 sailings.", "40", "delayed"),
    ("The pipe leaked 300 tonnes of oil.", "300 tonnes", "leaked"),
    ("Vets culled 3,000 hens.", "3,000", "culled"),
    ("Nurses vaccinated 3,000 pupils.", "3,000", "vaccinated"),
    ("Thirty guests fell ill after the wedding.", "Thirty", "infected"),
    ("Ferrant netted 19 times.", "19", "scored"),
    ("The bank owes $40 million to its suppliers.", "$40 million", "owed"),
    ("The guards fired 40 rounds into the air.", "40", "shot"),
    ("The fire in the mill lasted 40 hours.", "40 hours", ""),
    ("The flood led to 14 confirmed deaths and left 30 hikers missing.", "30", "missing"),
    ("The wreck caused 14 deaths and 28 anglers are missing.", "28", "missing"),
    ("One Dane was killed and five others were still missing.", "five", "missing"),
    ("Of 307 people aboard, 181 were transported to hospitals.", "181", "injured"),
    ("Some 40 pilgrims were ordered to leave.", "40", "displaced"),
    ("Three pairs of skaters dropped out.", "Three", "withdrew"),
    ("The fair was licensed for 400 visitors.", "400", "capacity"),
    ("The board threw out 40 ballots.", "40", "rejected"),
    ("The band sold 40 lamps, and broke 12.", "40", "deal"),
    ("At least 18 hikers were taken to a nearby hospital.", "18", "injured"),
    ("Nine cooks were admitted to two local hospitals.", "Nine", "injured"),
    ("At least 18 survivors reached the shore.", "18", "rescued"),
    ("The death toll from the eruption of Mount Sarn in the far south of Norland has risen to 43.", "43", "killed"),
    (
        "The number of drivers fined on the coast roads of the two northern provinces last year fell to 430.",
        "430",
        "fine",
    ),
    ("Operating profit at the brewer rose to $40 million.", "$40 million", "operating"),
    ("The bus is licensed to carry 40 passengers.", "40", "capacity"),
]


@pytest.mark.parametrize(("text", "figure", "act"), ACTS)
def test_the_verb_that_governs_the_figure_is_the_act(text, figure, act):
    assert claim_of(text, figure).act == act


THINGS = [
    ("The flood hit the town, killing at least one person and injuring a dozen.", "one", "person"),
    ("The crash killed one driver and injured two cyclists.", "one", "driver"),
    ("The court fined one broker and cleared three traders.", "one", "broker"),
    ("The club sold one striker or two defenders a year.", "one", "striker"),
]


@pytest.mark.parametrize(("text", "figure", "thing"), THINGS)
def test_the_counted_noun_ends_before_and(text, figure, thing):
    assert claim_of(text, figure).thing == thing


KINDS = [
    ("The storm killed 12 dockers.", "12", "person"),
    ("The storm killed 12 asylum seekers.", "12", "person"),
    ("The storm killed 12 snowboarders.", "12", "person"),
    ("The wave broke 12 catamarans.", "12", "vessel"),
    ("The landslide hit 12 trams.", "12", "vehicle"),
    ("The wind tore the roofs off 12 bungalows.", "12", "building"),
    ("Wolves took 12 lambs.", "12", "animal"),
    ("Crews put out 12 wildfires.", "12", "incident"),
    ("There were 12 arrests.", "12", "person"),
    ("In 2016 there were 900 applications.", "900", "person"),
    ("The mill will cut 900 jobs.", "900", "person"),
]


@pytest.mark.parametrize(("text", "figure", "kind"), KINDS)
def test_a_counted_noun_has_a_class(text, figure, kind):
    assert claim_of(text, figure).frame.klass == kind


def test_a_form_of_an_act_leads_to_one_class():
    rows = load().tables["acts"]
    plain = {(stem(form), row["class"]) for row in rows for form in row.forms if " " not in form}
    plain -= {(stem(form), row["class"]) for row in rows for form in row.forms if form.endswith(AS_WRITTEN)}
    assert [key for key, count in Counter(key for key, _ in plain).items() if count > 1] == []


def test_a_phrase_of_an_act_has_a_word_with_content():
    empty = {form for row in load().tables["stopwords"] for form in row.forms}
    phrases = [form for row in load().tables["acts"] for form in row.forms if " " in form]
    assert [form for form in phrases if {word for word in form.split() if len(word) > 1} <= empty] == []


LEVELS = [
    ("So far, the navy has seized 14 rifles and 900 rounds.", "900", "running"),
    ("A total of 61 villages lost power.", "61", "running"),
    (
        "The chief said that his officers had seized a total of 14 rifles, 31 pistols and 923 rounds in five raids.",
        "923",
        "running",
    ),
    ("The chain said its managers had closed a total of 12 shops, 3 depots and 40 kiosks.", "40", "running"),
    ("The coach said his players had won a total of 9 cups, 4 shields and 21 medals.", "21", "running"),
    ("Rescuers found 55 people, 12 of them critically hurt.", "12", "part"),
    ("The firm cut 300 jobs, including 40 in Norland.", "40", "part"),
    ("The flood closed eight schools.", "eight", ""),
    ("The flu killed 300 people in Norland and dozens more in its neighbours.", "300", "part"),
    ("The firm sold 40 trams to Wendle and another nine to Arden.", "40", "part"),
    ("The party won 12 seats in the north and a handful more in the south.", "12", "part"),
    ("The crash killed 12 people and injured 40 more.", "12", ""),
]


@pytest.mark.parametrize(("text", "figure", "level"), LEVELS)
def test_scope_words_set_the_level(text, figure, level):
    assert claim_of(text, figure).frame.level == level


SLOTS = [
    ("Traffic fell by 70 percent in Norland, 60 percent in Sudria.", "70 percent", "norland"),
    ("Traffic fell by 70 percent in Norland, 60 percent in Sudria.", "60 percent", "sudria"),
    ("In the battle the rebels lost 12 fighters.", "12", "rebels"),
]


@pytest.mark.parametrize(("text", "figure", "slot"), SLOTS)
def test_a_share_or_loss_has_a_holder(text, figure, slot):
    assert claim_of(text, figure).frame.slot == slot


TOLD_OF = [
    ("Youth unemployment rose to 15.1% in March.", "15.1%", ("youth", "unemployment")),
    ("The number of vacant flats in Arden fell to 900.", "900", ("vacant", "flat")),
    ("Sales were $4 billion and rose 5%.", "5%", ("sal",)),
    ("Brewing revenue was up 19 percent to $40 million, with operating income up 3 percent.", "3 percent",
     ("brew", "operat", "incom")),
    ("The storm killed 12 people.", "12", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "words"), TOLD_OF)
def test_what_was_or_rose_to_a_figure_is_its_subject(text, figure, words):
    assert claim_of(text, figure).frame.subject == tuple(map(stem, words))


OWNERS = [
    ("It was close. In the council, Ferrant has 40 seats and the Liberals won 31.", "40", {"ferrant"}),
    ("It was close. In the council, Ferrant has 40 seats and the Liberals won 31.", "31", {"liberals"}),
    ("The council: Greens 40 seats, Liberals 31 seats.", "31", {"liberals"}),
    ("All eyes are on Sudria. Sudria, once the worst hit, has had 790 cases and 32 deaths.", "32", {"sudria"}),
    (
        "In the south, the Wendle Fire has charred 83 acres. It was 10 percent contained.",
        "10 percent",
        {"wendle", "fire"},
    ),
    ("The storm in Norland killed 12 people.", "12", set()),
    ("Over in Retail Lending, revenue was up 15 percent.", "15 percent", {"retail", "lending"}),
    ("Sales in Arden and Wendle rose 5% and 7%, respectively.", "7%", {"@9"}),
]


@pytest.mark.parametrize(("text", "figure", "names"), OWNERS)
def test_whose_a_figure_is(text, figure, names):
    assert set(claim_of(text, figure).frame.owner) == names


SPEAKERS = [
    ("At least 12 people died, the mayor Anna Weiss said.", "12", "Anna Weiss"),
    ("According to the fire brigade, 12 people died.", "12", "the fire brigade"),
    ("Officials said 12 people died.", "12", "Officials"),
    ("They believe 12 people died.", "12", ""),
    ("The flood in the State of Norland killed 12 people.", "12", ""),
]


@pytest.mark.parametrize(("text", "figure", "speaker"), SPEAKERS)
def test_who_says_so(text, figure, speaker):
    assert claim_of(text, figure).speaker == speaker


def test_a_share_of_them_names_its_base():
    claim = claim_of("The report counted 397 farmers, 80% of them in the hills.", "80%")
    assert claim.of == "397 farmers"


def test_the_district_is_the_last_one_named():
    text = "The quake shook Norland.\nIn Arden district 12 people died.\nAnother four houses fell in the district.\n"
    assert claim_of(text, "four").frame.places == {"arden"}


PLACES = [
    ("Sales were around EUR 40 million then.", "EUR 40 million", ""),
    ("The storm on the coast of Norland sank 12 boats.", "12", "Norland"),
    ("The bombing of Arden airport killed 12 guards.", "12", "Arden"),
    ("Some 40 residents of Wendle voted against it.", "40", "Wendle"),
    ("The takeover of Quillbyte will cost $40 million.", "$40 million", ""),
    ("Hundreds of Norlanders cheered as 12 runners passed.", "12", ""),
    ("The brother of Ida Ferrant scored 12 goals.", "12", ""),
    ("The Department of Norland Affairs hired 12 clerks.", "12", ""),
    ("The Ministry of Sudria fined 12 brokers.", "12", ""),
    ("The Bank of Wendle owes $40 million.", "$40 million", ""),
]


@pytest.mark.parametrize(("text", "figure", "place"), PLACES)
def test_of_leads_to_a_place_only_behind_what_places_have_or_suffer(text, figure, place):
    assert claim_of(text, figure).place == place


POPULATIONS = [
    ("The flood reached Arden, a town of 160,000 people.", "160,000"),
    ("The bank comes from a country of nine million.", "nine million"),
    ("The club plays in a village of some 900 souls.", "900"),
]


@pytest.mark.parametrize(("text", "figure"), POPULATIONS)
def test_a_town_of_so_many_tells_its_inhabitants(text, figure):
    assert claim_of(text, figure).act == "inhabited"


BASES = [
    ("Some 55 percent of voice traffic in Norland and 52 percent in Sudria was lost.", "52 percent", "voice traffic"),
    ("About 40 percent of beef exports go to Arden, 30 percent to Wendle.", "30 percent", "beef exports"),
    ("Half of the young voters in the city and 80 percent in the country chose Ferrant.", "80 percent", "young voters"),
]


@pytest.mark.parametrize(("text", "figure", "base"), BASES)
def test_the_shares_of_a_list_are_of_one_thing(text, figure, base):
    assert claim_of(text, figure).of == base


PASSING = [
    ("Petrol cost 1.52 crowns, the most since 2014, at 300 stations.", "300"),
    ("Turnout was 61 percent, up from 48 percent in 2014.", "61 percent"),
    ("The lender closed 18 branches in 2019 and now runs 230.", "230"),
    ("The crop is down by 24 percent on 2017.", "24 percent"),
    ("Milk costs 5.6 percent more than a year ago.", "5.6 percent"),
    ("The Greens were reduced to 9 seats, from 48 in 2019.", "9"),
    ("Turnout was 59.9 percent, just above the 59.4 percent of 2001.", "59.9 percent"),
    ("That is a drop of five points compared to the 2019 season.", "five"),
    ("At 184 minutes it is the longest film of the summer.", "184 minutes"),
    ("It was the deadliest attack of 2019 and killed 12 people.", "12"),
    ("The quake killed 12 people, the worst toll since 2008.", "12"),
    ("The ministry said on Monday that 12 people had died.", "12"),
    ("Sales were 43 million crowns (2019: 46 million), a fall.", "43 million crowns"),
    ("In all, 181 people were killed, the most after the 1931 quake.", "181"),
    ("It did more harm than the quake in the north in May because it was five miles deep.", "five miles"),
    ("On Tuesday, the ministry of health said 12 people had died.", "12"),
]


@pytest.mark.parametrize(("text", "figure"), PASSING)
def test_a_date_told_in_passing_or_of_another_figure_dates_nothing(text, figure):
    assert not claim_of(text, figure).frame.dated


DATED = [
    ("Turnout was 61 percent, up from 48 percent in 2014.", "48 percent"),
    ("The lender closed 18 branches in 2019 and now runs 230.", "18"),
    ("The storm of 2019 sank 12 boats.", "12"),
    ("The Greens were reduced to 9 seats, from 48 in 2019.", "48"),
    ("Turnout was 59.9 percent, just above the 59.4 percent of 2001.", "59.4 percent"),
    ("Police arrested 120 people in the protest of 14 May 2019.", "120"),
    ("It is the worst outbreak since 2008, when 127 people died.", "127"),
    ("Drivers have warned of it since the 2019 derailment, in which 17 cars left the track.", "17"),
    ("Sales were 43 million crowns (2019: 46 million crowns), a fall.", "46 million crowns"),
    ("On Tuesday a bomb killed 12 people, the ministry said.", "12"),
]


@pytest.mark.parametrize(("text", "figure"), DATED)
def test_a_date_dates_the_figures_it_belongs_to(text, figure):
    assert claim_of(text, figure).frame.dated


INHERITED = [
    ("The mine closed in 1983. Some 400 miners lost their jobs.", "400", True),
    ("The mine opened in 1983. Its 400 miners will be offered other jobs.", "400", False),
    ("The rules changed in 1996. The league now has 18 clubs.", "18", False),
    ("The party split in 2004. It has 3,100 members.", "3,100", False),
]


@pytest.mark.parametrize(("text", "figure", "past"), INHERITED)
def test_what_follows_a_date_long_past_is_as_old_unless_it_tells_of_the_present(text, figure, past):
    event = claim_of(text, figure).frame.event
    assert event is not None
    assert (event[1] < 735000) is past


DAYS = [
    ("The storm of 14 May 2019 sank 12 boats.", "12", ("2019-05-14", "2019-05-14")),
    ("From March 2019 to May 2020 the mill made 12 wagons.", "12", ("2019-03-01", "2020-05-31")),
    ("Between 2009 and 2012 a third of the staff left.", "a third", ("2009-01-01", "2012-12-31")),
    ("The mill makes 12 wagons.", "12", (None, None)),
    ("The ministry said on 14 May 2019 that 12 boats had sunk.", "12", (None, None)),
    ("A storm came on 14 May 2019. It sank 12 boats.", "12", (None, None)),
]


@pytest.mark.parametrize(("text", "figure", "days"), DAYS)
def test_a_figure_has_the_days_its_own_sentence_tells(text, figure, days):
    claim = claim_of(text, figure)
    assert (claim.earliest, claim.latest) == days


LOOKING_BACK = [
    ("The night the mill fell\n\nThe mill collapsed on 24 April 1993. Officers searched the ruin. It held 400 weavers.", "400"),
    ("A verdict in 1961\n\nIn 1961 a court freed Ida Ferrant. The jury heard 40 witnesses.", "40"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure"), LOOKING_BACK)
def test_what_looks_back_from_afar_tells_of_its_past(text, figure):
    event = claim_of(text, figure).frame.event
    assert event is not None
    assert event[1] < 730000


def test_a_day_on_which_somebody_spoke_is_marked():
    assert claim_of("The ministry said on Monday that 12 people died.", "Monday").act == "said"
    assert claim_of("The blast on Monday killed 12 people.", "Monday").act == "killed"


LOCAL = [
    ("Flood in Norland kills 40\nThe flood hit Norland on Monday.\nIt rose.\nIt fell.\nIn Arden 12 people died.", "12", True),
    ("Flood in Norland kills 40\nThe flood hit Norland on Monday.\nIt rose.\nIt fell.\nIn Norland 40 people died.", "40", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "local"), LOCAL)
def test_a_place_the_story_does_not_open_with_is_a_part_of_it(text, figure, local):
    claims, _, _ = judged(text, "Nothing else is told.")
    assert [claim.frame.local for claim in claims if claim.text == figure][-1] is local
