"""The states of the world as news names them: names, adjectives, peoples, capitals and palaces."""

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["ADJECTIVES", "CAPITALS", "NAMES", "State", "states_by_code", "states_by_name"]

TABLE: Final = """
AD|Andorra|Andorran|Andorra la Vella
AE|United Arab Emirates, UAE, Emirates, U.A.E.|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AG|Antigua and Barbuda|Antiguan|
AL|Albania|Albanian|Tirana
AM|Armenia|Armenian|Yerevan
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine, Argentinian|Buenos Aires
AT|Austria|Austrian|Vienna
AU|Australia|Australian|Canberra
AZ|Azerbaijan|Azerbaijani, Azeri|Baku
BA|Bosnia and Herzegovina, Bosnia|Bosnian|Sarajevo
BB|Barbados|Barbadian|Bridgetown
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian|Sofia
BH|Bahrain|Bahraini|Manama
BI|Burundi|Burundian|Bujumbura
BJ|Benin|Beninese|Porto-Novo
BN|Brunei|Bruneian|
BO|Bolivia|Bolivian|La Paz
BR|Brazil|Brazilian|Brasilia, Brasília
BS|Bahamas|Bahamian|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan|Gaborone
BY|Belarus|Belarusian, Belarussian|Minsk
BZ|Belize|Belizean|Belmopan
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, Zaire|Congolese|Kinshasa
CF|Central African Republic||Bangui
CG|Republic of the Congo, Congo||Brazzaville
CH|Switzerland|Swiss|Bern, Berne
CI|Ivory Coast, Côte d'Ivoire, Côte d’Ivoire|Ivorian|Abidjan, Yamoussoukro
CL|Chile|Chilean|
CM|Cameroon|Cameroonian|Yaounde, Yaoundé
CN|China, People's Republic of China, People’s Republic of China, PRC|Chinese|Beijing, Peking
CO|Colombia|Colombian|Bogota, Bogotá
CR|Costa Rica|Costa Rican|
CU|Cuba|Cuban|Havana
CV|Cape Verde|Cape Verdean|Praia
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic, Czechia, Czechoslovakia|Czech|Prague
DE|Germany, West Germany, Federal Republic of Germany|German, West German|Berlin, Bonn
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish|Copenhagen
DM|Dominica||
DO|Dominican Republic|Dominican|Santo Domingo
DZ|Algeria|Algerian|Algiers
EC|Ecuador|Ecuadorian, Ecuadorean|Quito
EE|Estonia|Estonian|Tallinn
EG|Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish|Madrid
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish|Helsinki
FJ|Fiji|Fijian|Suva
FM|Micronesia|Micronesian|
FR|France|French|Paris, Elysee, Élysée
GA|Gabon|Gabonese|Libreville
GB|United Kingdom, Britain, Great Britain, UK, U.K.|British|London, Downing Street
GD|Grenada|Grenadian|
GE|Georgia|Georgian|Tbilisi
GH|Ghana|Ghanaian|Accra
GL|Greenland|Greenlandic|Nuuk
GM|Gambia|Gambian|Banjul
GN|Guinea|Guinean|Conakry
GQ|Equatorial Guinea|Equatoguinean|Malabo
GR|Greece|Greek|Athens
GT|Guatemala|Guatemalan|
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|Georgetown
HK|Hong Kong||
HN|Honduras|Honduran|Tegucigalpa
HR|Croatia|Croatian|Zagreb
HT|Haiti|Haitian|Port-au-Prince
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland|Irish|Dublin
IL|Israel|Israeli|Jerusalem, Tel Aviv
IN|India|Indian|New Delhi, Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran|Iranian|Tehran, Teheran
IS|Iceland|Icelandic|Reykjavik
IT|Italy|Italian|Rome
JM|Jamaica|Jamaican|Kingston
JO|Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan|Kyrgyz|Bishkek
KH|Cambodia|Cambodian|Phnom Penh
KI|Kiribati||
KM|Comoros|Comorian|
KP|North Korea, DPRK, Democratic People's Republic of Korea|North Korean|Pyongyang
KR|South Korea, Republic of Korea, ROK|South Korean|Seoul
KW|Kuwait|Kuwaiti|Kuwait City
KZ|Kazakhstan|Kazakh|Astana
LA|Laos|Laotian, Lao|Vientiane
LB|Lebanon|Lebanese|Beirut
LI|Liechtenstein||Vaduz
LK|Sri Lanka|Sri Lankan|Colombo
LR|Liberia|Liberian|Monrovia
LS|Lesotho||Maseru
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish|
LV|Latvia|Latvian|Riga
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
MC|Monaco||
MD|Moldova|Moldovan|Chisinau, Chișinău
ME|Montenegro|Montenegrin|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MH|Marshall Islands|Marshallese|Majuro
MK|North Macedonia, Macedonia|Macedonian|Skopje
ML|Mali|Malian|Bamako
MM|Myanmar, Burma|Burmese|Naypyidaw
MN|Mongolia|Mongolian|Ulaanbaatar
MR|Mauritania|Mauritanian|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian|Port Louis
MV|Maldives|Maldivian|
MW|Malawi|Malawian|Lilongwe
MX|Mexico|Mexican|Mexico City
MY|Malaysia|Malaysian|Kuala Lumpur
MZ|Mozambique|Mozambican|Maputo
NA|Namibia|Namibian|Windhoek
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
NI|Nicaragua|Nicaraguan|Managua
NL|Netherlands, Holland|Dutch|The Hague, Hague
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepalese, Nepali|Kathmandu
NR|Nauru||
NZ|New Zealand||Wellington
OM|Oman|Omani|Muscat
PA|Panama|Panamanian|Panama City
PE|Peru|Peruvian|Lima
PG|Papua New Guinea||Port Moresby
PH|Philippines|Philippine, Filipino|Manila
PK|Pakistan, Pak|Pakistani|Islamabad
PL|Poland|Polish|Warsaw
PS|Palestine|Palestinian|Ramallah
PT|Portugal|Portuguese|Lisbon
PW|Palau||
PY|Paraguay|Paraguayan|Asuncion, Asunción
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RS|Serbia|Serbian, Serb|Belgrade
RU|Russia, Russian Federation|Russian|Moscow, Kremlin
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Saudi, Saudi Arabian|Riyadh
SB|Solomon Islands||Honiara
SC|Seychelles||
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish|Stockholm
SG|Singapore|Singaporean|
SI|Slovenia|Slovenian, Slovene|Ljubljana
SK|Slovakia|Slovak|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SM|San Marino||
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
SV|El Salvador|Salvadoran, Salvadorean|San Salvador
SY|Syria|Syrian|Damascus
SZ|Eswatini, Swaziland||Mbabane
TD|Chad|Chadian|N'Djamena, N’Djamena
TG|Togo|Togolese|Lome, Lomé
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik|Dushanbe
TL|East Timor, Timor-Leste|Timorese|Dili
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TO|Tonga|Tongan|
TR|Turkey, Türkiye|Turkish|Ankara
TT|Trinidad and Tobago|Trinidadian|Port of Spain
TV|Tuvalu||
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian|Dodoma, Dar es Salaam
UA|Ukraine|Ukrainian|Kyiv, Kiev
UG|Uganda|Ugandan|Kampala
US|United States, United States of America, US, U.S., USA, U.S.A., America|American|Washington
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek|Tashkent
VA|Holy See, Vatican||
VE|Venezuela|Venezuelan|Caracas
VN|Vietnam|Vietnamese|Hanoi
VU|Vanuatu||
WS|Samoa|Samoan|Apia
XK|Kosovo|Kosovar|Pristina
YE|Yemen|Yemeni|Sanaa, Sana'a
ZA|South Africa|South African|Pretoria
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare
SUHH|Soviet Union, USSR, U.S.S.R.|Soviet|
YUCS|Yugoslavia|Yugoslav|
DDDE|East Germany, German Democratic Republic|East German|
"""
"""The code of ISO 3166-1 (or 3166-3), names, adjectives, and the capital or palace that is named for the state."""


class State(NamedTuple):
    """A state, and how texts name it."""

    code: str
    """The code of ISO 3166-1, with two letters, or of ISO 3166-3, with four."""
    name: str
    """The name that an actor gets."""
    names: tuple[str, ...]
    """All its names."""
    adjectives: tuple[str, ...]
    """The adjectives of it and its people."""
    capitals: tuple[str, ...]
    """Capitals and palaces; as those who speak they are the state."""


def items(text: str) -> tuple[str, ...]:
    """Return the parts of a list that is written with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def state(line: str) -> State:
    """Return the state of a line of the table."""
    code, names, adjectives, capitals = line.split("|")
    return State(code, items(names)[0], items(names), items(adjectives), items(capitals))


STATES: Final = tuple(state(line) for line in TABLE.strip().splitlines())

NAMES: Final[Mapping[str, State]] = MappingProxyType({name: item for item in STATES for name in item.names})
"""The state of each name."""

CAPITALS: Final[Mapping[str, State]] = MappingProxyType({name: item for item in STATES for name in item.capitals})
"""The state of each capital or palace."""

PEOPLES: Final = MappingProxyType(
    {
        "DK": ("Danes",),
        "ES": ("Spaniards",),
        "FI": ("Finns",),
        "GB": ("Britons",),
        "HR": ("Croats",),
        "PL": ("Poles",),
        "SE": ("Swedes",),
        "TR": ("Turks",),
    }
)
"""Peoples whose name is not made of the adjective."""

ADJECTIVES: Final[Mapping[str, State]] = MappingProxyType(
    {form: item for item in STATES for name in item.adjectives for form in (name, f"{name}s") if form not in NAMES}
    | {people: item for item in STATES for people in PEOPLES.get(item.code, ())}
)
"""The state of each adjective, and of each word for its people."""


@functools.cache
def states_by_name() -> Mapping[str, State]:
    """Return the state that each name, capital or palace means; a name goes before a capital.

    >>> states_by_name()["Kremlin"].code, states_by_name()["U.S."].name
    ('RU', 'United States')
    """
    return MappingProxyType({**CAPITALS, **NAMES})


@functools.cache
def states_by_code() -> Mapping[str, State]:
    """Return the states by their codes."""
    return MappingProxyType({state.code: state for state in NAMES.values()})
