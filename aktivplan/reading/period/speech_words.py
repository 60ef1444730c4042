"""What is said around the calendar's words, in Swedish, Danish, Norwegian and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.reading.period.sorts import Sort

RECURRING: Mapping[str, str] = MappingProxyType(
    {
        "P1D": "dagligen|dagligt|daglig|daily",
        "P1W": "veckovis|veckovist|varje vecka|ugentligt|ugentlig|ugevis|ukentlig|ukentleg|ukevis|weekly|måndagar|tisdagar|onsdagar"
        "|torsdagar|fredagar|mandage|tirsdage|onsdage|torsdage|fredage|mandager|tirsdager|onsdager|torsdager"
        "|fredager|mondays|tuesdays|wednesdays|thursdays|fridays",
        "P2W": "fortnightly|biweekly|bi weekly|jämna veckor|udda veckor|jämn vecka|udda vecka|lige uger|ulige uger"
        "|partallsuker|oddetallsuker",
        "P1M": "månadsvis|månatligen|månatligt|månatlig|månedligt|månedlig|månedsvis|månedleg|monthly",
        "P2M": "bimonthly|bi monthly",
        "P3M": "kvartalsvis|kvartalsvist|kvartalsvise|kvartalsmässigt|kvartalsmæssigt|kvartalsmessig|quarterly",
        "P4M": "tertialsvis|tertialvis|tertialvist",
        "P6M": "halvårsvis|halvårsvist|halvårligen|halvårligt|halvårlig|halvårleg|terminsvis|terminvis|half yearly"
        "|biannually|semiannually|semi annually|semi annual|biannual|bi annually|bi annual",
        "P1Y": "årligen|årligt|årlig|årlige|årleg|årsvis|årvis|yearly|annually|annual|per annum",
        "P2Y": "biennially|biennial|varje udda år|varje jämnt år|udda år|jämna år|hvert ulige år|hvert lige år|ulige år|lige år"
        "|oddetallsår|partallsår|odd years|even years",
    }
)
LEADS: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.BY: "senast|senest|seinest|seinast|innen|by|due|due by|deadline|frist|tidsfrist|svarsfrist|fristen|slutdatum"
        "|sista dag|siste frist|sidste frist|no later than|not later than|latest|at the latest|at latest"
        "|ikke senere end|ikke senere enn|inte senare än|ej senare än|med udgangen af|med utgangen av|med utgången av|udgangen af|utgangen av|utgången av"
        "|udløbet af|utløpet av|udgangen av|utgangen af|by the end of|by end of|before the end of|no later than the end of|before end of"
        "|vid slutet av|ved slutningen af|ved slutten av|inden slutningen af|innen slutten av|före slutet av"
        "|innan slutet av|før slutningen af|før slutten av|completed by|ready by",
        Sort.BEFORE: "före|innan|før|inden|before|prior to|forud for|inför|i god tid före|fore",
        Sort.AFTER: "efter|etter|after|following",
        Sort.FROM: "från och med|från o med|från o m|fr o m|from|f o m|fom|från|fra og med|fra o med|fra|med start|med start i"
        "|med början|start|startar|starter|starts|starting|startes|börjar|begynner|begynder|begins|beginning"
        "|påbörjas|påbegyndes|påbegynnes|inleds|indledes|opstart|oppstart|uppstart|as of|as from|sedan|siden|since"
        "|med oppstart|med opstart|med uppstart|första gången|nästa gång|næste gang|neste gang|next time|första gång|første gang|første gangen|first time|for the first time|gäller från|igangsættes"
        "|iværksættes|igångsätts|iverksettes|med virkning fra|commencing|kick off|kickoff|startdatum",
        Sort.UNTIL: "fram till och med|fram til og med|frem til og med|till och med|till o med|t o m|tom|til og med|til o med|until|frem til|fram til|fram till|indtil|inntil"
        "|tills|ut|slut|slutt|end|avslutas|afsluttes|avsluttes|ends|ending",
        Sort.TO: "till|til|to|through|thru|klar till|klart till|färdig till|färdigt till|klar til|færdig til|ferdig til",
        Sort.BETWEEN: "mellan|mellem|mellom|between",
        Sort.WITHIN: "inom|inden for|indenfor|innenfor|within",
        Sort.REST: "resten av|resten af|återstoden av|rest of|the rest of|remainder of",
        Sort.ONWARDS: "och framåt|och framöver|og frem|og fremover|og fremefter|og framover|og videre|och vidare|onwards|onward"
        "|and onwards|and beyond|and later|framåt|framöver|fremover|fremefter|fremadrettet|framover|ff|→",
    }
)
AROUND: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.AND: "och|og|and|samt|respektive|resp|plus",
        Sort.OR: "eller|or|alternativt|alt",
        Sort.EVERY: "varje|var|vart|hver|hvert|every|each",
        Sort.EVERY_OTHER: "vartannat|varannan|vart annat|var annan|annet hvert|annen hver|annanhver|annenhver|annethvert|annankvar|anden hver|andet hvert|every other",
        Sort.TIMES: "gång|gånger|ggr|ggn|ggr om|gg|g|gang|gange|ganger|gonger|times|time|x|×",
        Sort.PER: "per|pr",
        Sort.HORIZON: "sikt|sigt",
        Sort.WHEN: "vid|ved|när|når|naar|when|upon|så snart|så fort|as soon as|if|hvis|om",
        Sort.ROUGHLY: "ca|cirka|circa|omkring|omtrent|ungefär|runt|around|about|approximately|approx|roughly|kring|~|≈|prel"
        "|preliminärt|preliminär|preliminary|foreløpig|foreløbig|foreløbigt|tentativt|troligen|förslagsvis|eventuellt"
        "|ev|evt|max|maks|högst|højst|høyst|maximum|at most|up to|upp till|op til|opp til|minst|mindst|minimum|at least",
        Sort.NOISE: "i|in|on|at|of|den|det|de|dom|d|the|a|an|under|på|av|af|hela|hele|whole|all|all of|the whole of|i løbet af"
        "|i løpet av|under loppet av|during|in the course of|perioden|tidsperioden|period|perioder|tiden|genom|gennem"
        "|gjennom|throughout|för|for|over|över|henover|o|som|ska|skal|skall|ska vara|skal være|skall vara|to be|must be"
        "|kalender|calendar|dock|dog|men|datum|dato|date|därefter|derefter|deretter|därpå|thereafter|then|och därefter"
        "|återkommande|tilbagevendende|tilbakevendende|starttid|sluttid|tid|tidpunkt|avtalsperioden|aftaleperioden"
        "|strategiperioden|projekttiden|projektperioden|projektperiod|fram|frem|prosjektperioden|prosjektperiode",
    }
)
STATEMENTS: Mapping[Sort, str] = MappingProxyType(
    {
        Sort.ONGOING: "löpande|löp|løb|løbende|løpende|løpande|fortlöpande|fortløbende|fortløpende|fortløpande|kontinuerligt|kontinuerlig"
        "|kontinuerlige|kontinuerligt och över tid|tills vidare|tillsvidare|indtil videre|inntil videre|until further notice"
        "|ongoing|on going|continuous|continuously|continual|continually|året runt|året rundt|året om|året igennem"
        "|hele året rundt|all year round|year round|hela tiden|hele tiden|hela året runt|all the time|alltid|altid|always|ständigt"
        "|vedvarende|permanent|stadigvarande|rullande|rullerende|rolling|regelbundet|regelmæssigt|regelmessig|jævnligt"
        "|jevnlig|regularly|over tid|över tid",
        Sort.LONGTERM: "på sikt|på sigt|på lång sikt|på längre sikt|på litt sikt|lång sikt|längre sikt|långsiktigt|långsiktig"
        "|på lang sigt|på længere sigt|lang sigt|længere sigt|langsigtet|langsigtede|på lang sikt|på lengre sikt|lang sikt"
        "|lengre sikt|langsiktig|langsiktige|long term|longer term|in the long run|in the long term|in the longer term|kommande åren|närmaste åren|de kommende år|de næste år|de nærmeste år"
        "|kommende årene|nærmeste årene|neste årene|coming years|next few years"
        "|på medellång sikt|på mellanlång sikt|på mellemlangt sigt|på mellemlang sigt|på mellomlang sikt|i framtiden|i fremtiden|in the future",
        Sort.ASAP: "snarast|snarast möjligt|så snart som möjligt|så fort som möjligt|snarast möjliga|omgående|omedelbart"
        "|omedelbar|genast|med en gång|så snart som muligt|så hurtigt som muligt|snarest|snarest muligt|hurtigst muligt"
        "|hurtigst mulig|straks|med det samme|så snart som mulig|så raskt som mulig|så fort som mulig|snarest mulig"
        "|snarast råd|umiddelbart|omgående start|asap|a s a p|immediately|immediate|as soon as possible|right away|at once"
        "|skyndsamt|nu|nå|now",
        Sort.EVENT: "ad hoc|vid behov|efter behov|ved behov|etter behov|behovsstyrt|behovsstyret|när behov uppstår"
        "|når behov opstår|når behovet opstår|når behov oppstår|om behov uppstår|as needed|when needed|if needed"
        "|where needed|as required|when required|if required|on demand|by need|vid förfrågan|i samband med"
        "|i anslutning till|i forbindelse med|i tilknytning til|in connection with|in conjunction with|beroende på"
        "|avhengig av|afhængigt af|depending on|händelsestyrt|löpande vid behov",
        Sort.DONE: "klart|klar|klara|klare|färdig|färdigt|färdiga|genomfört|genomförd|genomförda|utfört|utförd|avslutat|avslutad"
        "|avslutade|slutfört|slutförd|gennemført|afsluttet|færdig|færdige|udført|gjennomført|fullført|avsluttet|ferdig"
        "|utført|done|completed|finished|complete|klar och avslutad",
        Sort.STARTED: "påbörjat|påbörjad|påbörjade|påbegyndt|påbegynt|startad|startat|startet|started|igångsatt|igangsat|igangsatt"
        "|begun|inlett|inledd|opstartet|iværksat|iverksatt|satt i gang",
        Sort.STATUS: "pågår|pågående|igång|i gang|i drift|utgår|avbruten|avbrutet|försenat|försenad|forsinket|udgår|udgået|utgått|utgår"
        "|in progress|delayed|under way|underway|planerad|planerat|planerade|planeras|planlagt|planlægges|planlegges|planned"
        "|vilande|pausad|sat på pause|på vent|på hold|on hold|stoppad|stoppet|stopped|cancelled|canceled|inställt|inställd|aflyst|avlyst"
        "|uppskjutet|uppskjuten|udskudt|utsatt|postponed|under arbete|under arbejde|under arbeid|enligt plan|i henhold til plan"
        "|i rute|on track|delvis|delvist|partly",
        Sort.MISSING: "tbd|tba|tbc|t b d|n a|na|vet ej|vet inte|ved ikke|vet ikke|don t know|återkommer|vi återkommer|oklart|okänt|saknas"
        "|uppgift saknas|uklart|uafklaret|uavklart|ukendt|ukjent|mangler|afventer|avventer|avvaktar|avvaktas|inväntar|awaiting"
        "|pending|inget|inget datum|ingen|ingen dato|ingen frist|ingen tid|none|no date|nil|unknown|unclear|to be decided|to be determined"
        "|to be confirmed|to be announced|kommer senare|kommer|kommer att meddelas|meddelas senare|meddelas|meddeles senere"
        "|meddeles|bestäms senare|beslutas senare|fastställs senare|besluttes senere|fastlægges senere|fastsettes senere|avklares senere"
        "|bestemmes senere|aftales senere|avtales senere|afklares senere|senare|senere|xx|xxx",
        Sort.DITTO: "se ovan|som ovan|samma|samma tid|samma som ovan|enligt ovan|dito|dito ovan|ditto|do|se ovenfor|som ovenfor|se over"
        "|som over|samme|samme som ovenfor|samme som over|samme tid|se ovanför|se föregående|som föregående|see above|as above"
        "|same as above|same|ibid|jfr ovan|jf ovenfor|jf ovenstående|se raden ovan|d o",
    }
)
NOT = "ej|inte|icke|ikke|ikkje|not|endnu ikke|ännu ej|ännu inte|enda ikke|ennå ikke|not yet|ej ännu|inte ännu|ikke endnu"
UNDECIDED = (
    "bestämt|bestämd|beslutat|beslutad|fastställt|fastställd|fastslaget|angivet|angett|aktuellt|aktuell|satt|avgjort|tidsatt"
    "|tidsbestämt|planerat|klarlagt|besluttet|fastlagt|aftalt|avtalt|angivet|angitt|bestemt|fastsat|fastsatt|afklaret|avklart"
    "|relevant|oplyst|oppgitt|planlagt|tidsfastsat|tidfestet|decided|determined|set|stated|known|applicable|available|fixed"
    "|specified|scheduled|tilgængelig|tilgjengelig|relevant längre"
)
"""After a "not", that there is no answer yet."""
UNDONE = (
    "påbörjat|påbörjad|startat|startad|genomfört|genomförd|klart|klar|avslutat|påbegyndt|startet|gennemført|færdig|afsluttet"
    "|påbegynt|gjennomført|ferdig|avsluttet|started|done|completed|finished|begun|igångsatt|igangsat|igangsatt|utfört"
)
"""After a "not", how far it has come."""
