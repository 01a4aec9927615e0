"""Invented news in German and French, and English forms that need no verb of saying, with who says what."""

from typing import Final

from attribution_cases import Case

__all__ = ["ABROAD", "ENGLISH"]

ABROAD: Final = (
    Case(
        "Der Streit dauert an\n\n"
        "»Wir warten nicht länger auf die Antwort«, sagte die Ministerin Ana Reis am Montag in der"
        " Hauptstadt. »Das ist nicht"
        " unser Stil«, so Reis. Laut dem Außenministerium ist die Brücke für den Verkehr offen.",
        (("Wir warten", "Ana Reis"), ("unser Stil", "Ana Reis"), ("die Brücke", "Außenministerium")),
    ),
    Case(
        "Der Streit dauert an\n\n"
        "Der norwegische Außenminister Tom Hale forderte den Abzug der Truppen von der Grenze. Er"
        " sprach von einem »Fehler der anderen Seite«. »Niemand will das«, erklärte Hale.",
        (("Abzug", "Tom Hale"), ("Fehler", "Tom Hale"), ("Niemand", "Tom Hale")),
    ),
    Case(
        "Der Streit dauert an\n\n"
        "Der Preis sei zu hoch für das Land, warnte Regierungssprecher Karl Brehm. Nach Angaben der Kommission wird der"
        " Vertrag nicht verlängert. »Wir sind bereit«, versicherte der Minister Luc Morel.",
        (("Der Preis", "Karl Brehm"), ("Vertrag", "Kommission"), ("bereit", "Luc Morel")),
    ),
    Case(
        "Der Streit dauert an\n\n"
        "Die Sprecherin Eva Lind wies die Kritik an der Reform zurück. »Das stimmt nicht«, sagte"
        " sie. Auf die Frage nach"
        " dem Geld antwortete Botschafter Jan Holm: »Es ist da.«",
        (("Kritik", "Eva Lind"), ("stimmt nicht", "Eva Lind"), ("Es ist da", "Jan Holm")),
    ),
    Case(
        "Der Streit dauert an\n\n"
        "Präsident Oleg Sudin hat die Sanktionen der Union scharf kritisiert. Sein Amtskollege, der"
        " Präsident Ivo Marek,"
        " nannte die Lage auf der Insel »ernst«. Wie die Regierung mitteilte, ist der Hafen zu.",
        (("Sanktionen", "Oleg Sudin"), ("ernst", "Ivo Marek"), ("Hafen", "Regierung")),
    ),
    Case(
        "Le bras de fer continue\n\n"
        "« Nous n’attendrons pas la réponse », a déclaré la ministre Ana Reis lundi dans la capitale. « Ce n’est pas"
        " notre style », a-t-elle ajouté. Selon le ministère de la Défense, le pont est ouvert à la circulation.",
        (("attendrons", "Ana Reis"), ("notre style", "Ana Reis"), ("le pont", "ministère de la Défense")),
    ),
    Case(
        "Le bras de fer continue\n\n"
        "Le président Tom Hale a dénoncé une « erreur » des voisins du pays. Il a promis de payer"
        " pour le port. « Personne ne"
        " le veut », estime-t-il.",
        (("erreur", "Tom Hale"), ("payer", "Tom Hale"), ("Personne", "Tom Hale")),
    ),
    Case(
        "Le bras de fer continue\n\n"
        "Le ministre des Transports, Luc Morel, a affirmé que la frontière serait fermée avec le"
        " pays voisin. « La porte est"
        " ouverte », assure le porte-parole Karim Saad. D’après la Commission, le traité est dans les délais.",
        (("frontière", "Luc Morel"), ("La porte", "Karim Saad"), ("le traité", "Commission")),
    ),
    Case(
        "Le bras de fer continue\n\n"
        "Eva Lind, ambassadrice de Norvège, a rejeté les critiques sur le projet. « C’est faux,"
        " a-t-elle insisté, et tout le"
        " monde le sait. » « Nous verrons », a répondu Jan Holm.",
        (("critiques", "Eva Lind"), ("C’est faux", "Eva Lind"), ("Nous verrons", "Jan Holm")),
    ),
    Case(
        "Le bras de fer continue\n\n"
        "Pour l’historien Ivo Marek, « rien n’est joué » dans la course au port. Le chef de la diplomatie Oleg Sudin a"
        " averti que le gaz serait coupé. « C’est une ligne rouge », a martelé M. Sudin.",
        (("rien n", "Ivo Marek"), ("le gaz", "Oleg Sudin"), ("ligne rouge", "Oleg Sudin")),
    ),
)
"""News in German and French."""

ENGLISH: Final = (
    Case("“We are exporting our winter,” fired lawmaker Jimena Roca.", (("exporting", "Jimena Roca"),)),
    Case("“Not on my watch,” thundered Minister Ana Reis.", (("on my watch", "Ana Reis"),)),
    Case("“Is that all?” sighed Ambassador Tom Hale.", (("that all", "Tom Hale"),)),
    Case("“It was a long night,” smiled President Oleg Sudin in Riga.", (("long night", "Oleg Sudin"),)),
    Case("“You first,” snapped the envoy.", (("You first", "envoy"),)),
    Case("Minister Ana Reis’s reply came within hours: “We count votes.”", (("count votes", "Ana Reis"),)),
    Case("The verdict of Ambassador Tom Hale was short: “Too late.”", (("Too late", "Tom Hale"),)),
    Case(
        "The only comment from President Oleg Sudin was a shrug and a line: “Ask them.”", (("Ask them", "Oleg Sudin"),)
    ),
    Case("As Minister Ana Reis liked to say, “a bridge has two ends”.", (("two ends", "Ana Reis"),)),
    Case("Minister Ana Reis went on to say that the port would close.", (("port would", "Ana Reis"),)),
    Case("Minister Ana Reis let it be known that she would come.", (("would come", "Ana Reis"),)),
    Case("The commissioner for enlargement, Tom Hale, said the talks had failed.", (("had failed", "Tom Hale"),)),
    Case("The director of its Asia programme, Ana Reis, said the plan was dead.", (("was dead", "Ana Reis"),)),
    Case(
        "Ambassador Tom Hale resigned. The 61-year-old former judge said he was tired.",
        (("was tired", "Tom Hale"),),
        (),
    ),
    Case("“The Wall” toppled President Oleg Sudin.", (), ("toppled",)),
    Case("The song “No Tears” opened Minister Ana Reis’s rally.", (), ("rally",)),
    Case("Asked by reporters about the port, the minister left.", (), ("the port",)),
    Case("The ministry has not answered.", (), ("answered",)),
    Case("I do not blame the minister for that.", (), ("the minister",)),
    Case("The port, closed since May, signals nothing new.", (), ("closed",)),
)
"""English forms without a verb of saying, or with one of several words, and what looks like them."""
