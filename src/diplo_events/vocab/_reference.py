"""The kinds of actors, places and documents."""

from diplo_events.vocab._term import Term

__all__ = ["ActorKind", "DocumentKind", "PlaceKind"]


class ActorKind(Term, source="after CAMEO's and PLOVER's actor sectors"):
    """What sort of actor it is."""

    PERSON = "person", "a human being with a name"
    STATE = "state", "a state or country, also if the source names its capital or palace instead"
    GOVERNMENT = "government", "the government or the leadership of a state"
    GOVERNMENT_BODY = "government_body", "a ministry, an office or another body of a state"
    MILITARY = "military", "armed forces of a state"
    INTERNATIONAL_ORGANIZATION = "international_organization", "an organisation of states, or a body of one"
    COALITION = "coalition", "states that act together without an organisation"
    PARTY = "party", "a political party"
    ARMED_GROUP = "armed_group", "an armed group that does not belong to a state"
    MEDIA = "media", "a newspaper, an agency, a broadcaster, a site"
    COMPANY = "company", "a business"
    ORGANIZATION = "organization", "another organisation, such as a charity or an institute"
    POPULATION = "population", "the people of a state or another large group"
    OFFICE = "office", "an office that one person holds after another: the Secretary-General, the consul"
    GROUP = "group", "several actors named together: European leaders, Western planners"
    UNNAMED = "unnamed", "speakers without a name: sources, critics, officials"


class PlaceKind(Term, source="after the GeoNames feature classes A, P, T, H and S"):
    """What sort of place it is."""

    COUNTRY = "country", "the territory of a state"
    REGION = "region", "a first-order division: oblast, province, state"
    DISTRICT = "district", "a lower division"
    SETTLEMENT = "settlement", "a city, town or village"
    AREA = "area", "land without an administration of its own: Donbas, eastern Ukraine"
    CONTINENT = "continent", "a continent or another large part of the world"
    WATER = "water", "a sea, river, lake or strait"
    MARITIME_FEATURE = "maritime_feature", "an island, rock, reef or shoal"
    ZONE = "zone", "a zone defined by law: exclusive economic zone, air defence identification zone, buffer"
    AIRSPACE = "airspace", "the air above land or water"
    BOUNDARY = "boundary", "a line between states or zones"
    SITE = "site", "a building or a ground: a palace, a base, a square"


class DocumentKind(Term, source="after the types of records of the UN Digital Library and of PA-X, Version 9"):
    """What sort of document it is."""

    TREATY = "treaty", "an agreement of states under international law, whatever it is called"
    AGREEMENT = "agreement", "another agreement: a ceasefire, a memorandum, a contract"
    JOINT_DECLARATION = "joint_declaration", "a declaration of several parties, a communiqué"
    DECLARATION = "declaration", "a declaration of one party"
    RESOLUTION = "resolution", "a decision of an international body"
    DRAFT = "draft", "a text that is not adopted yet"
    LETTER = "letter", "a letter or a diplomatic note"
    TELEGRAM = "telegram", "a telegram or a cable"
    LAW = "law", "a law, a decree or an order of a state"
    CHARTER = "charter", "the founding document of an organisation, or a constitution"
    PLAN = "plan", "a proposal or a plan for what is to be done"
    REPORT = "report", "a report of a body"
    CLAUSE = "clause", "an article, a paragraph or an annex of another document"
    OTHER = "other", "another kind of document"
