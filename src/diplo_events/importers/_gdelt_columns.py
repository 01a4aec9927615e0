"""The columns of GDELT's files, which have no header."""

from typing import Final

__all__ = ["EVENTS_V1", "EVENTS_V2", "GKG_V2", "MENTIONS"]

ACTOR: Final = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code"),
    *("Type2Code", "Type3Code"),
)
GEO_V1: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
GEO_V2: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
FIRST: Final = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{name}" for side in (1, 2) for name in ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions"),
    *("NumSources", "NumArticles", "AvgTone"),
)
GEOS: Final = ("Actor1Geo", "Actor2Geo", "ActionGeo")

EVENTS_V2: Final = (*FIRST, *(f"{geo}_{name}" for geo in GEOS for name in GEO_V2), "DATEADDED", "SOURCEURL")
"""The 61 columns of events in version 2."""

EVENTS_V1: Final = (*FIRST, *(f"{geo}_{name}" for geo in GEOS for name in GEO_V1), "DATEADDED", "SOURCEURL")
"""The 58 columns of events in version 1; files of days before April 2013 have 57, without SOURCEURL."""

MENTIONS: Final = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
"""The 16 columns of mentions."""

GKG_V2: Final = (
    *("GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier", "Counts"),
    *("V2Counts", "Themes", "V2Themes", "Locations", "V2Locations", "Persons", "V2Persons", "Organizations"),
    *("V2Organizations", "V2Tone", "Dates", "GCAM", "SharingImage", "RelatedImages", "SocialImageEmbeds"),
    *("SocialVideoEmbeds", "Quotations", "AllNames", "Amounts", "TranslationInfo", "Extras"),
)
"""The 27 columns of the Global Knowledge Graph in version 2.1."""
