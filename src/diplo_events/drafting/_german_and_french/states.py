"""The states that news names most, in German and French, each with the stem of its adjective."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from diplo_events.drafting._english.states import states_by_name

__all__ = ["STATES"]

TABLE: Final = """
AE|Vereinigte Arabische Emirate|emirat|Émirats arabes unis|émirati
AF|Afghanistan|afghan|Afghanistan|afghan
AL|Albanien|alban|Albanie|albanais
AM|Armenien|armen|Arménie|arménien
AR|Argentinien|argentin|Argentine|argentin
AT|Österreich|österreich|Autriche|autrichien
AU|Australien|austral|Australie|australien
AZ|Aserbaidschan|aserbaidschan|Azerbaïdjan|azerbaïdjanais
BA|Bosnien-Herzegowina|bosn|Bosnie-Herzégovine|bosnien
BE|Belgien|belg|Belgique|belge
BF|Burkina Faso|burkin|Burkina Faso|burkinabè
BG|Bulgarien|bulgar|Bulgarie|bulgare
BR|Brasilien|brasilian|Brésil|brésilien
BY|Belarus|belaruss|Biélorussie|biélorusse
CA|Kanada|kanad|Canada|canadien
CD|Kongo|kongoles|République démocratique du Congo|congolais
CH|Schweiz|schweizer|Suisse|suisse
CI|Elfenbeinküste|ivor|Côte d'Ivoire|ivoirien
CL|Chile|chilen|Chili|chilien
CM|Kamerun|kamerun|Cameroun|camerounais
CN|China|chines|Chine|chinois
CO|Kolumbien|kolumbian|Colombie|colombien
CU|Kuba|kuban|Cuba|cubain
CY|Zypern|zypr|Chypre|chypriote
CZ|Tschechien|tschech|Tchéquie|tchèque
DE|Deutschland|deutsch|Allemagne|allemand
DK|Dänemark|dän|Danemark|danois
DZ|Algerien|alger|Algérie|algérien
EE|Estland|estn|Estonie|estonien
EG|Ägypten|ägypt|Égypte|égyptien
ES|Spanien|span|Espagne|espagnol
ET|Äthiopien|äthiop|Éthiopie|éthiopien
FI|Finnland|finn|Finlande|finlandais
FR|Frankreich|französ|France|français
GB|Großbritannien|brit|Royaume-Uni|britannique
GE|Georgien|georg|Géorgie|géorgien
GN|Guinea|guine|Guinée|guinéen
GR|Griechenland|griech|Grèce|grec
HR|Kroatien|kroat|Croatie|croate
HT|Haiti|haitian|Haïti|haïtien
HU|Ungarn|ungar|Hongrie|hongrois
ID|Indonesien|indones|Indonésie|indonésien
IE|Irland|ir|Irlande|irlandais
IL|Israel|israel|Israël|israélien
IN|Indien|ind|Inde|indien
IQ|Irak|irak|Irak|irakien
IR|Iran|iran|Iran|iranien
IT|Italien|italien|Italie|italien
JO|Jordanien|jordan|Jordanie|jordanien
JP|Japan|japan|Japon|japonais
KE|Kenia|kenian|Kenya|kényan
KH|Kambodscha|kambodschan|Cambodge|cambodgien
KR|Südkorea|südkorean|Corée du Sud|sud-coréen
KZ|Kasachstan|kasach|Kazakhstan|kazakh
LB|Libanon|libanes|Liban|libanais
LT|Litauen|litau|Lituanie|lituanien
LV|Lettland|lett|Lettonie|letton
LY|Libyen|liby|Libye|libyen
MA|Marokko|marokkan|Maroc|marocain
MD|Moldau|moldau|Moldavie|moldave
ME|Montenegro|montenegrin|Monténégro|monténégrin
MG|Madagaskar|madagass|Madagascar|malgache
MK|Nordmazedonien|nordmazedon|Macédoine du Nord|nord-macédonien
ML|Mali|mal|Mali|malien
MR|Mauretanien|mauretan|Mauritanie|mauritanien
MX|Mexiko|mexikan|Mexique|mexicain
NE|Niger|nigr|Niger|nigérien
NG|Nigeria|nigerian|Nigeria|nigérian
NL|Niederlande|niederländ|Pays-Bas|néerlandais
NO|Norwegen|norweg|Norvège|norvégien
PK|Pakistan|pakistan|Pakistan|pakistanais
PL|Polen|poln|Pologne|polonais
PT|Portugal|portugies|Portugal|portugais
QA|Katar|katar|Qatar|qatari
RO|Rumänien|rumän|Roumanie|roumain
RS|Serbien|serb|Serbie|serbe
RU|Russland|russ|Russie|russe
RW|Ruanda|ruand|Rwanda|rwandais
SA|Saudi-Arabien|saud|Arabie saoudite|saoudien
SD|Sudan|sudanes|Soudan|soudanais
SE|Schweden|schwed|Suède|suédois
SI|Slowenien|slowen|Slovénie|slovène
SK|Slowakei|slowak|Slovaquie|slovaque
SN|Senegal|senegales|Sénégal|sénégalais
SY|Syrien|syr|Syrie|syrien
TD|Tschad|tschad|Tchad|tchadien
TG|Togo|togo|Togo|togolais
TN|Tunesien|tunes|Tunisie|tunisien
TR|Türkei|türk|Turquie|turc
UA|Ukraine|ukrain|Ukraine|ukrainien
US|USA|amerikan|États-Unis|américain
VE|Venezuela|venezolan|Venezuela|vénézuélien
VN|Vietnam|vietnames|Vietnam|vietnamien
XK|Kosovo|kosovar|Kosovo|kosovar
YE|Jemen|jemenit|Yémen|yéménite
ZA|Südafrika|südafrikan|Afrique du Sud|sud-africain
"""

CAPITALS: Final = """
AT|Wien|Vienne
BG||Sofia
CH|Bern|Berne
CN|Peking|Pékin
CZ|Prag|Prague
DK|Kopenhagen|Copenhague
DZ|Algier|Alger
EG|Kairo|Le Caire
ES|Madrid|Madrid
FR|Paris|Paris
GB|London|Londres
GE|Tiflis|Tbilissi
GR|Athen|Athènes
IQ|Bagdad|Bagdad
IR|Teheran|Téhéran
IT|Rom|Rome
LB|Beirut|Beyrouth
PL|Warschau|Varsovie
PT|Lissabon|Lisbonne
RO|Bukarest|Bucarest
RS|Belgrad|Belgrade
RU|Moskau|Moscou
RU|Kreml|Kremlin
SA|Riad|Riyad
SY|Damaskus|Damas
UA|Kiew|Kiev
US|Washington|Washington
"""


def table() -> dict[str, dict[str, str]]:
    """Return the codes by names in small letters, and by stems of adjectives with a hyphen behind them."""
    found: dict[str, dict[str, str]] = {"de": {}, "fr": {}}
    for line in TABLE.strip().splitlines():
        code, german, stem, french, adjective = line.split("|")
        found["de"][german.lower()] = found["de"][f"{stem}-"] = code
        found["fr"][french.lower()] = found["fr"][f"{adjective}-"] = code
    for name, state in states_by_name().items():
        for names in found.values():
            if name[0].isupper() and len(name) > 3:  # noqa: PLR2004  (letters such as US)
                names.setdefault(name.lower(), state.code)
    for line in CAPITALS.strip().splitlines():
        code, german, french = line.split("|")
        found["de"][german.lower()] = found["fr"][french.lower()] = code
    return found


STATES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(table())
"""The codes of the states, by language."""
