"""The nouns by which texts name actors: offices, groups, bodies; and the words that are not names."""

from types import MappingProxyType
from typing import Final

__all__ = [
    "ADJECTIVES",
    "AGENCIES",
    "BODIES",
    "DETERMINERS",
    "FUNCTION",
    "GROUPS",
    "INSTITUTES",
    "IN_LETTERS",
    "MEDIA",
    "MILITARY",
    "OFFICES_IN_LETTERS",
    "ONLY_BEFORE_NAMES",
    "PAPERS",
    "PARTICLES",
    "REGIONS",
    "ROLES",
    "TIMES",
    "TITLES",
    "UNIONS",
    "spelled_out",
    "words",
]


def words(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


def spelled_out(office: str) -> list[str]:
    """Return the words of an office in lower case, those in letters in full.

    >>> spelled_out("Turkish FM")
    ['turkish', 'foreign', 'minister']
    """
    return [word for low in office.lower().split() for word in IN_LETTERS.get(low, low).split()]


TITLES: Final = words(
    """
    mr mrs ms dr sir lord lady dame mr. mrs. ms. dr. gen. col. lt. sen. rep. gov. prof. adm. maj. capt. amb.
    h.e. brig. hon. honourable honorable rt.
    """
)
"""What stands before a name and is not an office."""

ROLES: Final = words(
    """
    president vice-president vice premier minister ministers secretary secretary-general chancellor ambassador envoy
    spokesman spokeswoman spokesperson spokesmen spokespeople chairman chairwoman chairperson chair director
    director-general commissioner commander commander-in-chief chief general colonel lieutenant admiral senator
    representative congressman congresswoman governor mayor king queen prince princess emperor pope sultan emir
    sheikh ayatollah imam leader head deputy official diplomat negotiator adviser advisor aide lawmaker legislator
    mp mep judge prosecutor attorney lawyer professor analyst economist expert economists speaker member
    undersecretary under-secretary subsecretary counsel counselor counsellor consul delegate presidents presidency
    chancellors premiers comrade marshal captain major sergeant activist activists protester journalist reporter
    correspondent editor author executive ceo coordinator rapporteur mediator trader traders dealer dealers banker
    bankers candidate opponent successor predecessor counterpart counterparts boss co-chair co-founder founder
    cardinal chargé d'affaires
    historian scholar researcher nominee strongman dictator ruler resident resident-general patriarch archbishop
    bishop person observer pastor villager farmer fisherman deputies superintendent inspector constable sheriff
    politician lecturer scientist physicist engineer doctor nurse teacher student pilot driver
    businessman businesswoman lobbyist campaigner veteran refugee survivor eyewitness witness
    fiancée fiancé wife husband widow widower mother father son daughter brother sister uncle aunt nephew niece cousin
    policeman policewoman policemen spokeman
    insider onlooker bystander commuter shopper motorist neighbour neighbor loyalist dissident gunman inmate detainee
    manager supervisor coach strategist pollster consultant barrister solicitor magistrate detective paramedic coroner
    inspector-general attorney-general solicitor-general governor-general auditor-general surgeon-general
    consul-general prosecutor-general lieutenant-general major-general brigadier-general brigadier commodore
    user citizen soldier officer
    priest rabbi cleric monk novelist poet treasurer auditor parliamentarian entrepreneur tycoon magnate billionaire
    minister-designate councilor councillor commandant clerk defendant plaintiff complainant claimant petitioner
    accuser whistleblower publicist colleague associate contributor columnist commentator blogger writer accountant
    administrator archaeologist astronomer biologist cashier chemist climatologist conservationist curator cyclist
    dentist ecologist educator electrician environmentalist epidemiologist examiner filmmaker financier forecaster
    geologist industrialist informant investigator janitor jurist landowner librarian linguist mathematician
    meteorologist missionary musician neurologist oceanographer organiser organizer pathologist pharmacist
    philanthropist philosopher photographer pianist playwright policymaker programmer provost psychiatrist
    psychologist receptionist recruiter rector regulator rescuer restaurateur retiree salesman seismologist
    shopkeeper sociologist specialist statesman statistician surgeon theologian therapist toxicologist translator
    trucker undergraduate virologist zoologist vice-chair vice-chairman vice-premier co-author co-director co-leader
    co-ordinator moderator mufti ombudsman convenor convener co-convenor co-convener co-chairman co-chairwoman
    co-chairperson co-president co-secretary co-editor co-organiser co-organizer co-sponsor co-owner co-signatory
    singer actor actress songwriter rapper guitarist drummer composer dancer painter sculptor architect chef footballer
    goalkeeper midfielder athlete swimmer sprinter boxer golfer jockey cricketer gymnast astronaut cosmonaut neighbour
    neighbor passenger tourist hiker shopper commuter voter miner firefighter carpenter waiter waitress bartender
    roommate classmate teammate under-secretary-general
    pontiff pundit publisher proprietor satirist comedian cartoonist screenwriter
    """
)
"""Offices and occupations: before a name, or instead of one."""

IN_LETTERS: Final = MappingProxyType(
    {
        "pm": "prime minister",
        "fm": "foreign minister",
        "dpm": "deputy prime minister",
        "eam": "external affairs minister",
        "vp": "vice president",
        "sg": "secretary-general",
        "dg": "director-general",
        "cs": "cabinet secretary",
        "ps": "principal secretary",
        "cm": "chief minister",
        "srsg": "special representative",
        "dsrsg": "deputy special representative",
        "hrvp": "high representative",
        "hr/vp": "high representative",
        "nsa": "national security adviser",
        "mos": "minister",
        "dcm": "deputy chief",
        "dsg": "deputy secretary-general",
        "asg": "assistant secretary-general",
        "usg": "under-secretary-general",
        "a/s": "assistant secretary",
        "u/s": "under secretary",
        "d/s": "deputy secretary",
        "asec": "assistant secretary",
        "usec": "under secretary",
        "das": "deputy assistant secretary",
        "pdas": "deputy assistant secretary",
        "secstate": "secretary state",
        "secdef": "defence secretary",
        "secgen": "secretary-general",
        "sec-gen": "secretary-general",
        "unsg": "secretary-general",
        "finmin": "finance minister",
        "formin": "foreign minister",
        "defmin": "defence minister",
        "ag": "attorney-general",
        "spox": "spokesperson",
        "permrep": "representative",
        "dy": "deputy",
        "gov": "governor",
        "sen": "senator",
        "rep": "representative",
    }
)
"""Offices that texts give in letters, each in full."""

OFFICES_IN_LETTERS: Final = frozenset(short.upper() for short in IN_LETTERS) | words(
    "MoS USec ASec SecState SecDef SecGen Sec-Gen FinMin ForMin DefMin Spox spox PermRep Dy"
) - words("DY GOV SEN REP SPOX")
"""The same as texts write them."""

ONLY_BEFORE_NAMES: Final = words("CS PS CM NSA MOS DAS DCM USG AG ASG DSG A/S U/S D/S Dy")
"""Letters that are an office only before a name."""

GROUPS: Final = words(
    """
    officials leaders sources source critics supporters allies diplomats analysts experts observers negotiators
    envoys governments authorities troops forces soldiers rebels militants protesters demonstrators residents
    witnesses activists lawmakers legislators senators chiefs members representatives delegates mediators advisers
    advisors participants conservatives
    aides planners states countries nations capitals parties powers partners ministers presidents spokesmen
    journalists reporters media people firms companies workers families opponents economists traders bankers
    commanders separatists fighters opposition organisers organizers campaigners scientists investigators
    prosecutors judges heads exporters importers producers farmers unions executives shareholders refugees sides
    side pair trio duo victims relatives survivors citizens voters kurds palestinians signatories delegation
    delegations team administration fishermen villagers locals miners students parents settlers groups medics doctors
    monitors insurgents gunmen militias officers charities agencies firefighters rescuers
    ministries embassies departments teams crews
    users crowds marchers rioters customers passengers listeners readers subscribers fans
    patients hostages prisoners detainees inmates nurses pilots sailors pensioners patients hackers commenters
    mayors governors consuls professors historians researchers scholars bishops pastors directors deputies editors
    offices councils committees commissions parliaments armies federations commissioners secretaries ambassadors
    newspapers outlets broadcasters commentators columnists bloggers viewers neighbours neighbors veterans clerics
    women men children daughters sons relatives colleagues associates eyewitnesses lawyers attorneys politicians
    accused detained condemned bereaved
    defendants plaintiffs complainants claimants petitioners accusers
    movements organisations organizations associations institutions coalitions churches congregations clubs
    pundits publishers crowd congressmen physicians engineers teachers farmers drivers trio quartet organizers hospitals
    """
)
"""Several actors, or some without a name."""

BODIES: Final = words(
    """
    ministry department office agency council commission committee bank fund union organization organisation
    association federation parliament congress senate assembly house court tribunal authority government army navy
    force forces guard guards corps police bureau board party movement front institute university centre center
    foundation group coalition alliance league bloc forum embassy consulate mission cabinet kremlin pentagon white
    company corporation airline airlines institution secretariat administration junta militia brigade brigades
    command service services treasury tribunal confederation society community exchange syndicate ltd inc corp plc
    co delegation presidency regime palace summit newspaper station channel network church conference chamber trust
    hotel museum theatre theater airport club retailer manufacturer insurer lender publisher charity nonprofit zoo
    think-tank units organ magazine broadcaster hospital clinic campaign team prefecture directorate inspectorate
    jury panel fleet squadron regiment battalion
    """
)
"""Bodies: with a capital a part of a name, without one instead of it."""

INSTITUTES: Final = words("watch observatory monitor initiative watchdog street")
"""Nouns of bodies with a capital only: Human Rights Watch."""

MEDIA: Final = words(
    """
    news times post agency press journal herald tribune guardian telegraph television tv radio daily broadcaster
    newspaper media magazine gazette observer wire
    """
)
AGENCIES: Final = words(
    """
    Reuters AFP AP UPI TASS Xinhua CNN BBC NBC CBS ABC NPR PBS MSNBC DPA ANSA KCNA Interfax Bloomberg Axios Politico
    Kyodo Yonhap Anadolu IRNA PTI Tasnim Sputnik Bernama Ukrinform EFE Jiji Tanjug Kazinform Armenpress
    """
)
"""Media that are known by one word."""

PAPERS: Final = words(
    "mail star mirror standard chronicle review sun express independent france-presse jazeera arabiya"
)
"""Words that end names of newspapers, agencies and stations, and others as well."""

UNIONS: Final = words(
    """
    nato eu un u.n. u.n imf opec asean wto who iaea osce au g7 g8 g20 gatt ec eec cis oecd oas brics sco icc icj
    unesco unicef unhcr ecowas gcc
    """
)
"""International organisations by their letters."""

MILITARY: Final = words("army navy force forces guard guards corps military troops command air")

ADJECTIVES: Final = words(
    """
    foreign prime senior deputy former top high-ranking high-level
    top-ranking state federal national local regional military defence defense interior
    finance trade economic health energy agriculture justice home european international chief high vice acting
    outgoing incoming new old first second third several some many other one two three four five six seven eight nine
    ten various most all both security intelligence government ruling opposition central supreme general political
    diplomatic western eastern northern southern north south east west presidential parliamentary unnamed anonymous
    independent human rights press public private joint special permanent main key leading armed allied rebel
    separatist pro-government pro-russian kurdish-led white house congressional republican democratic socialist
    paramilitary militant jihadist islamist extremist far-right left-wing right-wing nationalist pro-democracy civil
    world semiofficial humanitarian academic medical multiple numerous communist labour labor conservative liberal
    elected interim current retired serving incumbent disgraced ousted jailed exiled
    transitional veteran longtime
    long-time late young visiting embattled
    elder younger outspoken influential powerful separate certain individual fellow respective recognized
    american-led us-led saudi-led nuclear oil bank industry commerce market treasury budget environment climate
    tourism culture education development transport information communications constitutional religious spiritual
    unidentified unspecified news think tank police army navy assistant associate executive managing principal
    paramount founding ex-president ex-prime state-run state-owned official semi-official chinese-owned lower upper
    event social legal environmental ethnic indigenous opposing rival anti-government pro-independence
    hardline hard-line hardliner moderate radical grassroots unarmed masked uniformed
    editorial monitoring advisory steering supervisory regulatory oversight organizing organising governing
    largest smallest biggest oldest
    israeli-occupied member border customs immigration population emergency relief aid caretaker
    """
)
"""What can stand before such a noun."""

DETERMINERS: Final = words("the a an his her their its our this that these those each every no any such")

PARTICLES: Final = words(
    """
    de da do du di del dela della la le el al bin ibn ben von van der den ter abu y e dos das st af av zu zur
    """
)
"""Small words inside the names of persons."""

REGIONS: Final = words(
    """
    african european asian arab western eastern american-led latin caribbean balkan baltic nordic scandinavian
    mediterranean kurdish kurds europeans africans arabs islamic muslim christian jewish catholic orthodox zionist
    tibetan chechen catalan scottish welsh english northern crimean bosnian-serb tamil hutu tutsi shia shiite sunni
    houthi
    """
)
"""Adjectives of regions, peoples and faiths."""

TIMES: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow spring summer autumn winter christmas easter
    ramadan jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    """
)

FUNCTION: Final = DETERMINERS | words(
    """
    re ref embtel deptel
    i he she it we you they who whom whose which what when where why how if while although though because since as
    at by for from in into of off on onto out over to under up upon with within without about above across after
    against along amid among around before behind below beneath beside besides between beyond despite down during
    except following including inside like near outside per regarding through throughout toward towards until via
    whereas whether than and or but nor so yet not is are was were be been being am has have had do does did will
    would shall should can could may might must there here then thus hence however moreover furthermore meanwhile
    also nevertheless nonetheless instead still even only just both either neither all another much more most less
    least few many several some other own same too very now later earlier ago once again further additionally
    according unlike given due last next one two three four five six seven eight nine ten eleven twelve dozens
    hundreds thousands millions him me us them my your her himself herself itself themselves ever never always often
    perhaps maybe indeed q a. yes well oh okay ok mr together recently previously currently finally first second
    third unfortunately nobody everyone someone anything nothing everything
    """
)
"""Words that are not part of a name, also at the beginning of a sentence."""
