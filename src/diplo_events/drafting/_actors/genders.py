"""Whether somebody is "she" or "he", as far as an office, a title or a given name shows it."""

import re
from collections.abc import Collection
from typing import Final

from diplo_events.drafting._english.nouns import words
from diplo_events.lookup import fold

__all__ = ["gender_of"]

WOMEN: Final = words(
    """
    fiancée wife widow mother daughter sister aunt niece queen princess spokeswoman chairwoman congresswoman
    businesswoman mrs mrs. ms ms. mme dame lady duchess empress policewoman
    """
)
MEN: Final = words(
    """
    fiancé husband widower father son brother uncle nephew king prince spokesman chairman congressman businessman
    mr mr. sir lord sheikh pope imam ayatollah emperor sultan emir duke archbishop patriarch policeman
    """
)
"""Nouns and titles by which a text shows whether somebody is "she" or "he"."""

NAMES_OF_WOMEN: Final = words(
    """
    abigail agnes aisha alice alicia amanda amelia amina amy ana anastasia angela angelina anita anna annalena anne
    annegret annette antonia audrey barbara beatrice benazir bridget brigitte camilla carmen carol
    caroline cathy catherine cecilia christina christine claire clara claudia condoleezza corazon cristina
    cynthia danielle deborah delphine diana dilma donna dorothy edith eleanor elena elisabeth elizabeth ella ellen
    emily emma erika erna esther eva eve evelyn fatima federica fiona frances gabriela gina giorgia
    gloria gro grace greta hannah heather heidi helen helena hillary ida ingrid irene irina isabel isabella ivanka
    jacinda jane janet jennifer jenny jessica jill joan joanna josephine joyce judith julia julie
    kamala karen karin katherine kathleen katrín kate kirsten kristalina laura leila leyla liz linda lisa louise lucia
    lucy madeleine magdalena maia malala margaret maria marie marina marine marta martha mary maryam matilda megan
    chrystia delcy doris elina federica hina kaja kamina marija marise mia mélanie nanaia naledi ngozi nirupama
    raychelle retno samia susana sushma tanja
    mehriban melania melissa mercedes mette michelle miriam monica nadia nancy natalia natalie nicola nina olga olivia
    pamela patricia paula penny priti priyanka rachel rebecca renate rosa rose ruth samantha sandra sanna sara sarah
    sheikha sheila shirley simone sirimavo sofia sophia sophie sonia stella stephanie susan suzanne svetlana sviatlana
    sylvia tamara tatiana teresa theresa tulsi tzipi ursula valentina valerie vanessa vera veronica viktoria
    violeta wendy winnie yulia yvonne zainab zsuzsanna íngrid
    """
)
NAMES_OF_MEN: Final = words(
    """
    alassane anurag antony anwar ayman babacar bogdan bola celso cyril emmerson faisal goodluck hakainde hakan ishaq
    jens joão josef khalid macky mahinda marcelo mauro mevlüt moussa muhammadu omar péter radosław
    ranil sabri sitiveni suren tariq urmas wopke yoweri zbigniew
    abdel abdul abdullah adam adrian ahmad ahmed alan albert alberto alejandro alexander alexei alexis alfred ali
    anders andrei andrew andrés angus anthony antonio antónio arthur artur ashraf bashar barack benjamin bernard
    bernie bill bob boris brad brandon brett brian bruce carl carlos charles chester christopher christoph colin craig
    daniel david dennis diego dmitri dmitry dominic donald douglas ed eduardo edward ehud emmanuel enrique eric erik
    ernesto evo felipe felix fernando fidel francisco frank franz fred frederick gabriel gary geir geoffrey george
    gerald gerhard giuseppe gordon graham greg gregory guillermo gustavo hamid harold harry hassan heiko helmut henry
    hosni howard hubert hugo hussein ian ibrahim igor ilham imran ismail ivan jack jacob jacques jaime jair jake jakob
    james javad javier jeff jeffrey jeremy jerry jim jimmy joe joel johan john jonathan jorge joseph josep joshua
    josé juan julian karl keith ken kenneth kevin khaled kofi konstantin larry lars lech leonid liam lindsey
    louis lucas luigi luis luiz lloyd mahmoud manmohan manuel mark martin marco mario marcus matt matteo matthew
    mauricio max michael michel miguel mike mikhail mohamed mohammad mohammed muammar muhammad narendra neil
    nelson nicholas nicolas nicolás nikolai nikol nigel nuri oleg oleksiy oliver olivier olaf oscar pablo patrick paul
    pedro peter petro philip philippe pierre rafael rajiv ralph ramón raúl recep rex reuven ricardo richard robert
    roberto rodrigo roger roman ronald ryan saad saddam salva salvador samuel scott sebastian sergei sergey sergio
    shimon shinzo silvio simon stanislav stefan stephen steve steven taro theodore thomas tim timothy tobias tom tony
    uhuru vicente viktor vincent vladimir volodymyr walter warren wayne wilhelm william wolfgang xavier yair yasser
    yitzhak yoshihide yury yuri zalmay
    """
)
"""Given names that nearly only women, or nearly only men, bear."""


def gender_of(heads: Collection[str], name: str, role: str = "") -> str:
    """Return the pronoun of somebody with some offices and a name; nothing where neither shows it.

    >>> gender_of({"spokeswoman"}, "Li"), gender_of(set(), "Tom Hale"), gender_of(set(), "Li Wei")
    ('she', 'he', '')
    """
    held = {*heads, *re.findall(r"[\w-]+", role.lower())}
    if held & WOMEN:
        return "she"
    if held & MEN:
        return "he"
    given, *rest = name.lower().split() or [""]
    if not rest:
        return ""
    found = {given, fold(given)}
    return "she" if found & NAMES_OF_WOMEN else "he" if found & NAMES_OF_MEN else ""
