"""Invented news whose reports stand in nouns, in texts and in frames of verbs, and what only looks like them."""

from typing import Final

from attribution_cases import Case

__all__ = ["REPORTS", "said", "silent"]


def said(text: str, *those: tuple[str, str]) -> Case:
    """Return a text with words of it, each with who says them."""
    return Case(text, those, ())


def silent(text: str, *words: str) -> Case:
    """Return a text with words of it that nobody says."""
    return Case(text, (), words)


REPORTS: Final = (
    # nouns of saying
    said("The move drew criticism from Norway.", ("drew criticism", "Norway")),
    said("Statements of concern have come from King Olav.", ("concern", "Olav")),
    said("The vote was held despite Norway’s warning of a boycott.", ("warning of", "Norway")),
    said("Protesters filled the square. Their demands include a new vote.", ("a new vote", "Protesters")),
    silent("The call came late, and help from Norway came later.", "help from"),
    silent("Norway’s claim that the ship was lost is false.", "ship was"),
    # texts, and whose they are
    said(
        "The Lake Council issued a statement saying the port is shut. The statement said it would open in May.",
        ("port is shut", "Lake Council"),
        ("would open", "Lake Council"),
    ),
    said(
        "President Ana Reis issued a statement at her club outside Veld saying, “This is far from over”.",
        ("far from over", "Ana Reis"),
    ),
    said(
        "The Lake Council released a letter. “No ship was hurt;” read the letter; “we will stay.”",
        ("No ship was", "Lake Council"),
        ("we will stay", "Lake Council"),
    ),
    said(
        "The High Court ruled the law was void. According to the ruling, it broke a treaty.", ("broke a", "High Court")
    ),
    said("The Lake Party, in its statement, said no.", ("said no", "Lake Party")),
    said("According to a March 14, 2031 NATO press release, trade fell.", ("trade fell", "NATO")),
    # chains
    said("NPR reported Minister Olaf Brandt, the host, recommended a pause.", ("a pause", "Olaf Brandt")),
    said("The BBC also cited Olaf Brandt, chief of the Lake Guard, as saying it rained.", ("it rained", "Olaf Brandt")),
    said("President Ana Reis left. State television quoted her as saying it rained.", ("it rained", "Ana Reis")),
    said("An envoy of Norway said the pipe leaks, Lake Mail reported.", ("pipe leaks", "envoy of Norway")),
    said("Fars reported Norway closed the port in May and demanded an apology.", ("an apology", "Norway")),
    said("The port, as reported by the Lake Post, is shut.", ("is shut", "Lake Post")),
    said("According to a poll by Veld University, most voters oppose the map.", ("most voters", "Veld University")),
    said("Minister Bo Lin left. According to him, it rained.", ("it rained", "Bo Lin")),
    said("The Lake Post, citing two envoys, reported that the pipe leaks.", ("pipe leaks", "two envoys")),
    said("The Lake Fund (LF), which lends money, declared that it rained.", ("it rained", "Lake Fund")),
    said(
        "Joint Statement by the Ministers of Norway and Sweden: “No fish today.”",
        ("No fish", "Ministers of Norway and Sweden"),
    ),
    said("Director Ane Dahl, in remarks to lake.com.no, said, “It burns.”", ("It burns", "Ane Dahl")),
    said("Reuters, citing unnamed sources, reported that the pipe leaks.", ("pipe leaks", "unnamed sources")),
    said("Projections by CNN and NPR indicated that she won.", ("she won", "CNN")),
    said("A news agency is quoting the foreign minister as saying it rained.", ("it rained", "foreign minister")),
    said("The people want to see rain, Minister Bo Lin said, adding that it is late.", ("want to see", "Bo Lin")),
    said("Bo Lin said it rained after Norway announced a vote.", ("it rained", "Bo Lin")),
    silent("They signed a pact, according to which the port stays open.", "stays open"),
    # who says it
    said("A hospital spokesperson said four men were hurt.", ("were hurt", "hospital spokesperson")),
    said("Four men were hurt, according to a city hospital spokesperson.", ("Four men", "hospital spokesperson")),
    said("The judge presiding over the case, Ana Reis, said no.", ("said no", "Ana Reis")),
    said("Lake University expert and former envoy, Ana Reis, said no.", ("said no", "Ana Reis")),
    said(
        "Ana Reis of Lake University and contributor to Slate wrote, “No court can do that.”", ("No court", "Ana Reis")
    ),
    said("Arne dela Vega of the army’s Western Command said no.", ("said no", "Arne dela Vega")),
    said("Mayor of Veld Ana Brink Reis said no. Envoy for Veld Bo Lin said yes.", ("said yes", "Bo Lin")),
    said("“We can win!” Ana Reis told the world on Twitter.", ("We can win", "Ana Reis")),
    said("“It rains a lot in Veld.” Ana Reis said.", ("It rains", "Ana Reis")),
    said("The director of Norway’s Lake Fund, Ana Reis, said no.", ("said no", "Ana Reis")),
    said("It is not for a court to opine, argued the government’s lawyer, Bo Lin.", ("to opine", "Bo Lin")),
    said("The host was Tom Hale, 24, who cited his love of rugby: “One in, all in.”", ("One in", "Tom Hale")),
    said("Hezbollah have stated that the pair is safe.", ("pair is safe", "Hezbollah")),
    said(
        "The critics of the populist ruling party accused it of theft.",
        ("of theft", "critics of the populist ruling party"),
    ),
    said("The ministers met. Their statement condemned the raid.", ("condemned", "ministers")),
    said("Both he and Mayor Bo Lin, urged restraint.", ("urged restraint", "Bo Lin")),
    said("On Monday, Lake magazine announced its choice.", ("its choice", "Lake magazine")),
    said("The council’s (LC) director, Ana Reis, opened the hall by stressing trade.", ("stressing trade", "Ana Reis")),
    said("“It is a trick,” said one protester using the pseudonym Katya.", ("It is a trick", "Katya")),
    said("The ruling Lake Party said no.", ("said no", "Lake Party")),
    said("Both Norway and the United States have denied it.", ("denied it", "Norway"), ("denied it", "United States")),
    said(
        "Fiancée of murdered Danish reporter demands an inquiry.", ("an inquiry", "Fiancée of murdered Danish reporter")
    ),
    said("The plan was condemned by miners’ groups.", ("condemned", "miners’ groups")),
    said("The sailor was identified as Bo Lin by a Navy spokesperson.", ("identified as", "Navy spokesperson")),
    said("Minister Bo Lin praised the “Lake plan”. “I like it”, he continued in the speech.", ("I like it", "Bo Lin")),
    said("Envoy Bo Lin “strongly condemned” the raid.", ("strongly condemned", "Bo Lin")),
    said("Jared Lund: “The rain is here.”", ("The rain is", "Jared Lund")),
    silent("The official position was known. A general election was held.", "position was", "election was"),
    silent("She launched a plan dubbed “Lake 2031” in May.", "Lake 2031"),
    # pronouns
    said("The EU paid for the study, as it considers the pipe safe.", ("pipe safe", "EU")),
    said(
        "PBS revealed that Prince Omar bin Said had agreed. “I was there,” he said.", ("I was there", "Omar bin Said")
    ),
    said("The Lake Council met. It also praised the Norwegians.", ("praised", "Lake Council")),
    said("Spokeswoman Eva Dahl met Minister Bo Lin. He left. “No,” she said.", ("“No,”", "Eva Dahl")),
    said(
        "President Ana Reis met Premier Bo Lin. Both leaders spoke. President Ana Reis and Premier Bo Lin discussed "
        "fish and pledged to cooperate. They also agreed that the port is safe.",
        ("pledged to", "Bo Lin"),
        ("port is safe", "Both leaders"),
    ),
    said("Both leaders met. They discussed fish, noting shared concern.", ("shared concern", "Both leaders")),
    # verbs with what stands behind them
    said("Minister Bo Lin credited the press with keeping the story alive.", ("story alive", "Bo Lin")),
    said("The court did not give the claim any credence.", ("any credence", "court")),
    said("Minister Bo Lin raised Norway’s brutal war.", ("brutal war", "Bo Lin")),
    said("Bo Lin accepted responsibility for the leak.", ("responsibility", "Bo Lin")),
    said("Norway made threats against the navy.", ("threats against", "Norway")),
    said("Norway seeks Interpol’s aid.", ("aid", "Norway")),
    said("Ms Reis was projected by three broadcasters to have won.", ("to have won", "three broadcasters")),
    said("The council voted unanimously to condemn the raid.", ("condemn the raid", "council")),
    said("The Lake Post called the race for Bo Lin.", ("called the race", "Lake Post")),
    said("Speaking in Veld, Minister Ana Reis called the vote a sham.", ("a sham", "Ana Reis")),
    said(
        "Sweden accused Norway of theft, a charge Norway denied.", ("of theft", "Sweden"), ("Norway denied", "Norway")
    ),
    said("Minister Bo Lin hopes to see the lake.", ("see the lake", "Bo Lin")),
    said("Minister Ana Reis went as far as to say, “It is over.”", ("It is over", "Ana Reis")),
    said("Minister Bo Lin was clear about the need to act.", ("need to act", "Bo Lin")),
    said("Ana Reis was highly critical of the plan.", ("of the plan", "Ana Reis")),
    said("Minister Bo Lin discussed the importance of trade.", ("importance of", "Bo Lin")),
    said("Minister Bo Lin joined the calls for a truce.", ("for a truce", "Bo Lin")),
    said("Minister Bo Lin seconded the plan.", ("seconded", "Bo Lin")),
    said("World leaders call to stop the fires.", ("stop the fires", "World leaders")),
    said("Minister Bo Lin gave his “deepest sympathies”.", ("deepest", "Bo Lin")),
    said("King Olav ordered three days of mourning.", ("three days", "Olav")),
    silent(
        "The sky was clear. The Lake House refers to an office. The ministers discussed the need to act.",
        "clear",
        "refers",
        "need",
    ),
    said("Norway puts the number of dead at three.", ("number of dead", "Norway")),
    silent("The flood claimed ten lives. Bo Lin said nothing. He raised taxes.", "ten lives", "nothing", "taxes"),
    silent("Norway ruled the island for years. Bo Lin pleaded guilty to theft.", "the island", "to theft"),
    silent(
        "The law allows Norway to try accused men. 36 people believed to have fled are here.",
        "accused men",
        "36 people",
    ),
    silent("The ministers held talks and accepted the medal. They supported the family.", "held talks", "medal"),
    # remarks for which somebody speaks, and asides that name
    said("Minister Oda Brink called Ana Reis to reaffirm that the port stays open.", ("port stays", "Oda Brink")),
    said("One of these groups, the Lake Front (LF), opposed the withdrawal.", ("opposed the", "Lake Front")),
    said("Norway has committed $130 million to the port.", ("$130 million", "Norway")),
    said("Norway subpoenaed a transcript of the call.", ("a transcript", "Norway")),
    said("On television Olav attacked the proclamation of the isle.", ("the proclamation", "Olav")),
    silent("Norway led Sudland to a time to be agreed on an official state visit.", "state visit"),
    silent("Norway released a summary of a phone call made by Olav.", "phone call"),
    silent("Norway Air and Veld Lines are hit, as they both offer flights to the isle.", "offer flights"),
    silent("Olav was known for a quiet course as a “friend to all and foe to none”.", "friend to"),
    said("Olav said, “We will pay”, as quoted by the Veld Post.", ("We will pay", "Olav")),
    # who speaks for somebody, and who stands beside a comma
    said("A spokesman for President Ana Reis stated: “No deal.”", ("No deal", "A spokesman for President Ana Reis")),
    said("An aide to President Ana Reis said it rained.", ("it rained", "An aide to President Ana Reis")),
    said("Spokesman for Foreign Affairs Bo Lin said it rained.", ("it rained", "Bo Lin")),
    said("Bo Lin, an official with the Lake Ministry said, “The port is shut.”", ("port is", "Bo Lin")),
    said("Bo Lin, an official said, would resign.", ("would resign", "Official")),
    # texts, and those who issue them
    said(
        "Norway denied the raid, and the country’s military has released a statement warning that “we will fire”.",
        ("the raid", "Norway"),
        ("we will fire", "country’s military"),
    ),
    said("Norway issued a statement following the lake summit saying the port is shut.", ("port is", "Norway")),
    said(
        "President Ana Reis read a statement of intent by Minister Bo Lin, and Envoy Kim Dahl. The joint statement"
        " said: “They will meet again.” It also set a deadline: “We finish before May.”",
        ("They will meet", "Bo Lin and Kim Dahl"),
        ("We finish", "Bo Lin and Kim Dahl"),
    ),
    said(
        "The Lake Investigation Group (LIG) investigation determined that it sank.",
        ("it sank", "Lake Investigation Group"),
    ),
    # what somebody speaks for, and of
    said("Minister Ana Reis held a press conference to announce that it rained.", ("it rained", "Ana Reis")),
    silent("Minister Ana Reis held a meeting to announce the winner.", "the winner"),
    said("Commenting on the vote, Minister Ana Reis said that it was a good day.", ("on the vote", "Ana Reis")),
    said(
        "Minister Ana Reis commented on the vote, saying “it was close”.",
        ("on the vote", "Ana Reis"),
    ),
    # verbs of thinking and of planning
    said("Norway contests this.", ("contests", "Norway")),
    said("Norway contested the report’s findings.", ("findings", "Norway")),
    silent("Minister Ana Reis contests the northern seat.", "northern seat"),
    said("Minister Ana Reis felt the vote was a success.", ("a success", "Ana Reis")),
    silent("Norway felt the earthquake that was strong.", "strong"),
    silent("Norway felt the effects on Monday.", "effects"),
    said("Norway outlined four areas where it would help.", ("four areas", "Norway")),
    said("Minister Ana Reis outlined how she hoped it would end.", ("would end", "Ana Reis")),
    said("Bo Lin saw reason for “guarded hope” and praised the pledges.", ("guarded", "Bo Lin"), ("pledges", "Bo Lin")),
    # several states, and what comes from one
    said("U.S. and Norwegian officials said it rained.", ("it rained", "U.S. and Norwegian officials")),
    said("Norway and Swedish officials said it rained.", ("it rained", "Norway")),
    said("The US and China said it rained.", ("it rained", "United States")),
    silent("Leaders met in Wales to address new threats from Norway.", "new threats"),
    # what states pledge
    said("Norway and Sweden will continue working toward peace.", ("toward peace", "Norway")),
    said("To that end, Norway will continue to support the talks.", ("support the", "Norway")),
    silent("Norway will continue to suffer from the rain.", "suffer"),
    silent("If Norway will continue to support the fund, it will grow.", "the fund"),
    silent("Traders will continue to support the fund.", "the fund"),
    # somebody else's words, and whose a pronoun or a title is
    said(
        "Li Wu accused Bo Lin of lying, after Lin called for “an end” to it.", ("an end", "Bo Lin"), ("lying", "Li Wu")
    ),
    said("Li Wu accused Bo Lin of lying before he called for “an end” to it.", ("an end", "Li Wu")),
    said("Norway’s army met King Olav of Sweden, who argued for “force”.", ("force", "Olav")),
    said("Ministers of Norway, who argued for “force”, left.", ("force", "Ministers of Norway")),
    said(
        "Minister Bo Lin said no. Alleging Norway has “rights” in Sweden, Peru and Ghana, his picture is bleak.",
        ("rights", "Bo Lin"),
    ),
    said("President Ana Reis left. It fell to Minister Bo Lin to explain. He said it rained.", ("it rained", "Bo Lin")),
    said("President Bo Lin left. It fell in June to Minister Ana Reis. He said it rained.", ("it rained", "Bo Lin")),
    said("Minister Bo Lin was keen to stress that it rained.", ("it rained", "Bo Lin")),
    said("Minister Bo Lin was at pains to note that it rained.", ("it rained", "Bo Lin")),
    said("Minister Bo Lin was quick to point out that it rained.", ("it rained", "Bo Lin")),
    said("Minister Bo Lin took the opportunity to thank Norway for its help.", ("its help", "Bo Lin")),
    silent("Minister Bo Lin was keen to announce a deal.", "a deal"),
    silent("Minister Bo Lin has an opportunity to thank Norway for its help.", "its help"),
    said("The leaders agreed Norway and Sweden will work together.", ("work together", "Leaders")),
    said("Norway and Sweden agreed on a partial truce.", ("partial truce", "Norway")),
    silent("Norway agreed this week to meet Sweden.", "meet Sweden"),
    silent("The figures agreed on Monday.", "Monday"),
    said("Citing ties with Peru, Minister Bo Lin said no.", ("said no", "Bo Lin")),
    said(
        "Minister Bo Lin spoke about fish and, according to Radio Veld, Norway’s “great fleet”.\n\n“We shall sail.”",
        ("We shall sail", "Bo Lin"),
    ),
    said("According to Minister Ana Reis, it rained.\n\n“We shall sail.”", ("We shall sail", "Ana Reis")),
)
"""Reports without a plain verb of saying, or with one of more than one meaning."""
