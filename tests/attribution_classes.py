"""Invented news for whole classes of forms: phrases of saying, nouns of saying, headlines, texts, names in marks."""

from typing import Final

from attribution_reports import said, silent

__all__ = ["CLASSES"]

PHRASES: Final = """
    hit back at the critics
    lashed out at the court
    took aim at the press
    poured scorn on the plan
    threw his weight behind the plan
    came out against the plan
    spoke out against the arrests
    took issue with the figures
    ruled out new talks
    called into question the figures
    cast doubt on the figures
    paid tribute to the dead
    sounded the alarm over the drought
    hit out at the media
    railed against the banks
    called for an inquiry
    pushed back against the claims
    brushed aside the concerns
    laughed off the rumours
    weighed in on the dispute
    made the case for a new treaty
    took a swipe at the mayor
    drew a red line at the river
    raised the prospect of a new war
    distanced himself from the remarks
    voiced support for the strike
    set out his terms
    shot down the idea
    floated the idea of a truce
    rejected out of hand the idea of a truce
    heaped praise on the team
    sent condolences to the families
    issued an ultimatum to the rebels
    gave assurances to the banks
    reserved the right to strike back
    drew a parallel between the two wars
    renewed his call for a truce
    stood by his remarks
    walked back his remarks
    owned up to the error
    begged the rebels to leave
    dared the rebels to shoot
    ordered the rebels to leave
    vented his anger at the court
    alluded to a secret deal
    hinted at a secret deal
    appealed to both sides for calm
    likened the raid to piracy
    compared the raid to piracy
    pointed to the rise in prices
    """
"""What a verb of saying needs other words for: "pour scorn on"."""

MANNERS: Final = """
    bellowed chimed chuckled countered cautioned quipped cried intoned laughed noted offered pleaded shrugged
    sighed smiled thundered vowed wept wailed agreed concurred recounted ventured allowed reckoned boasted
    lamented marvelled raged
"""
"""Verbs between a quotation and who says it."""

CLASSES: Final = (
    *(
        said(f"On Monday President Tom Hale {phrase}.", (phrase, "Tom Hale"))
        for phrase in map(str.strip, PHRASES.strip().splitlines())
    ),
    *(said(f"“The road is open,” {verb} Senator Ana Reis.", ("road is", "Ana Reis")) for verb in MANNERS.split()),
    said(
        "Foreign Minister Ana Reis’s warning that the bridge would fall went unheard.",
        ("bridge would fall", "Ana Reis"),
    ),
    said(
        "The talks broke up amid accusations by Chile that its troops had been ambushed.",
        ("had been ambushed", "Chile"),
    ),
    said("There were calls from the opposition for the minister to resign.", ("minister to resign", "opposition")),
    said("President Tom Hale made an appeal for calm in the capital.", ("calm in the capital", "Tom Hale")),
    said("Norway’s demand that Peru withdraw its envoy was met with silence.", ("withdraw its envoy", "Norway")),
    said(
        "Despite assurances from Prime Minister Eva Dahl that the border was safe, trucks stayed away.",
        ("border was safe", "Eva Dahl"),
    ),
    said("President Tom Hale’s claim that the vote was stolen has been debunked.", ("vote was stolen", "Tom Hale")),
    said(
        "Denials by the Defence Ministry that any aircraft had been lost did little to calm the market.",
        ("aircraft had been lost", "Defence Ministry"),
    ),
    said("The announcement by Peru that it would leave the pact came as a surprise.", ("would leave the pact", "Peru")),
    said("A pledge by Canada to send more aid drew applause.", ("send more aid", "Canada")),
    said(
        "Minister Ana Reis repeated her insistence that no deal had been signed.",
        ("no deal had been signed", "Ana Reis"),
    ),
    said(
        "In a speech on Monday, President Tom Hale laid out his vision of a region “free of foreign bases”.",
        ("free of foreign bases", "Tom Hale"),
    ),
    said(
        "In a statement, the Foreign Ministry rejected the charges as baseless.",
        ("charges as baseless", "Foreign Ministry"),
    ),
    said("Tom Hale’s comments that Chile “must pay” angered the embassy.", ("must pay", "Tom Hale")),
    said(
        "Ana Reis’s remarks drew criticism from Norway, which accused her of stoking tensions.",
        ("stoking tensions", "Norway"),
    ),
    said(
        "The prime minister, Eva Dahl, faced criticism from the Green Party over the deal.",
        ("over the deal", "Green Party"),
    ),
    said("The proposal won praise from President Tom Hale.", ("praise", "Tom Hale")),
    said("The attack drew condemnation from the European Union and Japan.", ("condemnation", "European Union")),
    said("The plan met with opposition from Peru, which argued that it would cost jobs.", ("would cost jobs", "Peru")),
    said(
        "The idea has the backing of Chancellor Ida Brandt, who called it “long overdue”.",
        ("long overdue", "Ida Brandt"),
    ),
    said("The word from the Kremlin is that no date has been set.", ("no date has been set", "Kremlin")),
    said("Tom Hale’s response was that the treaty “speaks for itself”.", ("speaks for itself", "Tom Hale")),
    said("Tom Hale’s message to the rebels was blunt: lay down your arms.", ("lay down your arms", "Tom Hale")),
    said("Ana Reis’s view is that the sanctions have failed.", ("sanctions have failed", "Ana Reis")),
    said("It is the view of the Finance Ministry that the tax is illegal.", ("tax is illegal", "Finance Ministry")),
    said("Officials’ fear is that the dam will break.", ("dam will break", "Officials")),
    said(
        "Asked whether he would resign, Minister Tom Hale shook his head and said the voters would decide.",
        ("voters would decide", "Tom Hale"),
    ),
    said(
        "Tom Hale, when asked whether the army would leave, replied that it was too early to tell.",
        ("too early to tell", "Tom Hale"),
    ),
    said("Minister Ana Reis was quoted as saying the embargo would end in May.", ("embargo would end", "Ana Reis")),
    said("Minister Ana Reis was reported to have told aides that she would quit.", ("she would quit", "Ana Reis")),
    said(
        "The minister was accused by Amnesty International of ignoring the prisoners.",
        ("ignoring the prisoners", "Amnesty International"),
    ),
    said("The raid was condemned by both Norway and Chile.", ("raid was condemned", "Norway")),
    said("Peru was urged by Foreign Secretary Liam Cole to accept monitors.", ("accept monitors", "Liam Cole")),
    said("The visit was described by the embassy as “routine”.", ("routine", "embassy")),
    said("The two were said by police to be armed.", ("to be armed", "police")),
    said("Speaking to reporters in Lima, Ana Reis said talks were on track.", ("talks were on track", "Ana Reis")),
    said(
        "Citing security concerns, the State Department advised Americans to avoid the north.",
        ("avoid the north", "State Department"),
    ),
    said("Calling the vote a sham, President Tom Hale recalled his envoy.", ("vote a sham", "Tom Hale")),
    said("Ana Reis took the floor, demanding that the council act at once.", ("council act at once", "Ana Reis")),
    said(
        "Quoting an old proverb, Tom Hale said that patience was a fortress.", ("patience was a fortress", "Tom Hale")
    ),
    said(
        "It was announced by the palace on Friday that the king would travel to Oslo.", ("king would travel", "palace")
    ),
    said(
        "It was confirmed on Friday by the Interior Ministry that two men had been held.",
        ("two men had been held", "Interior Ministry"),
    ),
    said(
        "“We are ready,” said Norwegian Deputy Minister for Trade and Industry Eva Dahl.", ("We are ready", "Eva Dahl")
    ),
    said(
        "“It is over,” declared the outgoing head of the European Commission, Liam Cole.", ("It is over", "Liam Cole")
    ),
    said(
        "“It is not a blockade,” insisted Rear Admiral Tom Hale, commander of the northern fleet.",
        ("not a blockade", "Tom Hale"),
    ),
    said("“No one is above the law,” tweeted Senator Ana Reis.", ("above the law", "Ana Reis")),
    said("“We lost everything,” sobbed Maria Lopez, 43, outside her ruined home.", ("lost everything", "Maria Lopez")),
    said("“Who pays?” wondered economist Liam Cole.", ("Who pays", "Liam Cole")),
    said("“They are thugs” is how Minister Ana Reis described the protesters.", ("They are thugs", "Ana Reis")),
    said("“Never again” were the words of Chancellor Ida Brandt.", ("Never again", "Ida Brandt")),
    said("“Go home” was the message from President Tom Hale to the settlers.", ("Go home", "Tom Hale")),
    said("“A stain on our history” — that was the verdict of Judge Liam Cole.", ("stain on our history", "Liam Cole")),
    said("The treaty is, as Ana Reis put it, “a paper tiger”.", ("paper tiger", "Ana Reis")),
    said("The treaty is, in Ana Reis’s words, “a paper tiger”.", ("paper tiger", "Ana Reis")),
    said("In the words of Foreign Minister Tom Hale, the deal was “dead on arrival”.", ("dead on arrival", "Tom Hale")),
    said("The pact was, to use Tom Hale’s phrase, “a gift”.", ("a gift", "Tom Hale")),
    said("For Ana Reis, the treaty was “the end of an era”.", ("end of an era", "Ana Reis")),
    said("To hear Tom Hale tell it, the war is already won.", ("already won", "Tom Hale")),
    said("By Ana Reis’s own account, the meeting lasted three hours.", ("three hours", "Ana Reis")),
    said("Per the Health Ministry, 40 people were hurt.", ("40 people were hurt", "Health Ministry")),
    said("In Ana Reis’s view, the sanctions have failed.", ("sanctions have failed", "Ana Reis")),
    said("As far as Tom Hale is concerned, the matter is closed.", ("matter is closed", "Tom Hale")),
    said("As Minister Ana Reis explained, the money had been spent.", ("money had been spent", "Ana Reis")),
    said("The money, Minister Ana Reis explained, had been spent.", ("had been spent", "Ana Reis")),
    said("The bridge, so Tom Hale claims, was built by his father.", ("built by his father", "Tom Hale")),
    said(
        "Reis to Hale: 'Come to the table'\n\nMinister Ana Reis wrote to President Tom Hale on Monday.",
        ("Come to the table", "Ana Reis"),
    ),
    said(
        "No troops will leave, says Hale\n\nPresident Tom Hale spoke on Monday.", ("No troops will leave", "Tom Hale")
    ),
    said("Norway slams Peru over fish quotas\n\nThe row began on Monday.", ("over fish quotas", "Norway")),
    said("Norway denies spying claims\n\nThe row began on Monday.", ("spying claims", "Norway")),
    said(
        "'We will not bow': Hale defies sanctions\n\nPresident Tom Hale spoke on Monday.",
        ("We will not bow", "Tom Hale"),
    ),
    said("Peru says bridge unsafe\n\nThe bridge was shut on Monday.", ("bridge unsafe", "Peru")),
    said("UN warns of famine in north\n\nThe harvest failed.", ("famine in north", "UN")),
    said("Chile vows to rebuild after quake\n\nThe quake struck on Monday.", ("rebuild after quake", "Chile")),
    said("Peru, Chile call for ceasefire\n\nThe fighting began on Monday.", ("call for ceasefire", "Peru")),
    said("Envoy: talks 'going nowhere'\n\nThe talks began on Monday.", ("going nowhere", "Envoy")),
    said(
        "A letter from the ministry surfaced on Monday. “No payment shall be made,” it said.",
        ("No payment shall be made", "ministry"),
    ),
    said(
        "The report by Human Rights Watch ran to 90 pages. “The abuses were systematic,” it concluded.",
        ("abuses were systematic", "Human Rights Watch"),
    ),
    said(
        "The Security Council adopted a resolution calling on both sides to stop firing.",
        ("both sides to stop firing", "Security Council"),
    ),
    said("The Court of Justice ruled on Tuesday that the tax was illegal.", ("tax was illegal", "Court of Justice")),
    said(
        "The Foreign Ministry posted a message on its website. “Our embassy is open,” the message read.",
        ("embassy is open", "Foreign Ministry"),
    ),
    said("In a tweet, Ana Reis wrote: “Enough is enough.”", ("Enough is enough", "Ana Reis")),
    said("Ana Reis took to Twitter: “Enough is enough.”", ("Enough is enough", "Ana Reis")),
    said("Senator Ana Reis posted a photo with the caption “Home at last”.", ("Home at last", "Ana Reis")),
    said("President Tom Hale signed a letter that called the arrests “an insult”.", ("an insult", "Tom Hale")),
    said(
        "The White House released a statement. “The president’s schedule has not changed,” the statement said.",
        ("schedule has not changed", "White House"),
    ),
    said("A joint communique issued by Peru and Chile spoke of “a new chapter”.", ("a new chapter", "Peru")),
    said("Protesters chanted “Down with the regime” outside the palace.", ("Down with the regime", "Protesters")),
    said("Demonstrators carried signs saying “No more war”.", ("No more war", "Demonstrators")),
    said("The crowd shouted “Resign, resign”.", ("Resign, resign", "crowd")),
    said(
        "Minister Ana Reis said the vote would go ahead. She would not resign, she said.",
        ("She would not resign", "Ana Reis"),
    ),
    said(
        "President Tom Hale spoke for an hour.\n\n“I will not run again,” he told supporters.",
        ("I will not run again", "Tom Hale"),
    ),
    said(
        "Envoy Ana Reis met rebels in Lima.\n\n“They listened,” Reis said. “That is a start.”",
        ("They listened", "Ana Reis"),
        ("That is a start", "Ana Reis"),
    ),
    said("Envoy Ana Reis was tired but hopeful. “We are nearly there.”", ("nearly there", "Ana Reis")),
    said("Tom Hale said he was sorry.\n\n“It was my fault. I should have called.”", ("It was my fault", "Tom Hale")),
    said(
        "“We have a deal,” President Tom Hale said.\n\nHe added that work remained. “We are not there yet.”",
        ("not there yet", "Tom Hale"),
    ),
    said("Fisherman Juan Diaz pointed at the harbour. “All this was water.”", ("All this was water", "Juan Diaz")),
    said("Minister Ana Reis shrugged. “Nobody asked me.”", ("Nobody asked me", "Ana Reis")),
    said("But Senator Liam Cole was unconvinced: “Show me the money.”", ("Show me the money", "Liam Cole")),
    said("Senator Liam Cole had this to say: “Show me the money.”", ("Show me the money", "Liam Cole")),
    said("Senator Liam Cole put it this way: “Show me the money.”", ("Show me the money", "Liam Cole")),
    said("Not everyone agreed. “It is madness,” Senator Liam Cole said.", ("It is madness", "Liam Cole")),
    said(
        "Ana Reis, the foreign minister of Peru and a former judge, said the pact was void.",
        ("pact was void", "Ana Reis"),
    ),
    said("Tom Hale, whose party won the vote in May, promised to cut taxes.", ("cut taxes", "Tom Hale")),
    said(
        "The foreign ministers of Peru and Chile, Ana Reis and Tom Hale, said they would meet again.",
        ("they would meet again", "Ana Reis"),
    ),
    said("Peru and Chile said they would meet again.", ("they would meet again", "Peru")),
    said("Both Ana Reis and Tom Hale insisted that the talks were going well.", ("talks were going well", "Ana Reis")),
    said(
        "A spokesman for the Defence Ministry, Colonel Liam Cole, said the jets had returned.",
        ("jets had returned", "Liam Cole"),
    ),
    said(
        "A Defence Ministry spokesman said the jets had returned.", ("jets had returned", "Defence Ministry spokesman")
    ),
    said(
        "The jets had returned, a spokesperson for the Defence Ministry said.",
        ("jets had returned", "spokesperson for the Defence Ministry"),
    ),
    said("Ana Reis, who had earlier met the king, told reporters: “We are friends.”", ("We are friends", "Ana Reis")),
    said("Peru’s Ana Reis and Chile’s Tom Hale voiced concern over the tests.", ("concern over the tests", "Ana Reis")),
    said(
        "Prime Minister Eva Dahl met President Tom Hale in Oslo. The prime minister said the visit was “historic”.",
        ("historic", "Eva Dahl"),
    ),
    said(
        "Eva Dahl, 54, was sworn in on Monday. The 54-year-old said she would “serve all”.", ("serve all", "Eva Dahl")
    ),
    said(
        "Minister Ana Reis flew to Lima, where she told students that the war was over.", ("war was over", "Ana Reis")
    ),
    said("Hamas fired rockets on Monday. The group said it was “a reply”.", ("a reply", "Hamas")),
    said("The Kremlin said that it knew nothing of the plan.", ("knew nothing of the plan", "Kremlin")),
    said("Downing Street declined to say whether the call took place.", ("the call took place", "Downing Street")),
    said("Tehran denies that it wants a bomb.", ("wants a bomb", "Iran")),
    said("Pyongyang has warned that any attack would be answered.", ("attack would be answered", "North Korea")),
    said("Riyadh maintains that the strike came from the north.", ("strike came from the north", "Saudi Arabia")),
    said("The Pentagon put the number of dead at forty.", ("number of dead at forty", "Pentagon")),
    said("Brussels has made clear that no talks are planned.", ("no talks are planned", "Brussels")),
    said(
        "President Tom Hale called Prime Minister Eva Dahl on Monday. She told him the road was open.",
        ("road was open", "Eva Dahl"),
    ),
    said(
        "Spokeswoman Eva Dahl answered questions with envoy Liam Cole. He said nothing had changed.",
        ("nothing had changed", "Liam Cole"),
    ),
    said("The parliament of Peru voted to condemn the raid.", ("condemn the raid", "parliament of Peru")),
    said("The Supreme Court found that the minister had lied.", ("minister had lied", "Supreme Court")),
    silent("The Supreme Court upheld the ban.", "upheld the ban"),
    said("The UN General Assembly demanded that the troops leave.", ("troops leave", "UN General Assembly")),
    said("The jury concluded that the fire was an accident.", ("fire was an accident", "jury")),
    said("A poll by Gallup suggests that most voters want a deal.", ("most voters want a deal", "Gallup")),
    said("Ana Reis asked Tom Hale why the troops had not left.", ("troops had not left", "Ana Reis")),
    said(
        "Pressed on the matter, Minister Ana Reis would only say that “all options are open”.",
        ("all options are open", "Ana Reis"),
    ),
    said("Minister Ana Reis refused to comment on the arrests.", ("comment on the arrests", "Ana Reis")),
    silent("Minister Ana Reis could not be reached for comment.", "could not be reached"),
    silent("Minister Ana Reis left the room without saying a word.", "left the room"),
    silent("The film “The Long Night” won a prize.", "The Long Night"),
    silent("The operation, dubbed “Iron Dawn”, began on Monday.", "Iron Dawn"),
    silent("The so-called “caravan” reached the border.", "caravan"),
    silent("The ship, nicknamed “Old Betty”, sank.", "Old Betty"),
    silent("Under the “one country, two systems” principle, the city keeps its courts.", "one country"),
    silent("He sang “Let It Be” at the rally.", "Let It Be"),
    silent("The word “genocide” does not appear in the treaty.", "genocide"),
    silent("A book called “War and Money” tells the story.", "War and Money"),
    said(
        "Ana Reis called the plan “a joke”, “a farce” and “an insult”.",
        ("a joke", "Ana Reis"),
        ("a farce", "Ana Reis"),
        ("an insult", "Ana Reis"),
    ),
    said(
        "Ana Reis spoke of a “new era” and a “turning point”.", ("new era", "Ana Reis"), ("turning point", "Ana Reis")
    ),
    said("Ana Reis welcomed the “constructive” talks with Chile.", ("constructive", "Ana Reis")),
    said("Ana Reis vowed to defeat the “enemies of peace”.", ("enemies of peace", "Ana Reis")),
    said("The two sides held “frank and open” talks, Ana Reis said.", ("frank and open", "Ana Reis")),
    said("Ana Reis resigned in May over what she called “a betrayal”.", ("a betrayal", "Ana Reis")),
    said("Witnesses described “a wall of fire” near the port.", ("wall of fire", "Witnesses")),
    said("“A wall of fire,” one witness said.", ("wall of fire", "one witness")),
    said("Residents spoke of “hell on earth”.", ("hell on earth", "Residents")),
    said("Users of the app complained that messages were lost.", ("messages were lost", "Users")),
    said("Bridge unsafe: ministers\n\nThe bridge was shut on Monday.", ("unsafe", "ministers")),
    said("No deal this year: Norwegian envoy\n\nTalks went on.", ("No deal", "Norwegian envoy")),
    said("Port to reopen: Norwegian officials\n\nThe port was shut in May.", ("to reopen", "Norwegian officials")),
    silent("Annual report: Norway\n\nThe port was shut in May.", "Annual report"),
    said("Minister Tom Hale spoke on Monday. He made it plain by saying he would not pay.", ("not pay", "Tom Hale")),
    said("Envoy Ana Reis flew home. She ended the wait by saying “all is lost”.", ("all is lost", "Ana Reis")),
    said(
        "Minister Ana Reis sent a letter to the council last week saying the port was shut.", ("was shut", "Ana Reis")
    ),
    said("Few believed President Tom Hale’s promise that the dam would hold.", ("would hold", "Tom Hale")),
    said("Norway’s objection that the law was void was set aside.", ("law was void", "Norway")),
    said("The court heard Ana Reis’s admission that the money was gone.", ("money was gone", "Ana Reis")),
    said("Tom Hale’s prediction that the deal would fail came true.", ("would fail", "Tom Hale")),
    said("Ana Reis’s hope is that the road will open.", ("will open", "Ana Reis")),
    said("The town did not trust Norway’s assurance that the water was clean.", ("was clean", "Norway")),
    silent("Minister Ana Reis left without a word.", "left without"),
    silent("He shook his head and left.", "shook"),
)
