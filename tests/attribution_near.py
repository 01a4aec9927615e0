"""Invented news whose speakers stand near a quotation and not beside a verb: labels, lead-ins, texts, signs."""

from typing import Final

from attribution_cases import Case
from attribution_reports import said

__all__ = ["NEAR"]

NEAR: Final[tuple[Case, ...]] = (
    said(
        "President Trump’s trip draws praise\n\nWorld leaders and media praised President Donald J. Trump "
        "after the summit.\n\nPOLITICO.eu: “A big win for the alliance”\n\nAssociated Press: “It took "
        "less than a day.”",
        ("A big win", "POLITICO.eu"),
    ),
    said(
        "President Trump’s trip draws praise\n\nWorld leaders and media praised President Donald J. Trump "
        "after the summit.\n\nFinnish Minister for Foreign Affairs Elina Salo: “He is exactly right.”",
        ("He is exactly", "Elina Salo"),
    ),
    said(
        "President Trump’s trip draws praise\n\nWorld leaders and media praised President Donald J. Trump "
        "after the summit.\n\nEuropean Union foreign policy chief Kata Rallas: “Allies are united.”",
        ("Allies are", "Kata Rallas"),
    ),
    said(
        "President Trump’s trip draws praise\n\nWorld leaders and media praised President Donald J. Trump "
        "after the summit.\n\nCNN’s Josef Adam and Clara Stone: “A master stroke.”",
        ("A master", "Clara Stone"),
    ),
    said(
        "President Trump’s trip draws praise\n\nWorld leaders and media praised President Donald J. Trump "
        "after the summit.\n\nNATO Secretary General Mark Rotte: “You made it happen.”\n\nLatvian "
        "President Edgars Rink: “A good day.”",
        ("A good day", "Edgars Rink"),
    ),
    said(
        "What they are saying about the pact\n\nSenator Tom Hale (R-Ohio): “It is the strongest pact in "
        "years.”\n\nSenator Ana Reis: “It is a win.”",
        ("It is the strongest", "Tom Hale"),
    ),
    said(
        "What they are saying about the pact\n\nThe pact was signed on Monday.\n\n- **Tom Hale**, "
        "Governor of Ohio: “This is a win.”\n- **Ana Reis**, Mayor of Tampa: “A day to remember.”",
        ("A day", "Ana Reis"),
    ),
    said(
        "What they are saying about the pact\n\nThe pact was signed on Monday.\n\n• “This is a win for "
        "workers.” — Tom Hale, Governor of Ohio\n• “We are proud.” — Ana Reis",
        ("This is a win", "Tom Hale"),
    ),
    said(
        "What they are saying about the pact\n\nThe pact was signed on Monday.\n\n“This is a win for "
        "workers.” – Governor Tom Hale\n\n“We are proud.” – Mayor Ana Reis",
        ("We are proud", "Ana Reis"),
    ),
    said(
        "President Reis speaks in Oslo\n\nPresident Ana Reis spoke in Oslo on Monday about the future of "
        "the north.\n\nHere are the top moments:\n\n“We stand at the door of a new age.”\n\n“Nobody will "
        "be left behind.”",
        ("We stand", "Ana Reis"),
    ),
    said(
        "President Reis speaks in Oslo\n\nPresident Ana Reis spoke in Oslo on Monday about the future of "
        "the north.\n\nHere are the top moments:\n\n“We stand at the door of a new age.”\n\n“Nobody will "
        "be left behind.”",
        ("Nobody will", "Ana Reis"),
    ),
    said(
        "President Reis speaks in Oslo\n\nPresident Ana Reis addressed the parliament on Monday. "
        "Highlights from her speech:\n\n- “We stand at the door of a new age.”\n- “Nobody will be left "
        "behind.”",
        ("Nobody will", "Ana Reis"),
    ),
    said(
        "Reactions to the ruling\n\nThe court ruled on Monday.\n\nTom Hale, lawyer for the miners: “We are glad.”",
        ("We are glad", "Tom Hale"),
    ),
    said(
        "Reactions to the ruling\n\nThe court ruled on Monday.\n\nUnited Nations: “A step "
        "forward.”\n\nAmnesty International: “Long overdue.”",
        ("Long overdue", "Amnesty International"),
    ),
    said(
        "Reactions to the ruling\n\nThe court ruled on Monday.\n\nTom Hale on the ruling: “We are glad.”",
        ("We are glad", "Tom Hale"),
    ),
    said(
        "Reactions to the ruling\n\nThe court ruled on Monday.\n\nFox News: Reis hails “historic” "
        "ruling\n\nAna Reis spoke in Lima.",
        ("historic", "Reis"),
    ),
    said(
        "The ship was taken on Saturday. The owner, Vela Marine, which has its seat in Dubai, would only "
        "say it is “working toward a safe return” of the crew.",
        ("working toward", "Vela Marine"),
    ),
    said(
        "Norland saw six travellers refused. One of them told The Veld Times, “They locked us in like goats.”",
        ("They locked", "One of them"),
    ),
    said(
        "A Maltese citizen told of the night at the airport. “They locked us in like goats.”",
        ("They locked", "Maltese citizen"),
    ),
    said("Foreign Minister Li Wei was asked about the raid on Monday. “We had no hand in it.”", ("We had", "Li Wei")),
    said(
        "Police chief Omar Saleh spoke to the press on Monday. “We saw two boats.”",
        ("We saw", "Omar Saleh"),
    ),
    said("Li Wei rejected the offer. “It is too little and too late.”", ("too little", "Li Wei")),
    said(
        "Li Wei did not mince words on Monday. “It is too little and too late.” He then left the hall.",
        ("too little", "Li Wei"),
    ),
    said(
        "Guards now stand at the harbour gate.\n\n“We saw two boats without a flag. We "
        "had to act,” Inspector-General Omar Saleh told the Veld Post.",
        ("We saw", "Omar Saleh"),
    ),
    said("Omar Saleh would not give the names to the Veld Post: “We have all the names.”", ("We have", "Omar Saleh")),
    said(
        "He added that his men had the names but would not give them to the "
        "paper: “We have all the names. Ask the judge,” Saleh said. Inspector Omar Saleh leads the "
        "inquiry.",
        ("We have", "Saleh"),
    ),
    said(
        "Dai Bing claimed that trade was ten times as large. He summarized, “On one river we row together.”",
        ("On one river", "Dai Bing"),
    ),
    said(
        "Dai Bing spoke of trade. Summing up, he offered this: “On one river we row together.”",
        ("On one river", "Dai Bing"),
    ),
    said(
        "President Ana Reis visited the flooded town of Lind on Tuesday and met families there.\n\n“I "
        "have seen your pain, and I will not forget it.”",
        ("I have seen", "Ana Reis"),
    ),
    said(
        "Ambassador Tom Hale laid a wreath at the memorial on Friday.\n\n“We remember those who fell, and "
        "we thank the people of Chile.”",
        ("We remember", "Tom Hale"),
    ),
    said("Tom Hale, 34, lost his house in the fire. “I ran, and then I saw the roof go.”", ("I ran", "Tom Hale")),
    said("Tom Hale, a fisherman, watched from the pier. “I have never seen such waves.”", ("I have never", "Tom Hale")),
    said(
        "Tom Hale said the bridge would be rebuilt by May.\n\n“Nobody should have to wait for years.”",
        ("Nobody should", "Tom Hale"),
    ),
    said(
        "Tom Hale said the bridge would be rebuilt by May. The cost is put at 3 million euros. “Nobody "
        "should have to wait for years.”",
        ("Nobody should", "Tom Hale"),
    ),
    said(
        "Tom Hale apologised for the delay and promised that the bridge would be rebuilt. “Nobody should "
        "have to wait for years.”",
        ("Nobody should", "Tom Hale"),
    ),
    said(
        "According to Tom Hale, the bridge will be rebuilt by May. “Nobody should have to wait for years.”",
        ("Nobody should", "Tom Hale"),
    ),
    said(
        "The bridge will be rebuilt by May, Tom Hale promised. “Nobody should have to wait for years.”",
        ("Nobody should", "Tom Hale"),
    ),
    said(
        "In her address to the assembly, Ana Reis turned to the sea. “Our islands are sinking.”",
        ("Our islands", "Ana Reis"),
    ),
    said("It was Tom Hale’s first visit to Lima. “I feel at home here.”", ("I feel", "Tom Hale")),
    said(
        "Norway and Chile signed an accord on fish on Monday. The text of the accord, as it was released "
        "by the Chilean Ministry of Fisheries, states, “The parties will meet each year.”",
        ("The parties", "Chilean Ministry of Fisheries"),
    ),
    said(
        "The Security Council adopted Resolution 1999 on Monday. It “demands an immediate halt” to the raids.",
        ("demands", "Security Council"),
    ),
    said(
        "The Security Council adopted a resolution on Monday. The text calls for “an immediate halt” to the raids.",
        ("an immediate", "Security Council"),
    ),
    said(
        "The Supreme Court of Norway struck down the law on Monday. The ruling called it “a clear breach” "
        "of the constitution.",
        ("a clear", "Supreme Court of Norway"),
    ),
    said(
        "The law was struck down on Monday by the Supreme Court of Norway. In its ruling the court held "
        "that the law was “a clear breach” of the constitution.",
        ("a clear", "Supreme Court of Norway"),
    ),
    said("There was “no evidence of fraud”, the court found.", ("no evidence", "court")),
    said("Protesters held signs reading “Water is life”.", ("Water is", "Protesters")),
    said("Thousands sang “We shall overcome” outside the court on Sunday.", ("We shall", "Thousands")),
    said("Thousands chanted “Give us bread” outside the court on Sunday.", ("Give us", "Thousands")),
    said("The crowd broke into chants of “Give us bread” outside the court.", ("Give us", "crowd")),
    said(
        "Tom Hale wrote an e-mail to staff on Monday. “We will close the plant in May”, it said.",
        ("We will", "Tom Hale"),
    ),
    said("The embassy sent a cable on Monday. “Iran is the main route”, says the cable.", ("Iran is", "embassy")),
    said(
        "The group Blue Sky posted a message on its website on Monday. “The files will be out soon,” it read.",
        ("The files", "Blue Sky"),
    ),
    said("In the letter, the ministers “urge all sides to show restraint”.", ("urge all", "ministers")),
    said(
        "The communiqué, issued by the G7 foreign ministers on Friday, “urges all sides to show restraint”.",
        ("urges", "G7 foreign ministers"),
    ),
    said(
        "Prime Minister Ana Reis issued a statement on Friday. It “urges all sides to show restraint”.",
        ("urges", "Ana Reis"),
    ),
    said("The joint declaration by Norway and Chile speaks of “a shared sea”.", ("a shared", "Norway")),
    said("Li Wei signed the pact on Monday, describing it as “a new start”.", ("a new start", "Li Wei")),
    said("The pact was signed on Monday by Li Wei, who described it as “a new start”.", ("a new start", "Li Wei")),
    said("Norway has refused to sign, calling the pact “unfair” and “rushed”.", ("rushed", "Norway")),
    said("The opposition calls the pact “a sell-out”.", ("a sell-out", "opposition")),
    said("The pact, which the opposition calls “a sell-out”, takes force in May.", ("a sell-out", "opposition")),
    said("Hale has in the past referred to the pact as “a sell-out”.", ("a sell-out", "Hale")),
    said("Tom Hale’s description of the pact as “a sell-out” angered the ministry.", ("a sell-out", "Tom Hale")),
    said("The mayor asked for the square to be kept “free of tanks”.", ("free of tanks", "mayor")),
    said("The rebels gave the government until Friday to “lay down its arms”.", ("lay down", "rebels")),
    said(
        "The rebels issued an ultimatum on Monday: “Leave by Friday or face the consequences.”", ("Leave by", "rebels")
    ),
    said("The rebels gave an ultimatum to “leave by Friday”.", ("leave by", "rebels")),
    said("The government states the measure was “lawful and needed”.", ("lawful", "government")),
    said("Referring to the mayor as “a thief”, Tom Hale left the room.", ("a thief", "Tom Hale")),
    said("Tom Hale left the room after referring to the mayor as “a thief”.", ("a thief", "Tom Hale")),
    said("Thousands want the president to “go now”.", ("go now", "Thousands")),
    said("Thousands called on the president to “go now”.", ("go now", "Thousands")),
    said("Norway and Chile plan to hold naval drills “in the near future”.", ("in the near", "Norway")),
    said(
        "Sara Lind, a senior Nordic Institute of Sea Affairs (NISA) fellow, said that “the port is "
        "Norland’s main door”.",
        ("the port is", "Sara Lind"),
    ),
    said(
        "Sara Lind, a senior Nordic Institute of Sea Affairs (NISA) said that, “The port is Norland’s main door.”",
        ("The port is", "Sara Lind"),
    ),
    said(
        "Sara Lind of the Nordic Institute of Sea Affairs said “the port is Norland’s main door”.",
        ("the port is", "Sara Lind"),
    ),
    said("Kata Rallas, the EU’s foreign policy chief, called the talks “useful”.", ("useful", "Kata Rallas")),
    said("The EU’s foreign policy chief, Kata Rallas, called the talks “useful”.", ("useful", "Kata Rallas")),
    said("Ana Reis, of the Institute for Sea Law, thought the claim “weak”.", ("weak", "Ana Reis")),
    said(
        "An hour on, the same user promised a list of “two hundred letters”. The user goes by Blue Sky.",
        ("two hundred", "user"),
    ),
    said(
        "Tom Hale told it otherwise, in a tweet of his own: “I wanted to go on Sunday.”",
        ("I wanted", "Tom Hale"),
    ),
    said("Tom Hale had another explanation: “We ran out of money.”", ("We ran", "Tom Hale")),
    said("The comments, posted by a user on Facebook, called the party chair a “lousy traitor”.", ("lousy", "user")),
    said("In the recording someone, seemingly Tom Hale, says the king “has no clue”.", ("has no clue", "Tom Hale")),
    said(
        "Fidel Castro’s condition is “satisfactory” after surgery, according to Carlos Lago, the vice president.",
        ("satisfactory", "Carlos Lago"),
    ),
    said(
        "The commission released a statement saying it “does not comment on single cases”. The European "
        "Commission is based in Brussels.",
        ("does not comment", "commission"),
    ),
    said(
        "Residents fled when the police arrested Tom Hale. “It was chaos,” said a neighbour.",
        ("It was chaos", "neighbour"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nHouse Speaker Tom Hale: “A great "
        "day.”\n\nSecretary of War Ana Reis: “We did it.”",
        ("We did it", "Ana Reis"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nNational Border Patrol Council: “Agents are grateful.”",
        ("Agents", "National Border Patrol Council"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nU.S. Chamber of Commerce President Tom Hale: “It "
        "is good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nRep. Tom Hale (R-TX): “It is good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nTom Hale, Chairman of the House Committee on Ways "
        "and Means: “It is good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nIsraeli Prime Minister Avi Barak and Egyptian "
        "President Omar Fadel: “It is good for peace.”",
        ("It is good", "Omar Fadel"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nAs Tom Hale put it on Monday: “It is good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nFormer Ambassador Tom Hale, on Fox News: “It is "
        "good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\n“It is good for trade,” – Tom Hale, CEO of Lake Steel",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Reactions\n\nThe deal was signed on Monday.\n\nTom Hale | Mayor of Tampa: “It is good for trade.”",
        ("It is good", "Tom Hale"),
    ),
    said(
        "Hale in Lima\n\nPresident Tom Hale spoke in Lima on Monday. Here is what he said:\n\n“We will "
        "build it.”\n\n“We will pay for it.”",
        ("We will pay", "Tom Hale"),
    ),
    said(
        "Hale in Lima\n\nPresident Tom Hale met President Ana Reis in Lima on Monday.\n\nKey quotes from "
        "President Hale:\n\n“We will build it.”",
        ("We will build", "Tom Hale"),
    ),
    said(
        "Hale in Lima\n\nPresident Tom Hale spoke in Lima.\n\nOn trade: “We will build it.”\n\nOn the "
        "border: “We will close it.”",
        ("We will close", "Tom Hale"),
    ),
    said("The witness, Tom Hale, was calm. “I saw two men.”", ("I saw", "Tom Hale")),
    said("For Ana Reis, a nurse, the law came too late. “I lost my son in March.”", ("I lost", "Ana Reis")),
    said("Ana Reis has led the bank since 2010. “We are ready for a storm,” she says.", ("We are", "Ana Reis")),
    said("Asked if he would resign, Tom Hale shook his head. “I was elected for four years.”", ("I was", "Tom Hale")),
    said("Hale’s lawyer, Ana Reis, denied the charge. “My client was in Oslo.”", ("My client", "Ana Reis")),
    said("The tribunal acquitted Tom Hale on Friday. The verdict spoke of “a lack of proof”.", ("a lack", "tribunal")),
    said("The ministry’s note, sent on Monday, speaks of “a grave error”.", ("a grave", "ministry")),
    said("In its verdict, the Oslo court called the plan “a fraud”.", ("a fraud", "Oslo court")),
    said("A leaked memo by the army describes the raid as “a failure”.", ("a failure", "army")),
    said("The White House, in a fact sheet, praised “a new era”.", ("a new era", "White House")),
    said("The two presidents hailed “a new era” in ties.", ("a new era", "two presidents")),
    said("Norway’s envoy to the UN, Ana Reis, urged members to “act now”.", ("act now", "Ana Reis")),
    said("The junta, led by General Omar Fadel, vowed to “crush” the revolt.", ("crush", "junta")),
    said("State media quoted General Omar Fadel as vowing to “crush” the revolt.", ("crush", "Omar Fadel")),
    said("Calling the raid “a crime”, Ana Reis demanded an inquiry.", ("a crime", "Ana Reis")),
    said("Ana Reis demanded an inquiry into what she termed “a crime”.", ("a crime", "Ana Reis")),
    said("The raid was “a crime” in the eyes of Ana Reis.", ("a crime", "Ana Reis")),
    said("Ana Reis, in a speech that critics called “shrill”, demanded an inquiry.", ("shrill", "critics")),
    said("The raid, a “crime” according to Ana Reis, killed two.", ("crime", "Ana Reis")),
    said("Ana Reis is quoted by the paper as saying the raid was “a crime”.", ("a crime", "Ana Reis")),
    said("A crime, “pure and simple”: that is how Ana Reis sees the raid.", ("pure", "Ana Reis")),
    said("Ana Reis took to Twitter. “This is a crime.”", ("This is", "Ana Reis")),
    said("Ana Reis posted a video on Monday. In it she calls the raid “a crime”.", ("a crime", "Ana Reis")),
    said("Shortly after the raid, a tweet from Ana Reis read: “This is a crime.”", ("This is", "Ana Reis")),
    said("On its front page, The Oslo Post asked: “Who gave the order?”", ("Who gave", "Oslo Post")),
    said("An editorial in The Oslo Post called the raid “a crime”.", ("a crime", "Oslo Post")),
    said("The victim’s father, Omar Fadel, broke down in court. “He was my only son.”", ("He was", "Omar Fadel")),
    said("The pilot, Omar Fadel, survived. “I pulled the handle and prayed.”", ("I pulled", "Omar Fadel")),
    said(
        "The General Assembly passed a resolution on Tuesday. The resolution “deplores” the embargo.",
        ("deplores", "General Assembly"),
    ),
    said("The Pentagon would not say how many were hurt, calling it “a fluid situation”.", ("a fluid", "Pentagon")),
    said("Chanting “No pasaran”, hundreds of students blocked the road.", ("No pasaran", "students")),
    said("Students chanting “No pasaran” blocked the road.", ("No pasaran", "Students")),
    said(
        "Press secretary Ana Reis batted away questions. “We are not going to get ahead of the president.”",
        ("We are not", "Ana Reis"),
    ),
    said(
        "What they are saying\n\nGovernor Tom Hale (TN): “A win for families.”\n\nAARP: “A good first step.”",
        ("A good first", "AARP"),
    ),
    said(
        "What they are saying\n\nThe Times of London: “A triumph.”\n\nSky News’ Mark Stone: “It worked.”",
        ("It worked", "Mark Stone"),
    ),
    said("The ambassador was summoned over his remarks that the vote was “a farce”.", ("a farce", "ambassador")),
    said(
        "The document, dated May 5 and signed by General Omar Fadel, orders troops to “hold fire”.",
        ("hold fire", "Omar Fadel"),
    ),
)
