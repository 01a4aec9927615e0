"""Invented sentences in the manner of news agencies, with who says what, and sentences in which nobody does."""

from typing import Final

from attribution_cases import Case

__all__ = ["DISPATCHES"]

DISPATCHES: Final = (
    Case(
        "Hungary’s government spokesman Zoltan Kiss told state radio on Friday that the fence would stay.",
        (("fence would", "Zoltan Kiss"),),
        (),
    ),
    Case(
        "The ministry also said it had summoned the ambassador, adding that his explanation was “not sufficient”.",
        (("had summoned", "ministry"), ("not sufficient", "ministry")),
        (),
    ),
    Case(
        "Speaking at a rally in Izmir on Sunday, President Kemal Aydin vowed that Turkey would “bury” the fighters.",
        (("bury", "Kemal Aydin"),),
        (),
    ),
    Case(
        "President Kemal Aydin, speaking at a rally in Izmir, vowed that Turkey would “bury” the fighters.",
        (("bury", "Kemal Aydin"),),
        (),
    ),
    Case(
        "In an interview with CNN, Foreign Minister Ada Brun said sanctions “have not worked and will not work”.",
        (("have not worked", "Ada Brun"),),
        (),
    ),
    Case(
        "In an interview published on Monday, Foreign Minister Ada Brun told Le Monde that sanctions had failed.",
        (("sanctions had", "Ada Brun"),),
        (),
    ),
    Case(
        "Writing in the Financial Times, Foreign Minister Ada Brun argued that sanctions had failed.",
        (("sanctions had", "Ada Brun"),),
        (),
    ),
    Case("On Twitter, Foreign Minister Ada Brun wrote: “Enough.”", (("Enough", "Ada Brun"),), ()),
    Case("“Enough,” Foreign Minister Ada Brun wrote on Twitter.", (("Enough", "Ada Brun"),), ()),
    Case(
        "The European Union’s foreign policy chief, Ada Brun, expressed “deep concern” at the arrests.",
        (("deep concern", "Ada Brun"),),
        (),
    ),
    Case("EU foreign policy chief Ada Brun warned of “consequences”.", (("consequences", "Ada Brun"),), ()),
    Case(
        "German Chancellor Ada Brun said in Berlin that she and President Luc Morel had agreed to keep the sanctions.",
        (("she and", "Ada Brun"),),
        (),
    ),
    Case("Israel’s military said it struck targets in Syria overnight.", (("it struck", "Israel’s military"),), ()),
    Case(
        "The Syrian Observatory for Human Rights said 12 people were killed.",
        (("12 people", "Syrian Observatory for Human Rights"),),
        (),
    ),
    Case("Local media reported that 12 people were killed.", (("12 people", "Local media"),), ()),
    Case("Iranian state television said 12 people were killed.", (("12 people", "Iranian state television"),), ()),
    Case("Medics said 12 people were killed, while the army put the figure at 20.", (("12 people", "Medics"),), ()),
    Case("Police say the suspect fled.", (("suspect fled", "Police"),), ()),
    Case("Witnesses told the BBC they had heard shots.", (("heard shots", "Witnesses"),), ()),
    Case("Amnesty International has accused the army of war crimes.", (("war crimes", "Amnesty International"),), ()),
    Case("Human rights groups have accused the army of war crimes.", (("war crimes", "Human rights groups"),), ()),
    Case("The opposition says the vote was rigged.", (("vote was", "opposition"),), ()),
    Case("The UN says 12 million people need aid.", (("12 million", "UN"),), ()),
    Case("The United Nations has said it is “deeply alarmed”.", (("deeply alarmed", "United Nations"),), ()),
    Case("The U.S. State Department said it was aware of the reports.", (("aware of", "U.S. State Department"),), ()),
    Case("The White House declined to comment.", (("declined", "White House"),), ()),
    Case("Downing Street said the prime minister would attend.", (("would attend", "Downing Street"),), ()),
    Case("Beijing says the islands are Chinese.", (("islands are", "China"),), ()),
    Case(
        "The foreign ministers of the G7 condemned the test “in the strongest possible terms”.",
        (("strongest", "Foreign ministers of the G7"),),
        (),
    ),
    Case("The 15-member Security Council condemned the test.", (("condemned", "Security Council"),), ()),
    Case("North Korea said Thursday it had tested a missile.", (("it had", "North Korea"),), ()),
    Case("North Korea on Thursday threatened to “sink” Japan.", (("sink", "North Korea"),), ()),
    Case(
        "Japan’s Prime Minister, Kenji Oda, called the launch “an outrage” and said Japan would respond.",
        (("an outrage", "Kenji Oda"), ("Japan would", "Kenji Oda")),
        (),
    ),
    Case(
        "“This is an outrage”, Japanese Prime Minister Kenji Oda told reporters. “We will respond”.",
        (("an outrage", "Kenji Oda"), ("We will", "Kenji Oda")),
        (),
    ),
    Case(
        "“I think we are close,” Oda said, but “there is work to do.”",
        (("we are close", "Oda"), ("there is work", "Oda")),
        (),
    ),
    Case("Oda said the talks were “frank”, “open” and “useful”.", (("frank", "Oda"), ("useful", "Oda")), ()),
    Case("Oda said that while he respected the court, its ruling was “a mistake”.", (("a mistake", "Oda"),), ()),
    Case("Asked by a reporter if he would resign, Oda replied, “No”.", (("No", "Oda"),), ()),
    Case("When pressed, Oda conceded that mistakes had been made.", (("mistakes", "Oda"),), ()),
    Case("Neither the ministry nor the embassy commented on the report.", (), ("Neither",)),
    Case("It is not clear who fired the shots.", (), ("It is",)),
    Case("The treaty says nothing of missiles.", (), ("treaty",)),
    Case("The agreement calls for a withdrawal within a year.", (), ("agreement",)),
    Case("The attack claimed 12 lives.", (), ("attack",)),
    Case("The storm is said to be the worst in years.", (), ("storm",)),
    Case("The president is expected to sign the bill.", (), ("president",)),
    Case("He is a vocal critic of the government.", (), ("vocal",)),
    Case("Relations between the two have been described as icy.", (), ("Relations",)),
    Case("The minister, who has been accused of fraud, resigned.", (), ("accused",)),
    Case("The city, which Armenians call Shushi, fell in 2020.", (), ("city",)),
    Case("The law, known as “Lex Oda”, passed on Monday.", (), ("law",)),
)
