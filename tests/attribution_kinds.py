"""Invented news of further kinds: texts and whose they are, bodies by other names, passives of thoughts, asides."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said, silent

__all__ = ["KINDS"]

KINDS: Final[tuple[Case, ...]] = (
    # a text and whoever issued it, named before
    said(
        "Most herds are kept in the hills, according to a report by the Lake Fund released on Monday. "
        "The report states that many are ill. There were “two million” in 2010, according to the report.",
        ("Most herds", "Lake Fund"),
        ("many are ill", "Lake Fund"),
        ("two million", "Lake Fund"),
    ),
    said(
        "Goats outnumber people, according to the annual Herds Today report by the World Herd Commission (WHC). "
        "The study calls it “a first”.",
        ("Goats", "World Herd Commission"),
        ("a first", "World Herd Commission"),
    ),
    said(
        "Reflecting a “deep divide”, most wells are in the north, according to a survey by the Lake Fund.",
        ("deep divide", "Lake Fund"),
    ),
    said(
        "The UN Office for Lake Rights published a report on Thursday. The bridge was unsafe, the UN report read. "
        "It also accused Norland of neglect. Per the report, Norland was asked to “mend its ways”.",
        ("bridge was", "UN Office for Lake Rights"),
        ("neglect", "UN Office for Lake Rights"),
        ("mend its ways", "UN Office for Lake Rights"),
    ),
    said(
        "State television flashed a message urging people to stay indoors. “The city is calm.”",
        ("stay indoors", "State television"),
        ("The city is calm", "State television"),
    ),
    said(
        "The miners’ union sent an open letter to Prime Minister Tom Hale demanding the repeal of the law.",
        ("demanding the repeal", "miners’ union"),
    ),
    said("The bishops of Norland released a statement condemning the raid.", ("condemning", "bishops of Norland")),
    said(
        "The Norland Senate adopted a resolution freezing the assets of the militia.",
        ("freezing", "Norland Senate"),
    ),
    silent("The council adopted a budget, and the road was built.", "budget", "road"),
    said(
        "Tom Hale’s aide, Eva Dahl, in a briefing for reporters said: “We will stay.”\n\n“It is our home,” she added.",
        ("We will stay", "Eva Dahl"),
        ("It is our home", "Eva Dahl"),
    ),
    said(
        "The move was confirmed by the palace in a radio talk, in which the King proclaimed, “I step down.”",
        ("I step down", "King"),
    ),
    said(
        "The rebels covered a wall with graffiti, one reading: “We are here.” Others left.", ("We are here", "rebels")
    ),
    # passives of thoughts, and reactions
    said("The possibility of floods was raised by health officials in May.", ("floods", "health officials")),
    said("The plan has been attacked by both opposition parties.", ("plan", "opposition parties")),
    silent("The convoy was attacked by rebels on Monday.", "convoy"),
    silent("The flag was raised by soldiers at dawn.", "flag"),
    said("The news was broken by Lakebank.", ("news", "Lakebank")),
    silent("The window was broken by students.", "window"),
    said("The plan was met with anger and some scorn by the unions.", ("anger", "unions")),
    silent("There was anger among the crowd by the lake.", "anger"),
    # bodies and people by other names
    said(
        "A group known as the Veld Front claimed responsibility on Monday. The group says the raid was revenge.",
        ("responsibility", "Veld Front"),
        ("revenge", "Veld Front"),
    ),
    said("Doctors Without Limits says that two died.", ("two died", "Doctors Without Limits")),
    said("The Committee to Protect Writers said it was “appalled”.", ("appalled", "Committee to Protect Writers")),
    said("Two died, according to Health Ministry officer Tom Hale.", ("Two died", "Tom Hale")),
    said("The then-director of the fund, Ana Reis, said “yes”.", ("yes", "Ana Reis")),
    said(
        "The head of the survivors’ group Voices of Flight 12, Mara Lind, told the Veld Post there was “no doubt”.",
        ("no doubt", "Mara Lind"),
    ),
    said("The accused claim the confessions were forced.", ("confessions", "accused")),
    said("The defendants asked police for the file.", ("the file", "defendants")),
    said("Hardline clerics condemned the deal.", ("the deal", "hardline clerics")),
    said(
        "The Norwegian transport ministry denied it. “No ship was seen,” said Norway’s transport ministry.",
        ("No ship was seen", "Norwegian transport ministry"),
    ),
    said(
        "Foreign Minister Omar al-Tamir left Veld. al-Tamir said to the Veld Post that “all is quiet”.",
        ("all is quiet", "Omar al-Tamir"),
    ),
    said(
        "Secretary Ana Reis, Minister Tom Hale, and Envoy Liam Cole praised the pact.",
        ("the pact", "Ana Reis"),
        ("the pact", "Tom Hale"),
    ),
    # who says it, among others in the sentence
    said(
        "A spokesman for the navy said that she knew the families would be “sad”, but, they said, “it is final”. "
        "They added: “We are sorry.”",
        ("it is final", "spokesman for the navy"),
        ("We are sorry", "spokesman for the navy"),
    ),
    said(
        "It began with a fair at which soldiers had blamed locals for thefts, according to Inspector Tom Hale. "
        "He said shots followed.",
        ("It began", "Tom Hale"),
        ("shots followed", "Tom Hale"),
    ),
    said("Minister Ana Reis spoke of hope, quoting King Olav: “The road is long.”", ("The road is long", "Olav")),
    said(
        "The sides spoke of the release of hostages in Veld and President Tom Hale voiced his hope for peace.",
        ("hope for peace", "Tom Hale"),
    ),
    said("Police said to expect more arrests.", ("more arrests", "police")),
    silent("Tom Hale was one of the men said to be ill.", "ill"),
    said("The court in Veld has accepted Tom Hale’s request to drop his appeal.", ("request", "court")),
    said(
        "Some claim the plane flew south, but Norland authorities have discounted those claims.",
        ("those claims", "Norland authorities"),
    ),
    said("The Lake Fund documented 29 cases of theft.", ("theft", "Lake Fund")),
    silent("The film documented a year of the choir.", "choir"),
    # a statement at length, several speakers, and who says it beside a description
    said(
        "The Veld Post has obtained a statement from Mrs Dahl’s successor Tom Hale. In it Hale maintains that the "
        "verdict was just. Dr Cole has also been asked for a comment.\n\n“The thief appealed again, and now seeks, "
        "without any reason, to withdraw. The court had little choice. It is not what the press makes it out to be "
        "at all.”",
        ("The thief appealed", "Tom Hale"),
    ),
    said(
        "Ana Reis, Tom Hale and Liam Cole praised the pact and recalled that it holds.",
        ("it holds", "Ana Reis"),
        ("it holds", "Liam Cole"),
    ),
    said(
        "Liam Cole, the party’s spokesman on trade, and Eva Dahl, its leader, called for “calm”.",
        ("calm", "Liam Cole"),
        ("calm", "Eva Dahl"),
    ),
    said(
        "Liam Cole, a baker, left Veld, and Eva Dahl, its leader, called for “calm”.",
        ("calm", "Eva Dahl"),
    ),
    said("“It is a bright one”, according to his rival, Ana Reis.", ("a bright one", "Ana Reis")),
    silent("According to the plan, Ana Reis, its author, will lead it.", "lead it"),
    said("As for the unions, they called it “theft”.", ("theft", "unions")),
    said(
        "Pressed on the matter, a spokeswoman for the bank would only say that talks were “ongoing”.",
        ("ongoing", "spokeswoman for the bank"),
    ),
    said("Minister Ana Reis was less sure: “I may stay.”", ("I may stay", "Ana Reis")),
    said("Thousands marched through Veld on Sunday, chanting “No more war”.", ("No more war", "Thousands")),
    said("The report’s authors wrote that nobody was “held to account”.", ("held to account", "report’s authors")),
    said("Reports in the Veld Times suggested that the minister had “fled”.", ("fled", "Veld Times")),
    said("“We have lost a friend”, reads a statement on the Lake Fund’s website.", ("a friend", "Lake Fund")),
    said("The council voted 12 to 3 to condemn the raid as “barbaric”.", ("barbaric", "council")),
    said(
        "The union denounced the report by the Lake Fund. The report says wages “rose fast”.",
        ("rose fast", "Lake Fund"),
    ),
    said(
        "The Lake Fund counted 45 dead, whereas — by other rules — Doctors Without Limits state that 66 died.",
        ("66 died", "Doctors Without Limits"),
    ),
    # look-alikes
    said("“We left,” Eva Dahl, a pilot, said. A pilot said it was “dark”.", ("dark", "Pilot")),
    silent("The province continues to maintain militias near Veld.", "militias"),
    silent("Per the Lakes Bill, Norland must pay.", "must pay"),
    said("Tom Hale maintained the tax was “needed”.", ("needed", "Tom Hale")),
    said("Reis, on the other hand, says the vote was “bought”.", ("bought", "Reis")),
    said("Eastland, like Sudland before it, says the pact is “void”.", ("void", "Eastland")),
    silent("Worse, however, was the cold, and rain fell.", "the cold"),
    said("Workers held signs which said “Pay us”.", ("Pay us", "Workers")),
    said("The crowd carried a flag that read “Free Veld”.", ("Free Veld", "crowd")),
    said(
        "Three of the ministers, Ana Reis, Tom Hale and Liam Cole, said they were “sad”.",
        ("sad", "Ana Reis"),
        ("sad", "Liam Cole"),
    ),
    said(
        "The official said the road was “shut”, while a second said it was “open”.",
        ("shut", "official"),
        ("open", "second"),
    ),
)
