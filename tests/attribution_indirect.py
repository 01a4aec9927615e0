"""Invented news with indirect speech that runs on, missions named with their place, and texts that answer others."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["INDIRECT"]

INDIRECT: Final[tuple[Case, ...]] = (
    # what somebody said goes on without a verb
    said("Ana Reis said she would fly to Veld. There, she would hold “frank talks”.", ("frank", "Ana Reis")),
    said("Minister Ana Reis said she would go. She would also be “reaffirming” the pact.", ("reaffirming", "Ana Reis")),
    said("Tom Hale said he would fly. He would be “happy” to see Eva Lund.", ("happy", "Tom Hale")),
    said("Ana Reis told reporters she would stay. She would then bring “old friends”.", ("old friends", "Ana Reis")),
    said("Ana Reis said no. In Veld, she would be “firm”.", ("firm", "Ana Reis")),
    # words between a subject and its verb
    said(
        "Spokesman Tom Hale spoke. He furthermore noted that Reis “will go”.",
        ("will go", "Tom Hale"),
    ),
    said("The minister moreover stressed that the dam “will flood us”.", ("will flood", "Minister")),
    said("The ambassador nevertheless insisted the accord “stands”.", ("stands", "Ambassador")),
    said("Ana Reis likewise warned that “time is short”.", ("time is", "Ana Reis")),
    said("Ana Reis therefore urged “calm”.", ("calm", "Ana Reis")),
    # what somebody will do is told by others
    said("“It is late,” Ana Reis said, noting that Norland will insist on talks. “We wait.”", ("We wait", "Ana Reis")),
    said("“We must act,” said Tom Hale, noting that Norland should say sorry. “We wait.”", ("We wait", "Tom Hale")),
    said("Ana Reis said that Norland would insist on talks. “We will not wait.”", ("We will", "Ana Reis")),
    said("Ana Reis said Tom Hale must state his aims. “We will not wait.”", ("We will", "Ana Reis")),
    said("Ana Reis said that Tom Hale had warned of war.", ("of war", "Tom Hale")),
    # a mission with the land where it works
    said(
        "The Lake Observer Mission in Norway indicated that “the count” was due to “errors”.",
        ("the count", "Lake Observer Mission in Norway"),
    ),
    said("The Lake Union Mission in South Sudan said “no”.", ("no", "Lake Union Mission in South Sudan")),
    said("The Lake Mission in Norway (LMN) said “no”. LMN said “never”.", ("never", "Lake Mission in Norway")),
    said("Lake Union Mission in Norway chief Ana Reis said “no”.", ("no", "Ana Reis")),
    said("The head of the Lake Union Mission in Norway, Ana Reis, said “no”.", ("no", "Ana Reis")),
    # those who are from the lands of a union
    said("Foreign ministers from the Union’s 27 member states said “no”.", ("no", "Foreign ministers")),
    said("Lawmakers from Norway’s 12 provinces said the tax is “unfair”.", ("unfair", "Lawmakers")),
    said("Officials from the Union’s member states said “no”.", ("no", "Officials")),
    said("In Norway’s capital, officials said it was “calm”.", ("calm", "Officials")),
    said("As the Union’s 12 members said “yes”, Hale left.", ("yes", "Members")),
    # two offices of one person
    said(
        "The envoy of the Union and the head of the mission in the country (LUM), Ana Reis, said no. The Union envoy "
        "warned of war.",
        ("of war", "Ana Reis"),
    ),
    said(
        "The foreign minister and the head of the army, Tom Hale, met envoys. The foreign minister warned of war.",
        ("of war", "Foreign minister"),
    ),
    said("The king and the head of the army, Tom Hale, said no. The king warned of war.", ("of war", "King")),
    # which of two texts is the statement
    said(
        "The Lake Fund issued a statement. In a formal communication to the envoys, the Ministry of Fish called it "
        "“weak”. “We will act,” the statement said.",
        ("We will", "Ministry of Fish"),
    ),
    said(
        "The Lake Fund issued a statement on Monday. In a note verbale sent to the missions on Tuesday, the Ministry "
        "of Fish called it “weak”. “We will act,” the statement said.",
        ("We will", "Ministry of Fish"),
    ),
    said(
        "The Lake Fund issued a declaration on Monday. The Ministry of Fish issued a statement rejecting it. The "
        "declaration called the law “bad”.",
        ("bad", "Lake Fund"),
    ),
    said(
        "The Lake Fund issued a statement. The Ministry of Fish issued a release on Tuesday calling it “weak”.",
        ("weak", "Ministry of Fish"),
    ),
    said("The envoys issued a joint note late Monday condemning “the theft”.", ("theft", "Envoys")),
    # "he" who is the subject of the sentence
    said(
        "Envoy Jan Kolar met President Tom Hale. He thanked the President for the welcome, “a sign of trust”, he said, "
        "he would “do his best”.",
        ("sign of trust", "Jan Kolar"),
    ),
    said(
        "Ana Reis met President Tom Hale. He told Reis that Premier Jan Veld lied, which he said was “a shame”.",
        ("a shame", "Tom Hale"),
    ),
    # claims that somebody does something are not their words
    said("Ana Reis resigned amid allegations that Tom Hale demanded “a bribe”.", ("a bribe", "Ana Reis")),
    said("Ana Reis left over claims Norway backs “theft”.", ("theft", "Ana Reis")),
    said("Ana Reis spoke of fears that Norway rejected “all talks”.", ("all talks", "Ana Reis")),
    said("Ana Reis resigned over claims Tom Hale said he was “bribed”.", ("bribed", "Tom Hale")),
    said("Norway claims Denmark supports “theft”.", ("theft", "Norway")),
    # a medium that only the text calls one
    said(
        "Envoys met, state broadcaster NRT reported. NRT said the envoy was told that Norway condemns the “vile act”.",
        ("vile act", "Norway"),
    ),
    said(
        "Envoys met, private broadcaster Lakewave reported. Lakewave said Norway rejects the “vile act”.",
        ("vile act", "Norway"),
    ),
    said("Lake TV said the envoy was told that Norway condemns the “vile act”.", ("vile act", "Norway")),
    said("The Fish Ministry said the envoy was told that Norway condemns the “act”.", ("“act”", "Fish Ministry")),
    said("Envoys met at NRT. NRT said Norway rejects the “vile act”.", ("vile act", "NRT")),
    # who does something as something else goes on
    said(
        "A debate began in Oslo, as Lake Fund chief Ana Reis led calls for peace, while insisting it was “late”.",
        ("late", "Ana Reis"),
    ),
    said("Protests began as Minister Ana Reis arrived, saying she was “glad”.", ("glad", "Ana Reis")),
    said("Talks resumed as Envoy Tom Hale flew in, adding that all was “well”.", ("well", "Tom Hale")),
    said("Cheers rose as Ana Reis took the stage, warning of “dark days”.", ("dark days", "Ana Reis")),
    said("Tom Hale wept as Ana Reis took the stage, saying it was “late”.", ("late", "Tom Hale")),
    # what an issued text calls something, behind a day, and the text next
    said(
        "The Ministry of Fish issued a statement on Monday calling the vote “a farce”.", ("farce", "Ministry of Fish")
    ),
    said("The ministry released a letter on Friday calling for “calm”.", ("calm", "Ministry")),
    said(
        "The Ministry of Fish issued a statement on Monday calling it “a farce”. The statement warned, adding that "
        "rights are “safe”.",
        ("safe", "Ministry of Fish"),
    ),
    said(
        "In a statement, the Ministry of Fish praised the police. “We act,” the statement said, adding that it is "
        "“fair”.",
        ("fair", "Ministry of Fish"),
    ),
    said("The minister resigned on Monday calling it “a farce”.", ("farce", "Minister")),
    # "they" to whom somebody does something
    said("The foreign ministry praised lawmakers, after they condemned “the drills”.", ("the drills", "Lawmakers")),
    said("The ministry thanked 12 allies, after they on Tuesday voiced “deep concern”.", ("deep concern", "Allies")),
    said("The miners left after they voiced “deep concern”.", ("deep concern", "Miners")),
    # a text that was told of stays itself, whatever else is written
    said(
        "The Lake Union and Norway signed a joint statement. The statement said they “agree”. Hale issued a letter. "
        "The statement added that it is “good”.",
        ("good", "Lake Union and Norway"),
    ),
)
