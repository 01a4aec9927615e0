"""Texts that are as a whole somebody's own words, and texts that only tell of such words."""

from tests.each_case import each_case

from diplo_events.drafting._finds import find

TRUCE = """I welcome the truce that was signed in Narvik this morning. It has held for two months. Thousands are home.

My government has worked for this day. We thank the envoys, and we ask both sides to keep their word.

Oman opened its ports. Norway will stay at the table."""

TREATY = """We met today in Bergen and signed the water treaty. Our engineers drew the line together.

The river belongs to both banks. No dam will be built above the falls without a vote.

We will meet again in spring."""

THIRD = """The bridge is open to all. It was built in four years.

The tolls go to the schools. Nobody will pay twice. The ferry stops in June."""

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
