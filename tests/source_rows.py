"""Invented rows in the layouts of the sources, for the tests of the importers."""

from diplo_events.importers import icews, polecat
from diplo_events.importers._gdelt_columns import EVENTS_V2, GKG_V2, MENTIONS

POLECAT_COLUMNS = [*polecat.COLUMNS[:4], "Intensity", *polecat.COLUMNS[4:]]


def polecat_row(**cells: str) -> str:
    """Return a row of POLECAT."""
    base = {
        "Event ID": "20230101-12-ab_REJECT",
        "Event Date": "2023-01-01",
        "Event Type": "REJECT",
        "Event Mode": "meet",
        "Intensity": "-4.0",
        "Quad Code": "VERBAL CONFLICT",
        "Contexts": "diplomatic;future",
        "Actor Name": "Norway;Oda Brink",
        "Actor Country": "NOR;NOR",
        "Actor COW": "385;385",
        "Primary Actor Sector": "GOV",
        "Actor Title": "minister",
        "Wikipedia Actor ID": "Norway;None",
        "Recipient Name": "France",
        "Recipient Country": "FRA",
        "Recipient COW": "220",
        "Wikipedia Recipient ID": "France",
        "City": "Oslo",
        "Province": "Oslo County",
        "Country": "Norway",
        "Latitude": "59.9",
        "Longitude": "10.7",
        "GeoNames ID": "3143244",
        "Source": "The Veld Wire",
        "Publication Date": "2023-01-02",
        "Language": "English",
    }
    cells = base | {name.replace("_", " "): cell for name, cell in cells.items()}
    return "\t".join(cells.get(name, "None") for name in POLECAT_COLUMNS)


def gdelt_row(**cells: str) -> str:
    """Return a row of GDELT events, version 2."""
    base = {
        "GLOBALEVENTID": "77",
        "SQLDATE": "20230101",
        "MonthYear": "202301",
        "Actor1Code": "NOR",
        "Actor1Name": "NORWAY",
        "Actor1CountryCode": "NOR",
        "Actor2Code": "FRAGOV",
        "Actor2Name": "PARIS",
        "Actor2CountryCode": "FRA",
        "EventCode": "042",
        "QuadClass": "1",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Oslo, Oslo, Norway",
        "ActionGeo_CountryCode": "NO",
        "ActionGeo_ADM1Code": "NO12",
        "ActionGeo_Lat": "59.9",
        "ActionGeo_Long": "10.7",
        "ActionGeo_FeatureID": "-273837",
        "DATEADDED": "20230102001500",
        "SOURCEURL": "https://news.example.org/oslo",
    }
    return "\t".join((base | cells).get(name, "") for name in EVENTS_V2)


def mention_row(**cells: str) -> str:
    """Return a row of GDELT mentions."""
    base = {
        "GLOBALEVENTID": "77",
        "EventTimeDate": "20230102001500",
        "MentionType": "1",
        "MentionSourceName": "news.example.org",
        "MentionIdentifier": "https://news.example.org/oslo",
        "SentenceID": "3",
        "Actor1CharOffset": "-1",
        "ActionCharOffset": "812",
        "Confidence": "50",
    }
    return "\t".join((base | cells).get(name, "") for name in MENTIONS)


def gkg_row(**cells: str) -> str:
    """Return a row of the Global Knowledge Graph."""
    base = {
        "GKGRECORDID": "20230102001500-7",
        "DATE": "20230102001500",
        "SourceCommonName": "news.example.org",
        "DocumentIdentifier": "https://news.example.org/oslo",
        "Quotations": "812|20||we couldn x2019 ; t go#99|4|said|no",
    }
    return "\t".join((base | cells).get(name, "") for name in GKG_V2)


ACLED = {
    "event_id_cnty": "NOR7",
    "event_date": "05 January 2020",
    "time_precision": "1",
    "event_type": "Protests",
    "sub_event_type": "Peaceful protest",
    "actor1": "Protesters (Norway)",
    "actor2": "",
    "iso": "578",
    "country": "Norway",
    "admin1": "Oslo",
    "admin2": "",
    "location": "Oslo, Gamlebyen",
    "latitude": "59.9",
    "longitude": "10.7",
    "geo_precision": "1",
    "source": "Veld Wire; Elda Post",
    "notes": 'On 5 January, "some" people met.',
    "fatalities": "0",
}
UCDP = {
    "id": "501",
    "type_of_violence": "3",
    "side_a": "Government of Norland",
    "side_b": "Civilians",
    "number_of_sources": "1",
    "source_article": "Veld Wire, 2020-02-03, Ten dead",
    "source_office": "Veld Wire",
    "source_date": "2020-02-03",
    "source_headline": "Ten dead",
    "source_original": "Elda hospital",
    "where_prec": "1",
    "where_coordinates": "Veld town",
    "adm_1": "Veld",
    "latitude": "1.5",
    "longitude": "2.5",
    "country": "Norway",
    "date_start": "2020-02-01",
    "date_end": "2020-02-02 00:00:00.000",
    "best": "10",
    "high": "12",
    "low": "8",
}
ICOW = {
    "claimdy": "201",
    "claim": "2",
    "name": "Elda Valley",
    "dyadnum": "1",
    "chal": "365",
    "tgt": "329",
    "begclaim": "181601",
    "endclaim": "201799",
    "resolved": "15",
}
PAX = {
    "": "7",
    "AgtId": "12",
    "Con": "Norland/Southmark",
    "Agt": "Elda Accord, with a comma",
    "Dat": "09/01/1998",
    "Status": "Multiparty signed/agreed",
    "Part": "For Norland:\r\nOda Brink",
}
VOTE = {
    "undl_id": "4025240",
    "ms_code": "NOR",
    "ms_name": "NORWAY",
    "ms_vote": "Y",
    "date": "2023-10-27",
    "session": "ES-10",
    "resolution": "A/RES/ES-10/21",
    "draft": "A/ES-10/L.25",
    "title": "Elda : resolution / adopted by the General Assembly",
    "total_yes": "120.0",
    "total_no": "14.0",
    "total_abstentions": "45.0",
    "total_non_voting": "14.0",
    "undl_link": "https://digitallibrary.un.org/record/4025240",
}

ICEWS_HEADER = "\t".join(icews.COLUMNS)


def icews_row(**cells: str) -> str:
    """Return a row of ICEWS."""
    base = {
        "Event ID": "1001",
        "Event Date": "2018-06-01",
        "Source Name": "Oda Brink",
        "Source Sectors": "Executive,Government",
        "Source Country": "Norway",
        "Event Text": "Deny responsibility",
        "CAMEO Code": "016",
        "Intensity": "-2",
        "Target Name": "France",
        "Target Sectors": "NA",
        "Target Country": "France",
        "Story ID": "9001",
        "Sentence Number": "3",
        "Publisher": "The Veld Wire",
        "City": "Oslo",
        "District": "NA",
        "Province": "Oslo County",
        "Country": "Norway",
        "Latitude": "59.9127",
        "Longitude": "10.7461",
    }
    return "\t".join((base | {name.replace("_", " "): cell for name, cell in cells.items()}).values())


ICEWS_MEETING = [
    icews_row(Event_ID="1", CAMEO_Code="042", Event_Text="Make a visit"),
    icews_row(
        Event_ID="2",
        CAMEO_Code="043",
        Event_Text="Host a visit",
        Intensity="2.8",
        **{
            "Source Name": "France",
            "Source Sectors": "NA",
            "Source Country": "France",
            "Target Name": "Oda Brink",
            "Target Sectors": "Executive,Government",
            "Target Country": "Norway",
        },
    ),
]
