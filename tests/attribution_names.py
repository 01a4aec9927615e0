"""Invented news in which names are long, doubled or descriptions, for the attribution of words to their speakers."""

from attribution_cases import Case

__all__ = ["NAMES"]

NAMES: tuple[Case, ...] = (
    Case("Samir al-Haddad, a top aide to the cleric, said: “No.”", (("No.", "Samir al-Haddad"),)),
    Case("Mohamed ElSayed, another activist, tweeted that Norland is “on the way”.", (("on", "Mohamed ElSayed"),)),
    Case("Ahmed Reis, a lawyer, said no deal was near.", (("no deal", "Ahmed Reis"),)),
    Case("Unidentified gunmen fled. Minister Ana Reis said so.", (("said so", "Ana Reis"),)),
    Case(
        "In a letter, the March 4 Farmers Alliance said that they “still want a date”.",
        (("still want", "March 4 Farmers Alliance"),),
    ),
    Case("On March 4 the Farmers Alliance said it would march.", (("would march", "Farmers Alliance"),)),
    Case(
        "The Department of Health and Human Services called the fever a “grave danger”.",
        (("grave danger", "Department of Health and Human Services"),),
    ),
    Case(
        "Lake Party leader and Prime Minister Ana Reis said she was “humbled”.",
        (("humbled", "Ana Reis"),),
    ),
    Case(
        "The party leader and Prime Minister Ana Reis said no.", (("said no", "party leader"), ("said no", "Ana Reis"))
    ),
    Case("Other Chilean officials have insisted that the army was ready.", (("was ready", "Chilean officials"),)),
    Case(
        "Legal and religious groups have called for the tax to go.",
        (("to go", "Legal and religious groups"),),
    ),
    Case(
        "Some of the protesters the paper interviewed said they came to “defend jobs”.",
        (("defend", "Some of the protesters"),),
    ),
    Case(
        "President Ana Reis declared an emergency on Friday. The proclamation said “the outbreak is a danger”.",
        (("the outbreak", "Ana Reis"),),
    ),
    Case("This proclamation contradicted the bank’s position.", (), ("contradicted",)),
    Case("The palace issued a statement from the king: “No crown is for sale.”", (("No crown", "king"),)),
    Case(
        "The government of Chile issued a statement agreeing the matter was one for judges: “no fiat would do”.",
        (("no fiat", "government of Chile"),),
    ),
    Case("Reports yesterday suggested President Ana Reis views the troops as “a threat”.", (("a threat", "Ana Reis"),)),
    Case("The manager of the Lake Fund, Omar Siddiq, attributed the blast to rebels.", (("the blast", "Omar Siddiq"),)),
    Case("The army took responsibility for the raid.", (("the raid", "army"),)),
    Case("Minister Ana Reis fretted that the pact would fail.", (("would fail", "Ana Reis"),)),
    Case("The worry that the pact would fail grew.", (), ("would fail",)),
    Case("The minister vouched for the envoy. The suspect of the raid fled.", (("the envoy", "minister"),), ("fled",)),
    Case("Protesters marched through Oslo to demand “an end to the war”.", (("an end", "Protesters"),)),
    Case("Protesters marched to “defend democracy”, carrying flags.", (("defend", "Protesters"),)),
    Case("The court found “no evidence” of fraud.", (("no evidence", "court"),)),
    Case("The bank adopted a resolution that “strongly condemns” the raid.", (("strongly", "bank"),)),
    Case(
        "The Lake Fund adopted a resolution on Monday. The resolution “strongly condemns” the raid.",
        (("strongly", "Lake Fund"),),
    ),
    Case("The email, sent by Ana Reis on Monday, said the firm had “no choice”.", (("no choice", "Ana Reis"),)),
    Case("An email from director Ana Reis said staff had “no choice”.", (("no choice", "Ana Reis"),)),
    Case("Protesters marched to the palace.", (), ("palace",)),
    Case("Analysts at Lake Bank expect rates to rise.", (("rates", "Analysts"),)),
    Case("Officials in Kyiv say rates will rise.", (("rates", "Officials"),)),
    Case("The demands of residents report to nobody.", (), ("nobody",)),
    Case(
        "President Joe B. Reis, Jr. of Norland and Premier Li Wei met today. Reis said no deal was near.",
        (("no deal", "Joe B. Reis"),),
    ),
    Case("Joe Reis, Jr., the president, said no.", (("said no", "Joe Reis"),)),
    Case("Lakebank, the ratings agency, said debt was “high”.", (("high", "Lakebank"),)),
    Case("A Chilean policeman says that the raid killed nobody.", (("the raid", "Chilean policeman"),)),
    Case("Later, the minister said no. Suddenly, the envoy, too, said no.", (("said no. S", "minister"),)),
)
"""Names, descriptions and texts whose speaker drafts did not find, with counter-cases."""
