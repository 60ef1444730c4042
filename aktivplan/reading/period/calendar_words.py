"""The calendar's words in Swedish, Danish, Norwegian and English. A bar stands between the words for the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.reading.period.holidays import (
    CHRISTMAS,
    EASTER,
    IN_WEEK,
    MIDSUMMER,
    SCHOOL_START,
    SUMMER,
    WHITSUN,
)
from aktivplan.reading.period.slots import Part
from aktivplan.reading.period.sorts import Sort

MONTHS = (
    "januari|januar|january|jan",
    "februari|februar|february|feb|febr|febuari",
    "mars|marts|march|mar",
    "april|apr",
    "maj|mai|may",
    "juni|june|jun",
    "juli|july|jul",
    "augusti|august|aug",
    "september|sept|sep",
    "oktober|october|okt|oct",
    "november|nov",
    "december|desember|dec|des",
)
NUMBERED: Mapping[Sort, tuple[str, ...]] = MappingProxyType(
    {
        Sort.MONTH: MONTHS,
        Sort.SEASON: (
            "vår|våren|forår|foråret|spring",
            "sommar|sommaren|sommer|sommeren|summer",
            "höst|hösten|efterår|efteråret|høst|høsten|haust|hausten|autumn|fall",
            "vinter|vintern|vinteren|winter",
        ),
        Sort.TERM: (
            (
                "vt|vårtermin|vårterminen|forårssemester|forårssemesteret|forårssemestret|vårsemester|vårsemesteret"
                "|vårsemestret|vårhalvår|vårhalvåret|forårshalvår|forårshalvåret|spring term|spring semester"
            ),
            (
                "ht|hösttermin|höstterminen|efterårssemester|efterårssemesteret|efterårssemestret|høstsemester"
                "|høstsemesteret|høstsemestret|høsthalvår|høsthalvåret|efterårshalvår|efterårshalvåret|autumn term"
                "|hösthalvår|hösthalvåret|autumn semester|fall term|fall semester"
            ),
        ),
        Sort.WEEKDAY: (
            "måndag|måndagen|mandag|mandagen|monday|mon|mand",
            "tisdag|tisdagen|tirsdag|tirsdagen|tuesday|tis|tirs|tue|tues",
            "onsdag|onsdagen|wednesday|ons|wed",
            "torsdag|torsdagen|thursday|tors|thu|thur|thurs",
            "fredag|fredagen|friday|fre|fri",
            "lördag|lördagen|lørdag|lørdagen|saturday|lör|lør|sat",
            "söndag|söndagen|søndag|søndagen|sunday|sön|søn|sun",
        ),
        Sort.ORDINAL: (
            "första|förste|første|first",
            "andra|andre|anden|andet|annen|annet|second",
            "tredje|third",
            "fjärde|fjerde|fourth",
            "femte|fifth",
            "sjätte|sjette|sixth",
            "sjunde|sjuende|syvende|seventh",
            "åttonde|ottende|åttende|eighth",
            "nionde|niende|ninth",
            "tionde|tiende|tenth",
            "elfte|ellevte|eleventh",
            "tolfte|tolvte|twelfth",
            "trettonde|trettende|thirteenth",
            "fjortonde|fjortende|fourteenth",
        ),
        Sort.COUNT: (
            "en|ett|et|én|ét|een|one",
            "två|two|ett par|et par|a couple of",
            "tre|three",
            "fyra|fire|four",
            "fem|five",
            "sex|seks|six",
            "sju|syv|seven",
            "åtta|otte|åtte|eight",
            "nio|nine",
            "tio|ten",
            "elva|elleve|eleven",
            "tolv|twelve",
        ),
    }
)
LAST = "sista|siste|sidste|last"
"""The last one of a row, whatever its number."""
ROMAN = ("ii", "iii", "iv")
"""From the second on; the first one is a little word too."""
ELSEWHERE = frozenset({"vår", "may", "fall", "march", "spring", "mon", "sun", "sat", "second"})
"""Words that mean something else as well."""

HOLIDAYS: Mapping[int, str] = MappingProxyType(
    {
        CHRISTMAS: "jul|julen|julhelgen|juledagene|jullov|jullovet|juleferie|juleferien|christmas|xmas"
        "|christmas holiday|christmas holidays|christmas break",
        EASTER: "påsk|påsken|påskhelgen|påsklov|påsklovet|påske|påsken|påskeferie|påskeferien|easter"
        "|easter holiday|easter holidays|easter break",
        SUMMER: "sommarlov|sommarlovet|sommarsemester|sommarsemestern|semestern|semestrarna|semesterperioden"
        "|sommerferie|sommerferien|sommarferie|sommarferien|fellesferien|industriferien|summer holiday"
        "|summer holidays|summer vacation|summer break",
        MIDSUMMER: "midsommar|midsommaren|midsommarhelgen|midsommer|sankthans|sankt hans|skt hans|midsummer",
        WHITSUN: "pingst|pingsten|pinse|pinsen|whitsun|pentecost",
        SCHOOL_START: "skolstart|skolstarten|skolestart|skolestarten|skoleåpning|school start|start of school",
        IN_WEEK + 7: "vinterferie|vinterferien|winter break",
        IN_WEEK + 9: "sportlov|sportlovet",
        IN_WEEK + 40: "høstferie|høstferien",
        IN_WEEK + 42: "efterårsferie|efterårsferien|autumn break",
        IN_WEEK + 44: "höstlov|höstlovet",
    }
)
PARTS: Mapping[Part, str] = MappingProxyType(
    {
        Part.EARLY: "primo|början|begyndelsen|begynnelsen|starten|inledningen|tidigt|tidig|tidlig|tidlige|tidligt|early|början av|början på|begyndelsen af|begyndelsen på"
        "|starten af|starten av|starten på|start av|begynnelsen av|begynnelsen på|start of|beginning of"
        "|inledningen av|inledningen på|indledningen af|innledningen av",
        Part.MIDDLE: "medio|mitten|midten|midt|mitt|mitten av|mitten på|mitt i|midt i|midt på|midten af|midten av|midten på|mid|middle of",
        Part.LATE: "ultimo|slutet|slutningen|slutten|sent|sen|sein|seint|late|slutet av|slutet på|slutningen af|slutningen på|slutten av"
        "|slutten på|enden af|enden av|sidst på|sidst i|sist på|sist i|mot slutet av|mod slutningen af|mot slutten av|end of|at the end of"
        "|towards the end of|toward the end of|by the close of",
    }
)
UNITS: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.YEAR: "år|års|åren|årene|year|years|kalenderår|calendar year|calendar years|budgetår|verksamhetsår|räkenskapsår"
        "|regnskapsår|fiscal year|budget year",
        Sort.HALF: "halvår|halvårs|half|halvdel|halvdelen|halvan|halva|half year|half years|half of|h",
        Sort.TERTIAL: "tertial|tertialer|tertials|tertials|t",
        Sort.QUARTER: "kvartal|kvartaler|kvartals|kv|kvt|kvart|q|k|quarter|quarters|qtr",
        Sort.MONTHS: "månad|månader|månads|mån|måned|måneder|måneds|mnd|mdr|md|month|months",
        Sort.WEEK: "vecka|veckor|veckorna|v|uge|uger|ugerne|uke|uker|ukene|veke|veker|u|week|weeks|wk|w",
        Sort.DAYS: "dag|dagar|dage|dager|day|days|arbetsdagar|hverdage|virkedager|working days",
        Sort.HOURS: "timme|timmar|tim|timer|hour|hours",
        Sort.TERMS: "termin|terminer|termins|semester|semestre|semestere|term|terms|skoletermin",
    }
)
DEFINITE: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.YEAR: "det år|the year",
        Sort.HALF: "halvåret|the half year",
        Sort.TERTIAL: "tertialet|tertialen|the tertial",
        Sort.QUARTER: "kvartalet|the quarter",
        Sort.MONTHS: "månaden|måneden|the month",
        Sort.WEEK: "veckan|ugen|uka|uken|the week",
        Sort.TERMS: "terminen|semesteret|semestret|the term|the semester",
    }
)
THE_YEAR = "året|kalenderåret|budgetåret|verksamhetsåret|räkenskapsåret|regnskabsåret|regnskapsåret|the year|the calendar year"
"""The year that the plan is for; or the one named next."""
SCHOOL_YEARS: Mapping[int, str] = MappingProxyType(
    {
        0: "school year|academic year|the school year",
        6: "lå|läsår|läsåret|läsåren|läsårets|skolår|skolåret|skolåren",
        7: "skoleår|skoleåret|skoleårene|studieår|studieåret",
    }
)
"""By the month they end in; in English, that of the plan's language."""
GENITIVES: Mapping[str, tuple[Sort, int]] = MappingProxyType(
    {
        "årets|kalenderårets|budgetårets|verksamhetsårets|års": (Sort.THE_YEAR, 0),
        "halvårets": (Sort.HALF, 0),
        "tertialets": (Sort.TERTIAL, 0),
        "kvartalets|kvartals": (Sort.QUARTER, 0),
        "månadens|månedens|månads|måneds": (Sort.MONTHS, 0),
        "veckans|ugens|ukens": (Sort.WEEK, 0),
        "terminens|semesterets|semestrets|termins": (Sort.TERMS, 0),
        "vårterminens|vårsemesterets|forårssemestrets": (Sort.TERM, 1),
        "höstterminens|høstsemesterets|efterårssemestrets": (Sort.TERM, 2),
        "vårens|forårets": (Sort.SEASON, 1),
        "sommarens|sommerens": (Sort.SEASON, 2),
        "höstens|efterårets|høstens": (Sort.SEASON, 3),
        "vinterns|vinterens": (Sort.SEASON, 4),
        "läsårets|skolårets|läsårs": (Sort.SCHOOL_YEAR, 6),
        "skoleårets|studieårets|skoleårs": (Sort.SCHOOL_YEAR, 7),
        "planperiodens|periodens": (Sort.PLAN_PERIOD, 0),
    }
)
ENDS = "slut|utgång|avslutning|slutning|afslutning|udgang|utgang|slutt|utløp|udløb|avslut"
STARTS = "början|start|inledning|begyndelse|begynnelse|opstart|oppstart|uppstart"
"""What follows a genitive: "terminens slut", "årets början"; also grown together with it ("terminsslut")."""
PARTS_OF_SEASON: Mapping[str, tuple[Part, int]] = MappingProxyType(
    {
        "försommar|försommaren|forsommer|forsommeren": (Part.EARLY, 2),
        "sensommar|sensommaren|sensommer|sensommeren|eftersommer|eftersommeren": (Part.LATE, 2),
        "förhöst|tidlighøst": (Part.EARLY, 3),
        "senhöst|senhösten|senhøst|senhøsten|sen höst|seinhaust|senefterår": (Part.LATE, 3),
        "senvår|senvåren": (Part.LATE, 1),
    }
)
PLAIN: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.TURN_OF_YEAR: "årsskiftet|årsskifte|årskiftet|årskifte|nyår|nyåret|nytår|nyttår|new year|turn of the year",
        Sort.TURN_OF_HALF: "halvårsskiftet|halvårsskifte|halvårskiftet|halvårskifte",
        Sort.TURN_OF_MONTH: "månadsskiftet|månadsskifte|månedsskiftet|månedskiftet|månedsskifte|turn of the month",
        Sort.PLAN_PERIOD: "planperioden|planperiod|planperiode|planens period|planens periode|hela perioden"
        "|hele perioden|plan period|planning period|the plan period|the planning period|the whole period",
        Sort.NEXT: "nästa|nästkommande|närmast kommande|kommande|kommende|næste|neste|next|coming|närmaste|nærmeste"
        "|nästföljande|førstkommende",
        Sort.THIS: "denna|detta|denne|dette|innevarande|indeværende|inneværende|this|current|nuvarande|nuværende",
        Sort.FORMER: "förra|föregående|forrige|previous",
    }
)
PERIODS_OF_OFFICE = "mandatperioden|mandatperiod|mandatperiode|valgperioden|valgperiode|byrådsperioden|kommunstyreperioden|term of office"
"""Like the plan's period, but it may be another."""
