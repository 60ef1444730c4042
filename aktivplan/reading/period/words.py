"""The words of time in Swedish, Danish, Norwegian and English, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from aktivplan.reading.period.slots import Part


class Sort(StrEnum):
    """What a token is to the grammar."""

    NUMBER = auto()
    ROMAN = auto()
    ORDINAL = auto()
    COUNT = auto()

    MONTH = auto()
    SEASON = auto()
    TERM = auto()
    SCHOOL_YEAR = auto()
    YEAR = auto()
    THE_YEAR = auto()
    HALF = auto()
    TERTIAL = auto()
    QUARTER = auto()
    MONTHS = auto()
    THE_MONTH = auto()
    WEEK = auto()
    DAYS = auto()
    TERMS = auto()
    WEEKDAY = auto()
    PART = auto()
    CHRISTMAS = auto()
    TURN_OF_YEAR = auto()
    TURN_OF_HALF = auto()
    TURN_OF_MONTH = auto()
    PLAN_PERIOD = auto()
    NEXT = auto()
    THIS = auto()

    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()

    BY = auto()
    BEFORE = auto()
    AFTER = auto()
    FROM = auto()
    UNTIL = auto()
    BETWEEN = auto()
    WITHIN = auto()

    RECURRING = auto()
    EVERY = auto()
    EVERY_OTHER = auto()
    TIMES = auto()
    PER = auto()

    ONGOING = auto()
    LONGTERM = auto()
    HORIZON = auto()
    ASAP = auto()
    EVENT = auto()
    STATUS = auto()
    MISSING = auto()
    DITTO = auto()

    ROUGHLY = auto()
    NOISE = auto()
    UNKNOWN = auto()


class Word(NamedTuple):
    """One meaning: its sort, and the number, ISO duration or part that goes with it."""

    sort: Sort
    value: int = 0
    duration: str = ""
    part: Part | None = None


_MONTHS = (
    "januari januar january jan",
    "februari februar february feb febr",
    "mars marts march mar",
    "april apr",
    "maj mai may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december desember dec des",
)
_NUMBERED: Mapping[Sort, tuple[str, ...]] = {
    Sort.SEASON: (
        "vår|våren|forår|foråret|spring",
        "sommar|sommaren|sommer|sommeren|summer",
        "höst|hösten|efterår|efteråret|høst|høsten|autumn|fall",
        "vinter|vintern|vinteren|winter",
    ),
    Sort.TERM: (
        "vt|vårtermin|vårterminen|forårssemester|forårssemesteret|vårsemester|vårsemesteret|vårhalvåret|spring term|spring semester",
        (
            "ht|hösttermin|höstterminen|efterårssemester|efterårssemesteret|høstsemester|høstsemesteret|høsthalvåret"
            "|autumn term|autumn semester|fall term|fall semester"
        ),
    ),
    Sort.ORDINAL: (
        "första|förste|første|first",
        "andra|andre|anden|andet|annen|annet|second",
        "tredje|third",
        "fjärde|fjerde|fourth",
    ),
    Sort.COUNT: (
        "en|ett|et|én|ét|een|one",
        "två|two",
        "tre|three",
        "fyra|fire|four",
        "fem|five",
        "sex|seks|six",
    ),
}
_LAST = "sista|siste|sidste|last"
_PARTS: Mapping[Part, str] = {
    Part.EARLY: "primo|tidigt|tidig|tidlig|tidligt|early|början av|början på|begyndelsen af|starten af|starten av"
    "|begynnelsen av|start of|beginning of|inledningen av",
    Part.MIDDLE: "medio|mitten av|mitten på|midten af|midten av|mid|middle of",
    Part.LATE: "ultimo|sent|late|slutet av|slutet på|slutningen af|slutten av|end of",
}
_RECURRING: Mapping[str, str] = {
    "P1D": "dagligen|dagligt|daglig|daily",
    "P1W": "veckovis|ugentligt|ugentlig|ukentlig|weekly",
    "P2W": "fortnightly",
    "P1M": "månadsvis|månatligen|månatlig|månedligt|månedlig|månedsvis|monthly",
    "P3M": "kvartalsvis|kvartalsvist|kvartalsvise|quarterly",
    "P4M": "tertialsvis|tertialvis|tertialvist",
    "P6M": "halvårsvis|halvårligen|halvårligt|halvårlig|terminsvis|half yearly|biannually|semiannually",
    "P1Y": "årligen|årligt|årlig|årsvis|årvis|yearly|annually|annual",
}
_PLAIN: Mapping[Sort, str] = {
    Sort.SCHOOL_YEAR: "läsår|läsåret|läsåren|skolår|skolåret|skolåren|skoleår|skoleåret|skoleårene|school year|academic year",
    Sort.YEAR: "år|års|åren|årene|year|years|kalenderår|calendar year|budgetår|verksamhetsår",
    Sort.THE_YEAR: "året|kalenderåret|budgetåret|verksamhetsåret|the year",
    Sort.HALF: "halvår|halvåret|half|half year|half of|h",
    Sort.TERTIAL: "tertial|tertialet|tertialen|tertialer|t",
    Sort.QUARTER: "kvartal|kvartalet|kvartaler|kv|kvt|q|k|quarter|quarters",
    Sort.MONTHS: "månad|månader|mån|måned|måneder|mdr|month|months",
    Sort.THE_MONTH: "månaden|måneden|denna månad|denne måned|denne måneden|this month",
    Sort.WEEK: "vecka|veckan|veckor|v|uge|ugen|uger|uke|uka|uken|uker|u|week|weeks|w",
    Sort.DAYS: "dag|dagar|dage|dager|day|days",
    Sort.TERMS: "termin|terminen|terminer|semester|semesteret|term|terms",
    Sort.WEEKDAY: "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    Sort.CHRISTMAS: "christmas",
    Sort.TURN_OF_YEAR: "årsskiftet|årsskifte|årskiftet|turn of the year",
    Sort.TURN_OF_HALF: "halvårsskiftet|halvårsskifte|halvårskiftet",
    Sort.TURN_OF_MONTH: "månadsskiftet|månedsskiftet|månedskiftet|turn of the month",
    Sort.PLAN_PERIOD: "planperioden|planperiod|hela perioden|hele perioden|plan period|the whole period",
    Sort.NEXT: "nästa|nästkommande|kommande|kommende|næste|neste|next|coming",
    Sort.THIS: "denna|detta|denne|dette|innevarande|indeværende|inneværende|this",
    Sort.AND: "och|og|and|samt|respektive|resp",
    Sort.BY: "senast|senest|seinest|innen|by|due|deadline|frist|no later than|not later than|ikke senere end|ikke senere enn"
    "|udgangen af|utgangen av|utgången av|ved udgangen af|ved utgangen av|vid utgången av|inden udgangen af|innen utgangen av"
    "|innan utgången av|före utgången av|før udgangen af|før utgangen av|vid slutet av|ved slutningen af"
    "|ved slutten av|before the end of|by the end of|by end of|at the end of|udløbet af|utløpet av|inden udløbet af"
    "|inden slutningen af|innen slutten av|före slutet av|innan slutet av",
    Sort.BEFORE: "före|innan|før|inden|before|prior to|forud for|inför",
    Sort.AFTER: "efter|etter|after",
    Sort.FROM: "från och med|från o med|fr o m|from|f o m|fom|från|fra og med|fra|med start|med start i|med början|start|startar"
    "|starter|starts|starting|börjar|begynner|begynder|påbörjas|opstart|oppstart|uppstart|as of",
    Sort.UNTIL: "till och med|t o m|tom|til og med|until|till|til|to|frem til|fram til|fram till|tills|through|indtil|inntil|ut|slut|slutt|end",
    Sort.BETWEEN: "mellan|mellem|mellom|between",
    Sort.WITHIN: "inom|inden for|indenfor|innenfor|within",
    Sort.EVERY: "varje|var|vart|hver|hvert|every|each",
    Sort.TIMES: "gång|gånger|ggr|ggn|gang|gange|ganger|times|time|x",
    Sort.PER: "per|pr",
    Sort.ONGOING: "löpande|løbende|løpende|fortlöpande|fortløbende|fortløpende|kontinuerligt|kontinuerlig|kontinuerligt och över tid"
    "|tills vidare|indtil videre|inntil videre|until further notice|ongoing|continuous|continuously|året runt|året rundt"
    "|all year round|hela tiden|hele tiden|vedvarende",
    Sort.LONGTERM: "på sikt|på sigt|på lång sikt|på längre sikt|långsiktigt|långsiktig|på lang sigt|på længere sigt|langsigtet"
    "|på lang sikt|på lengre sikt|langsiktig|langsiktig|long term|longer term|in the long run",
    Sort.HORIZON: "sikt|sigt",
    Sort.ASAP: "snarast|snarast möjligt|så snart som möjligt|omgående|omedelbart|genast|så snart som muligt|snarest|snarest muligt"
    "|hurtigst muligt|straks|så snart som mulig|snarest mulig|umiddelbart|asap|immediately|as soon as possible",
    Sort.EVENT: "ad hoc|vid behov|efter behov|ved behov|etter behov|när behov uppstår|as needed|when needed|on demand"
    "|i samband med|i anslutning till|i forbindelse med|i tilknytning til|in connection with",
    Sort.STATUS: "klart|klar|klara|färdig|färdigt|genomfört|genomförd|genomförda|påbörjat|påbörjad|ej påbörjat|ej påbörjad|pågår"
    "|pågående|avslutat|avslutad|försenat|försenad|avbruten|avbrutet|utgår|gennemført|påbegyndt|ikke påbegyndt|i gang|afsluttet"
    "|forsinket|udgået|udgår|færdig|gjennomført|fullført|påbegynt|ikke startet|startet|avsluttet|ferdig|utgått|done"
    "|completed|finished|started|not started|in progress|delayed",
    Sort.MISSING: "tbd|tba|n a|na|ej bestämt|ej beslutat|ej fastställt|inte bestämt|meddelas senare|återkommer|vi återkommer|oklart|okänt|vet ej|ej angivet"
    "|ej aktuellt|saknas|ikke besluttet|ikke fastlagt|endnu ikke fastlagt|ikke aftalt|uklart|ukendt|ikke angivet|mangler"
    "|meddeles senere|ikke bestemt|ikke fastsatt|ukjent|ikke angitt|not decided|to be decided|to be determined|unknown"
    "|not stated|not set",
    Sort.DITTO: "se ovan|som ovan|samma|samma som ovan|dito|ditto|do|se ovenfor|som ovenfor|samme|samme som ovenfor|see above"
    "|same as above|same",
    Sort.ROUGHLY: "ca|cirka|circa|omkring|omtrent|ungefär|runt|around|about|approximately",
    Sort.NOISE: "i|in|on|at|of|den|det|de|d|the|a|an|under|på|om|av|af|vid|ved|hela|hele|whole|i løbet af|i løpet av|during"
    "|perioden|period|tidsperioden|mandatperioden|valgperioden|genom|gennem|gjennom|throughout|för|for|over|över|o"
    "|återkommande|tilbagevendende|tilbakevendende",
}
_YEAR = Word(Sort.THE_YEAR)
_COMPOUND: Mapping[str, tuple[Word, ...]] = {
    "hela året|hele året|hen over året|henover året|genom året|gennem året|gjennom året|throughout the year|all year|over året": (
        Word(Sort.ONGOING),
        _YEAR,
    ),
    "årets slut|vid årets slut|årets udgang|ved årets udgang|inden årets udgang|årets utgång|vid årets utgång|årets utgang"
    "|ved årets utgang|innen årets utgang|innan årets slut|före årets slut|inden årets slutning|ved årets slutning"
    "|ved årets slutt|innen årets slutt|end of the year|by the end of the year|by year end": (
        Word(Sort.BY),
        _YEAR,
    ),
    "året ut|ut året|year end": (Word(Sort.BY), _YEAR),
    "i år|this year": (Word(Sort.THIS), Word(Sort.YEAR)),
    "före jul|innan jul|inför jul|før jul|inden jul|innen jul|before christmas": (
        Word(Sort.BEFORE),
        Word(Sort.CHRISTMAS),
    ),
    "efter jul|etter jul|after christmas": (Word(Sort.AFTER), Word(Sort.CHRISTMAS)),
    "once": (Word(Sort.COUNT, 1), Word(Sort.TIMES)),
    "twice": (Word(Sort.COUNT, 2), Word(Sort.TIMES)),
    "vartannat|varannan|annenhver|annethvert|anden hver|every other": (Word(Sort.EVERY_OTHER),),
}


def _entries() -> Iterator[tuple[str, tuple[Word, ...]]]:
    for number, names in enumerate(_MONTHS, start=1):
        yield names.replace(" ", "|"), (Word(Sort.MONTH, number),)
    for sort, groups in _NUMBERED.items():
        for number, names in enumerate(groups, start=1):
            yield names, (Word(sort, number),)
    yield _LAST, (Word(Sort.ORDINAL, -1),)
    for part, names in _PARTS.items():
        yield names, (Word(Sort.PART, part=part),)
    for duration, names in _RECURRING.items():
        yield names, (Word(Sort.RECURRING, duration=duration),)
    for sort, names in _PLAIN.items():
        yield names, (Word(sort),)
    for number, name in enumerate(("ii", "iii", "iv"), start=2):
        yield name, (Word(Sort.ROMAN, number),)
    yield from _COMPOUND.items()


def _lexicon() -> dict[str, tuple[Word, ...]]:
    return {name: words for names, words in _entries() for name in names.split("|") if name}


LEXICON: Mapping[str, tuple[Word, ...]] = MappingProxyType(_lexicon())
"""Every word and phrase (words with one space between) to what it is, one or more meanings in order."""

LONGEST_PHRASE = max(name.count(" ") + 1 for name in LEXICON)
"""Words in the longest phrase."""
