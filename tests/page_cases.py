"""Texts, passages and quotes that `check` and the coding page must judge alike."""

import random
from typing import Any, Final

TEXTS: Final = {
    "plain": "He said “no”. She left on Tuesday, at 5 p.m. sharp.",
    "emoji": "🕊️ Peace 🇺🇦 talks “begin 👩‍👩‍👧 now” – at last 🎉.",
    "crlf": "First line.\r\nSecond “line\r\nbroken” here.\r\n\r\nThird.",
    "nbsp": "A\u00a0price of 5\u00a0000\u202feuros, “not\u00a0a cent more”.",
    "combining": "Cafe\u0301 “re\u0301sume\u0301” said O\u0302 and a\u0323\u0302 x.",
    "right to left": "قال الوزير: «لن نتفاوض أبدا» يوم الثلاثاء. הוא אמר ״לא״.",
    "marks of direction": "He \u202bsaid\u202c “\u200fno\u200e” twice\u200d.",
    "no spaces": "外長表示：「絕不談判。」他說。タイの首相は「行く」と述べた。",
    "beyond the plane": "𝔘𝔫𝔦 “𝒬𝓊𝑜𝓉𝑒” 𠀀𠀁 end 𝟙𝟚.",
    "digits": "From 1 to Ⅷ, ½ or ²; ٣ and 三 “x²”.",
    "blank": " \u3000\tAbout \x1f it \x85 all\u2028“here”\u2029 ",
}
"""A text of each kind that is counted differently in code points, in units of UTF-16 or in bytes."""


def records_of(text: str, seed: int, count: int) -> list[dict[str, Any]]:
    """Draw records with passages, quotes and time words, right ones and wrong ones."""
    draw = random.Random(seed)
    found: list[dict[str, Any]] = []
    for number in range(count):
        spans: list[dict[str, int]] = []
        for _ in range(draw.choice([0, 1, 1, 1, 2])):
            start = draw.randrange(len(text))
            span = {"start": start, "end": draw.randint(start + 1, min(len(text) + 2, start + 25))}
            spans += [span] if span not in spans else []
        quotes: list[dict[str, Any]] = []
        for _ in range(draw.choice([0, 1, 1])):
            start = draw.randrange(len(text))
            end = draw.randint(start + 1, min(len(text), start + 8))
            there = text[start:end]
            words = draw.choice([there, there, there[::-1], f"“{there[1:-1]}”" if end - start > 2 else there])
            if words.strip() and not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in words):
                quotes.append({"text": words, "span": {"start": start, "end": end}})
        at = draw.randrange(len(text))
        when = draw.choice([None, text[at : at + 4], "Tuesday"])
        plain = {"id": f"t/s{number}", "source": "t", "spans": spans, "quotes": quotes, "when_as_reported": when}
        if when is not None and (not when.strip() or any(ord(c) < 32 or 127 <= ord(c) < 160 for c in when)):
            plain["when_as_reported"] = None
        found.append(plain)
    return found
