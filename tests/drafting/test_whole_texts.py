"""Texts that are as a whole somebody's own words, and texts that only tell of such words."""

from diplo_events.drafting._finds import find
from each_case import each_case

TRUCE = """I welcome the truce that was signed in Narvik this morning. It has held for two months. Thousands are home.

My government has worked for this day. We thank the envoys, and we ask both sides to keep their word.

Oman opened its ports. Norway will stay at the table."""

TREATY = """We met today in Bergen and signed the water treaty. Our engineers drew the line together.

The river belongs to both banks. No dam will be built above the falls without a vote.

We will meet again in spring."""

THIRD = """The bridge is open to all. It was built in four years.

The tolls go to the schools. Nobody will pay twice. The ferry stops in June."""

FEW = """Norway strongly condemns the raid on the port of Sund. We join the call of our friends for calm.

For months, engineers of both coasts have mended the cables. The raid cut off four towns.

Attacks on ports break the rules of the sea. They put sailors at risk, and they may lead to a wider war."""

VISIT = """President Ana Reis will travel to Sund on Monday. She will meet Prime Minister Tom Hale and sign a treaty.

On Tuesday, the President will visit the harbour. The two leaders will discuss fish and trade.

The harbour was built in four years. We look forward to sharing more details soon."""

LAKE = """The envoys of both coasts met in Bergen today to open the lake talks.

Norway and Sweden recognize that we are stronger together. The lake gives work to thousands.

To mend the locks, Norway and Sweden will pay in equal parts. Last year the lake froze for a month.

We welcome the advice of the fishers, and we affirm our wish to keep the water clean."""

SHORES = """As leaders of Norway, Sweden, and Denmark, guided by our common shores, we resolve to keep the lake open.

The lake gives work to thousands. We will meet again in spring."""

MINISTERS = """The Foreign Ministers of Norway and Sweden met in Bergen. It was their third meeting.

The Ministers welcome the new locks. Our engineers will begin in May."""

NEWS = """The president spoke for an hour on Monday. Critics in Sund were not impressed by the speech.

“We will not pay,” Tom Hale said in Bergen. He leads the fishers of the north.

Ana Reis said the money was there. The vote is on Friday."""

DEUTSCH = """Ich begrüße, dass der Vertrag in Bergen unterzeichnet worden ist. Das ist für die Fischer ein guter Tag.

Wir haben mit den Nachbarn zwei Jahre lang verhandelt. Die Brücke ist nicht das Ende der Arbeit."""

FRANCAIS = """Nous avons signé le traité dans la nuit. Je remercie les pêcheurs qui ont attendu pour cela.

Notre pays est ouvert à la paix. Le pont est pour tous et la route est dans le nord."""


def own(text: str) -> list[tuple[str, ...]]:
    """Return who says each paragraph that is somebody's own."""
    return [tuple(party.name for party in item.speakers) for item in find(text, None).reported if item.is_turn]


@each_case(
    ("text", "speakers", "paragraphs"),
    [
        (f"President Reis Statement on the Truce in Norland\n\n{TRUCE}", ["Reis"], 3),
        (f"President Ana Reis’s Statement on the Truce\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Prime Minister Tom Hale's Remarks at the Harbour of Sund\n\n{TRUCE}", ["Tom Hale"], 3),
        (f"Foreign Minister Eva Dahl statement: the truce\n\n{TRUCE}", ["Eva Dahl"], 3),
        (f"Statement by President Ana Reis on the Truce\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Statement from Secretary Tom Hale\n\nJune 2, 2031\n\n{TRUCE}\n\n###", ["Tom Hale"], 3),
        (f"Remarks by President Ana Reis at the Harbour\n\n(As prepared for delivery)\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Full text: Address by President Ana Reis to Parliament\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Transcript of President Ana Reis’s Speech at the Academy\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Opening Remarks by Secretary Tom Hale\n\n{TRUCE}", ["Tom Hale"], 3),
        (f"Written Statement by Ana Reis, Foreign Minister of Norway, on Trade\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Video Message from Commissioner Eva Dahl\n\n{TRUCE}", ["Eva Dahl"], 3),
        (
            f"Letter from President Ana Reis to Council\n\nDear Mr. Speaker:\n\n{TRUCE}\n\nSincerely,",
            ["Ana Reis"],
            3,
        ),
        (f"Open Letter to the People of Sund from Mayor Eva Dahl\n\nDear friends!\n\n{TRUCE}", ["Eva Dahl"], 3),
        (f"Letter to the Council on the Truce\n\n{TRUCE}\n\nSincerely,\n\nANA REIS JR.", ["Ana Reis"], 3),
        (f"To the Editor:\n\n{TRUCE}\n\nTom Hale, Ambassador of Norway", ["Tom Hale"], 3),
        (f"Message to the Congress on the Truce\n\n{TRUCE}\n\n— Ana Reis", ["Ana Reis"], 3),
        (
            f"A Proclamation on Sailors’ Day\n\n{TRUCE}\n\nNOW, THEREFORE, I, ANA REIS, President, proclaim it.",
            ["Ana Reis"],
            4,
        ),
        (f"Decree\n\nI, Ana Reis, President of Norway, order as follows.\n\n{THIRD}", ["Ana Reis"], 3),
        (f"Joint Statement from Norway, Sweden, and Denmark\n\n{TREATY}", ["Norway", "Sweden", "Denmark"], 3),
        (f"Joint Statement by the Leaders of Norway and Sweden\n\n{TREATY}", ["Leaders of Norway and Sweden"], 3),
        (
            f"Joint Statement of the Foreign Ministers of Norway, Sweden and Denmark on Water\n\n{TREATY}",
            ["Foreign Ministers of Norway, Sweden and Denmark"],
            3,
        ),
        (
            f"Joint Declaration by President Ana Reis and Prime Minister Tom Hale on Water\n\n{TREATY}",
            ["Ana Reis", "Tom Hale"],
            3,
        ),
        (
            f"The Spirit of Bergen\n\nWe, the leaders of Norway, Sweden, and Denmark, met today in Bergen.\n\n{TREATY}",
            ["Leaders of Norway, Sweden, and Denmark"],
            4,
        ),
        (
            f"Bergen Declaration\n\nWe, the Foreign Ministers of Norway and Sweden, have met in Bergen.\n\n{THIRD}",
            ["Foreign Ministers of Norway and Sweden"],
            3,
        ),
        (
            f"THE WHITE HOUSE\n\nOffice of the Press Secretary\n\nJune 2, 2031\n\nStatement by Tom Hale\n\n{TRUCE}",
            ["Tom Hale"],
            3,
        ),
        (f"THE WHITE HOUSE, Washington, June 2, 2031\n\nStatement by President Reis\n\n{TRUCE}", ["Reis"], 3),
        (f"Speech by Foreign Secretary Tom Hale, Oslo, 2 June 2031\n\n{TRUCE}", ["Tom Hale"], 3),
        (f"High Representative/President Ana Reis: Remarks at the Harbour\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Remarks by Vice President Reis at the Harbour\n\n(Applause.)\n\n{TRUCE}", ["Reis"], 3),
        (f"Statement of the Ministry of Trade and Industry\n\n{TREATY}", ["Ministry of Trade and Industry"], 3),
        (f"Why Sund needs the bridge\n\nBy Ana Reis, Foreign Minister of Norway\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Remarks As Prepared for Delivery by Secretary Tom Hale\n\n{TRUCE}", ["Tom Hale"], 3),
        (f"Full text of Ana Reis’s letter to Council\n\n{TRUCE}", ["Ana Reis"], 3),
        (f"Joint Statement on Water by Norway and Sweden\n\n{TREATY}", ["Norway", "Sweden"], 3),
        (f"Statement by the President\n\n{TRUCE}\n\nAna Reis", ["Ana Reis"], 3),
        (f"Statement by Norway on the Bridge\n\n{THIRD}", ["Norway"], 2),
        (f"STATEMENT\n\nStatement by President Ana Reis\n\n{THIRD}", ["Ana Reis"], 2),
        (f"Erklärung von Bundeskanzlerin Eva Dahl zum Vertrag\n\n{DEUTSCH}", ["Eva Dahl"], 2),
        (f"Statement by NSC Spokesperson Eva Dahl on the Raid on Sund\n\n{FEW}", ["Eva Dahl"], 3),
        (f"Statement from the Press Secretary on the Raid\n\n{FEW}", ["Press Secretary"], 3),
        (
            f"Statement by the Spokesperson of the Ministry of Trade on Sund\n\n{THIRD}",
            ["Spokesperson of the Ministry of Trade"],
            2,
        ),
        (f"Norway: Statement by the High Representative on behalf of the Union\n\n{THIRD}", ["High Representative"], 2),
        (f"Foreign Ministry Spokesperson’s Statement on the Raid\n\n{FEW}", ["Foreign Ministry Spokesperson"], 3),
        (f"Comment by the Information Department on the raid\n\n{THIRD}", ["Information Department"], 2),
        (f"Communiqué of the Ministry of Defence on the raid\n\n{THIRD}", ["Ministry of Defence"], 2),
        (f"Press Release by the Embassy of Norway on the raid\n\n{THIRD}", ["Embassy of Norway"], 2),
        (f"Appeal by the Bishops of Norway\n\n{TREATY}", ["Bishops of Norway"], 3),
        (f"Testimony of Secretary Tom Hale before the Council\n\n{TRUCE}", ["Tom Hale"], 3),
        (f"Toast by President Reis at the State Dinner\n\n{TRUCE}", ["Reis"], 3),
        (f"Open letter to the President of Norway by the Fishers’ Union\n\n{TREATY}", ["Fishers’ Union"], 3),
        (f"Final Communiqué of the Lake Summit\n\n{TREATY}", ["Lake Summit"], 3),
        (f"Lake Forum Summit Declaration\n\n{TREATY}", ["Lake Forum Summit"], 3),
        (f"Joint Statement Following the 2031 Norway-Sweden Lake Dialogue\n\n{LAKE}", ["Norway", "Sweden"], 4),
        (f"Joint Declaration on the Lake\n\n{LAKE}", ["Norway", "Sweden"], 4),
        (f"Joint Communiqué on the Occasion of the Visit of President Reis\n\n{LAKE}", ["Norway", "Sweden"], 4),
        (f"Joint Statement Between Norway and Sweden on the Lake\n\n{LAKE}", ["Norway", "Sweden"], 4),
        (f"Joint Statement on the Norway-Sweden Treaty\n\n{TREATY}", ["Norway", "Sweden"], 3),
        (f"Norway-Sweden Joint Statement\n\n{LAKE}", ["Norway", "Sweden"], 4),
        (f"Joint Statement on the Lake\n\n{SHORES}", ["Leaders of Norway, Sweden, and Denmark"], 2),
        (f"Joint Leaders Statement on the Lake\n\n{SHORES}", ["Leaders of Norway, Sweden, and Denmark"], 2),
        (f"Joint Statement on the Locks\n\n{MINISTERS}", ["Foreign Ministers of Norway and Sweden"], 2),
        (
            f"Joint Statement on the Locks\n\n{MINISTERS.replace('The Ministers', 'They')}",
            ["Foreign Ministers of Norway and Sweden"],
            2,
        ),
        (f"Rede des Bundespräsidenten Tom Hale in Bergen\n\n{DEUTSCH}", ["Tom Hale"], 2),
        (f"Déclaration de la présidente Ana Reis sur le traité\n\n{FRANCAIS}", ["Ana Reis"], 2),
        (f"Discours du Premier ministre Tom Hale à Bergen\n\n{FRANCAIS}", ["Tom Hale"], 2),
    ],
)
def test_each_paragraph_of_a_text_that_is_somebodys_own_is_one_statement(
    text: str, speakers: list[str], paragraphs: int
) -> None:
    assert own(text) == [tuple(speakers)] * paragraphs


@each_case(
    "text",
    [
        f"Readout of President Ana Reis’s Remarks at the Harbour\n\n{TREATY}",
        f"Readout of the Meeting of Norway and Sweden\n\n{TREATY}",
        f"Fact Sheet: President Reis Statement on the Truce\n\n{TREATY}",
        f"President Reis’s statement welcomed by Sund\n\n{NEWS}",
        f"President Reis’s Statement on the Truce\n\n{NEWS}",
        f"President Reis’s Statement on the Truce\n\n{THIRD}",
        f"Statement by Reis angers fishers\n\n{NEWS}",
        f"Speech by President Reis draws protest in Sund\n\n{NEWS}",
        f"Reis’s remarks on fish split Sund\n\n{NEWS}\n\nWe will be back with more on Friday.",
        f"Tom Hale's letter to Reis: the full story\n\n{NEWS}",
        f"Norland signs water treaty\n\n{NEWS}",
        f"Norland signs water treaty\n\n“{TREATY.splitlines()[0]}”\n\n{NEWS}",
        f"Leaders sign treaty\n\n“We, the leaders of Norway and Sweden, met in Bergen,” the text says.\n\n{THIRD}",
        f"Decree signed\n\nThe text begins, “I, Ana Reis, President of Norway, order as follows.”\n\n{THIRD}",
        f"Norland signs water treaty\n\n{THIRD}\n\nAna Reis",
        f"Norland signs water treaty\n\n{NEWS}\n\nTom Hale",
        f"Statement of joint understanding released\n\n{NEWS}",
        f"A Proclamation on Sailors’ Day\n\n{THIRD}",
        f"Rede von Kanzlerin Dahl verärgert Fischer\n\nDie Fischer in Sund sind nicht für den Vertrag. {NEWS}",
        f"Why Sund needs the bridge\n\nBy Ana Reis\n\n{TREATY}",
        f"Why Sund needs the bridge\n\nBy Ana Reis, Foreign Minister of Norway\n\n{THIRD}",
        f"Presidential Message on Flag Day\n\n{TRUCE}",
        f"President Reis’s Remarks on Trade Anger Sund\n\nOur reporter was there. {NEWS}",
        f"Message from Reis to Hale leaked\n\n{NEWS}",
        f"Letter by Reis to Hale: what we know\n\n{NEWS}",
        "A day in Sund\n\nWe saw it. “We stay,” Ana Reis said.\n\nMy guess is she will.\n\nLi Wu",
        f"Readout of the Joint Statement of Norway and Sweden\n\n{LAKE}",
        f"Joint Fact Sheet on the Lake\n\n{LAKE}",
        f"Joint Statement on the Lake\n\n{THIRD}",
        f"Joint Statement on the Lake\n\n{TREATY}",
        f"Joint Statement Expected at Lake Talks\n\n{NEWS}",
        f"Joint statement angers fishers\n\nNorway and Sweden spoke of our lake. {NEWS}\n\nNorway and Sweden are late.",
        f"Leaders’ statement draws fire\n\n{NEWS}",
        f"Communiqué of the ministry leaked\n\n{THIRD}",
        f"Comment by fishers angers Sund\n\n{THIRD}",
        f"Appeal by Fishers Fails\n\n{THIRD}",
        f"Sund: Statement by spokesperson angers fishers\n\n{THIRD}",
        f"Fact Sheet: Statement by the Spokesperson on the raid\n\n{THIRD}",
        f"Lake Forum Summit Declaration\n\n{NEWS}",
        f"Lake Forum Summit Declaration\n\n{THIRD}",
        f"Our bridge is open\n\n{THIRD}\n\nThe White House",
    ],
)
def test_a_text_that_tells_of_words_is_nobodys_own(text: str) -> None:
    assert own(text) == []


def test_what_a_statement_quotes_of_others_stays_theirs() -> None:
    text = f"President Reis’s Statement on Water\n\nI read the note. Tom Hale called it “a joke” in Sund.\n\n{TREATY}"
    found = find(text, None).reported
    assert [[party.name for party in item.speakers] for item in found if not item.is_turn] == [["Tom Hale"]]
    assert own(text) == [("Reis",)] * 4


@each_case(
    "headline",
    [
        "Statement by Press Secretary Eva Dahl on President Reis’s Travel to Sund",
        "Statement by the Press Secretary on the Visit of Prime Minister Hale",
        "Statement by Spokesperson Eva Dahl on the President’s Call with Prime Minister Hale",
        "Statement from the Press Secretary",
        "Statement by Eva Dahl, Spokesperson, on Updates to the Vice President’s Trip",
    ],
)
def test_a_spokesperson_who_tells_what_leaders_do_says_only_what_is_in_the_first_person(headline: str) -> None:
    assert len(own(f"{headline}\n\n{VISIT}")) == 1


def test_a_spokesperson_tells_of_whom_the_headline_names_with_their_journey() -> None:
    body = "Reis led a team to Sund. In Oslo, Reis met Tom Hale. The harbour was built in four years.\n\nWe thank Oslo."
    assert len(own(f"Statement by Spokesperson Eva Dahl on Envoy Ana Reis’s Trip to Sund\n\n{body}")) == 1
    assert len(own(f"Statement by Spokesperson Eva Dahl on Sund\n\n{body}")) == 2


def test_a_statement_that_quotes_its_speaker_as_news_do_is_news() -> None:
    text = (
        "Statement by the Special Envoy for Norland\n\nThe Envoy, Ana Reis, left. “It is sad. ” Ms. Reis said.\n\n"
        "“Boats come first,” added the Envoy."
    )
    said = [item for item in find(text, None).reported if item.quotes]
    assert [item.speaker.name for item in said if item.speaker] == ["Ana Reis", "Ana Reis"]


@each_case(
    "words",
    [
        "“Boats come first”, added Ana Reis.",
        "The Special Envoy stressed that “boats come first”.",
        "Ms. Reis also noted that “boats come first”.",
        "She said that “boats come first”.",
    ],
)
def test_a_statement_is_news_by_any_words_that_it_quotes_of_its_speaker(words: str) -> None:
    """A mark before the comma, and a speaker before the words, show it as well."""
    text = f"Statement by the Special Envoy for Norland\n\nThe Special Envoy, Ana Reis, left Sund.\n\n{words}"
    assert own(text) == []
    assert any(item.quotes for item in find(text, None).reported)
