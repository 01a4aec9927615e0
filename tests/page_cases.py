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


RICH: dict[str, list[dict[str, Any]]] = {
    "sources": [
        {"id": "a", "title": "A", "kind": "news_article", "published": "2025-09-04", "publisher": "wire", "length": 90,
         "uncoded": [{"span": {"start": 3, "end": 9}, "reason": "byline"}]},
        {"id": "b", "title": "B", "kind": "transcript", "length": 0},
        {"id": "c", "title": "C", "kind": "opinion", "length": 6,
         "uncoded": [{"span": {"start": 0, "end": 80}, "reason": "byline"}]},
    ],
    "actors": [
        {"id": "wire", "name": "Wire", "kind": "media"},
        {"id": "norland", "name": "Norland", "kind": "state"},
        {"id": "brink", "name": "Brink", "kind": "person", "member_of": ["norland"]},
    ],
    "places": [
        {"id": "veld", "name": "Veld", "kind": "settlement", "country": "NO", "subdivision": "NO-03",
         "point": {"longitude": 181.5, "latitude": -91.0}},
        {"id": "river", "name": "River", "kind": "water", "country": "SE",
         "point": {"longitude": -180.0, "latitude": 90.0}},
        {"id": "hall", "name": "Hall", "kind": "site", "subdivision": "SE-AB"},
    ],
    "issues": [
        {"id": "peace", "label": "Peace", "proposition": "Peace."},
        {"id": "troops", "label": "Troops", "proposition": "Troops.", "broader": "peace"},
        {"id": "guards", "label": "Guards", "proposition": "Guards.", "broader": "troops"},
    ],
    "documents": [
        {"id": "d1", "title": "D", "kind": "treaty", "signed": "2024-05", "until": "2024-04-30"},
        {"id": "d2", "title": "D", "kind": "treaty", "adopted": "2024", "in_force": "2024-06-01", "until": "2024"},
    ],
    "statements": [
        {"id": "s1", "source": "a", "spans": [{"start": 0, "end": 9}], "speakers": ["wire"], "acts": ["state"],
         "mode": "verbatim", "summary": "S.", "issues": ["troops"], "medium": "article", "when": "2025-09-04"},
        {"id": "s2", "source": "a", "spans": [{"start": 20, "end": 40}], "speakers": ["brink"], "acts": ["reject"],
         "mode": "mixed", "summary": "S.", "issues": ["guards", "peace"], "targets": ["norland"],
         "on_behalf_of": ["norland"], "quotes": [{"text": "no", "span": {"start": 22, "end": 24}}]},
        {"id": "s3", "source": "a", "speakers": ["norland"], "acts": ["characterize", "reject_plan"],
         "mode": "indirect", "summary": "S.", "targets": ["brink"], "restates": "s2", "canonical_id": "thing/x"},
        {"id": "s4", "source": "a", "spans": [{"start": 5, "end": 5}], "speakers": ["norland"], "acts": ["state"],
         "mode": "verbatim", "summary": "S.", "quotes": [{"text": "longer", "span": {"start": 0, "end": 9}}]},
    ],
    "meetings": [
        {"id": "m1", "source": "a", "title": "M", "kind": "talks", "status": "rejected", "place": "veld",
         "conditions": "C", "agenda": ["troops", "peace"]},
        {"id": "m2", "source": "a", "title": "M", "kind": "talks", "status": "held", "place": "hall",
         "aspects": ["hypothetical"], "attendance": "online", "proposed_by": ["brink"]},
    ],
    "votes": [
        {"id": "v1", "source": "a", "body": "norland", "result": "adopted", "summary": "V.",
         "tally": {"yes": 1, "no": 0, "abstain": -2},
         "ballots": [{"actor": "wire", "choice": "yes"}, {"actor": "brink", "choice": "veto"}]},
        {"id": "v2", "source": "a", "body": "norland", "result": "rejected", "summary": "V.", "tally": {"yes": 1},
         "ballots": [{"actor": "wire", "choice": "yes"}, {"actor": "norland", "choice": "yes"},
                     {"actor": "wire", "choice": "no"}]},
    ],
    "territorial_claims": [
        {"id": "c1", "source": "a", "challenger": "norland", "asserted_by": ["norland"], "assertion": "sovereignty",
         "territory": "T", "kind": "territorial", "summary": "C.",
         "extent": {"low": 0.5, "high": 1.5, "unit": "share"}},
        {"id": "c2", "source": "a", "challenger": "norland", "asserted_by": ["norland"], "assertion": "annexation",
         "territory": "T", "kind": "territorial", "summary": "C.",
         "extent": {"low": 4.0, "high": 3.0, "unit": "count"}},
        {"id": "c3", "source": "a", "challenger": "norland", "asserted_by": ["norland"], "assertion": "capture",
         "territory": "T", "kind": "river", "summary": "C.", "extent": {"low": 4.0, "high": 5.0, "unit": "money"}},
        {"id": "c4", "source": "a", "challenger": "norland", "asserted_by": ["norland"], "assertion": "capture",
         "territory": "T", "kind": "river", "summary": "C.",
         "extent": {"low": -4.0, "high": 5.0, "unit": "count", "currency": "EUR"}},
    ],
    "positions": [
        {"id": "p1", "source": "a", "actor": "norland", "issue": "peace", "stance": "agree", "basis": "declared",
         "summary": "P.", "red_line": True, "evidence": ["s1"], "spans": [{"start": 30, "end": 39}]},
        {"id": "p2", "source": "a", "actor": "norland", "issue": "guards", "stance": "strongly_disagree",
         "basis": "attributed", "attributed_by": "norland", "summary": "P.", "evidence": ["s2", "s3"]},
        {"id": "p3", "source": "a", "actor": "wire", "issue": "troops", "stance": "neutral", "basis": "declared",
         "attributed_by": "brink", "summary": "P."},
    ],
}  # fmt: skip
"""Records that break rules between fields, or nearly do: from their values others are drawn."""


def recombined(seed: int, count: int) -> list[tuple[str, dict[str, Any]]]:
    """Draw records that have some of their fields from another record of their type, each with its type."""
    draw = random.Random(seed)
    found = [(type_, record) for type_, records in RICH.items() for record in records]
    for _ in range(count):
        type_ = draw.choice([name for name in RICH if name not in {"actors", "issues"}])
        record = dict(draw.choice(RICH[type_]))
        names = sorted(
            {name for each in RICH[type_] for name in each}
            - {"id", "source", "evidence", "restates", "member_of", "broader"}
        )
        for name in draw.sample(names, k=draw.choice([1, 2, 3])):
            values = [each[name] for each in RICH[type_] if name in each]
            is_needed = all(name in each for each in RICH[type_])
            value = draw.choice(values if is_needed else [*values, None])
            record = {key: each for key, each in record.items() if key != name}
            if value is not None:
                record[name] = value
        found.append((type_, record))
    return found
