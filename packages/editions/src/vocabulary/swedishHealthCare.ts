/**
 * The words of Swedish health care, and the English ones that its documents use: the default vocabulary.
 */
import { englishAnswers } from "./answers/english.ts"
import { swedishAnswers } from "./answers/swedish.ts"
import { danishStatuses } from "./statuses/danish.ts"
import { englishStatuses } from "./statuses/english.ts"
import { finnishStatuses } from "./statuses/finnish.ts"
import { frenchStatuses } from "./statuses/french.ts"
import { germanStatuses } from "./statuses/german.ts"
import { norwegianStatuses } from "./statuses/norwegian.ts"
import { swedishStatuses } from "./statuses/swedish.ts"
import { headingLanguages } from "./headings/headingLanguages.ts"
import { englishSayings } from "./sayings/english.ts"
import { swedishSayings } from "./sayings/swedish.ts"
import { swedishFigures } from "./swedishFigures.ts"
import { swedishPeople } from "./swedishPeople.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import { words } from "./WordList.ts"

/** Vocabulary of a Swedish hospital or region. A part of it may be replaced: `{ ...swedishHealthCare, units }`. */
export const swedishHealthCare: Vocabulary = {
  // The region's new care system, which other milestones wait for.
  anchor: "sdv",
  headings: {
    languages: headingLanguages,
    columns: {
      actions: [],
      area: [],
      completedOn: [],
      deadline: [],
      followUp: [],
      goal: [],
      id: [],
      newDeadline: [],
      responsible: [],
      status: [],
      table: []
    },
    titles: {
      timeline: words("tidslinje milstolpar timeline milestones"),
      completed: words("klara klart avslutade fardiga genomforda completed done finished"),
      activities: words("aktivitet pagaende ej-klara handlingsplan activit ongoing board")
    },
    mentions: {
      timeline: ["tidslinje", "milstolp(?!etrend)", "timeline", "milestone(?!-trend)"],
      ongoing: words("ej inte icke ongoing pagaende"),
      completed: words("klara avslutade fardiga genomforda completed finished"),
      activities: words("aktivitet handlingsplan activit")
    },
    continued: ["forts[a-z]*", "continued", "cont", "del", "sida", "page", "part"],
    unnamed: ["(?:blad|sheet|ark|taul|taulukko|tabelle|feuil|hoja|tabell|table)-?\\d*"],
    periods: [
      "(?:19|20)\\d\\d",
      "(?:q|kv|kvartal|quarter|kvartal-nr|t|tertial|delar|v|ver|version|rev|vecka|week|uke|uge)-?\\d{1,2}",
      "[1-4]-?(?:a|st|nd|rd|th)?-?(?:kvartal|kvartalet|quarter|tertial)",
      "(?:jan|feb|mar|apr|may|maj|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|des)",
      "(?:januari|februari|mars|april|juni|juli|augusti|september|oktober|november|december)",
      "(?:january|february|march|june|july|august|october)",
      "(?:delar|helar|var|host|halvar)(?:et)?",
      "(?:old|gammal|gamla|ny|nya|new|kopia|copy|backup)"
    ],
    asides: words(
      "list[ae]?(?:or|r|s)?$ lookup legend teckenforklaring instru lathund lasmig readme mall$ template exempel example vallista data-?list"
    ),
    timelineDate: "Tid"
  },
  colours: {
    names: {
      green: words("grön grönt gröna grønn grønt grøn green vihreä grün vert"),
      yellow: words("gul gult gula orange oransje amber yellow keltainen oranssi gelb jaune"),
      red: words("röd rött röda rød rødt red punainen rot rouge"),
      blue: words("blå blått blåa blue sininen blau bleu")
    },
    labels: words(
      "status läge färg färger förklaring teckenförklaring färgkoder färgkod legend key colours tegnforklaring farge farve"
    ),
    colour: ["färg", "markering"],
    means: ["betyder", "means"]
  },
  statuses: [
    swedishStatuses,
    norwegianStatuses,
    danishStatuses,
    finnishStatuses,
    englishStatuses,
    germanStatuses,
    frenchStatuses
  ],
  rows: {
    totals: [
      "summa",
      "summering",
      "delsumma",
      "totalsumma",
      "totalt?",
      "totalen",
      "sammanlagt",
      "sum(?:mer)?",
      "sub-?totals?",
      "totals",
      "grand total",
      "i alt",
      "samlet",
      "summe",
      "gesamt",
      "yhteensä"
    ],
    counts: ["antal", "varav", "antall", "herav", "heraf", "number of", "no\\. of", "of which", "count"],
    noDate: ["(?:ej|inte) (?:satt|angiven|angivet)", "not set", "not stated", "n/a"],
    dateFillers: words(
      "beraknat beraknad beraknas planerat planerad planeras preliminart klart klar senast datum under cirka expected planned"
    ),
    notDone: [
      "blev (?:inte|ej|aldrig) av",
      "fortsatt (?:röd|försenad)",
      "ej genomförd?t?(?=[^\\p{L}]|$)",
      "(?<!(?:inget|inga|ingenting)(?: \\p{L}+)? )kvarstår"
    ],
    workGoesOn: [
      "pågår",
      "fortgår",
      "fortsätter",
      "kvarstår",
      "återstår",
      "(?:work|rollout|training) (?:goes on|continues)",
      "is (?:still )?ongoing",
      "remains to be"
    ],
    // `Inget återstår`, `pågår inte längre`, `medan utbildningen pågår`.
    workGoesOnNot: words("inget inga ingen ingenting inte ej aldrig längre medan nothing not no while"),
    reportOpeners: ["dock"],
    auxiliaries: ["har"],
    relatives: ["som"],
    participles: ["\\p{L}{2,}(?:ats|its|tts|rts)", "kunnat"]
  },
  sayings: [swedishSayings, englishSayings],
  answers: [swedishAnswers, englishAnswers],
  matching: {
    silent: words(`
      och att som for med till den det ett har ska kan inom utan samt ej av pa i om vid fran hos ar en de alla all allt
      samtliga varje the and for with of in on at to all every each
    `),
    inflections: words(
      "arnas ernas ornas arna erna orna ades ande ens ets ars ade en et ar er or ad at an na ns de te s a e"
    ),
    uninflected: words("ing het team ion"),
    words: [{ written: "webb?(?:tids?)?bok(?:ning)?(?:ens?|ar|arna)?", as: "webbtidbok" }],
    endings: [
      { written: "mott", as: "mottagning" },
      { written: "avd", as: "avdelning" }
    ],
    places: words("mottagning avdelning klinik enhet central team verksamhet")
  },
  naming: {
    silent: words("och att som for med till den det ett har ska kan inom utan samt ej av pa i om the and for with of"),
    activity: "aktivitet",
    part: "del"
  },
  units: {
    kinds: [
      { name: "mottagning", forms: ["mottagning(?:en|ens|s)?", "mott"], numbered: [] },
      {
        name: "avdelning",
        forms: ["avdelning(?:en|ens|s)?", "avd"],
        numbered: words("avd avdelning avdelningen")
      }
    ],
    // Kinds of care, not units: `vårdavdelningen` may be any.
    general: words("vård slutenvård öppenvård sv öv respektive dag ny åter"),
    // `logopedi` and `logoped`, `vårds` and `vård`.
    nameEndings: words("i s"),
    otherNames: [
      ["gynekolog", "gyn"],
      ["kardiolog", "hjärt"],
      ["dermatolog", "hud"],
      ["internmedicin", "medicin"]
    ],
    pairs: words("och and samt"),
    spellings: [{ written: "webb?(?:tid)?s?bok", as: "webbtidbok" }],
    topicStops: words("identifier aktiver implementer införa utbild alla samtlig lämplig"),
    identification: ["identifier", "kartlägg", "(?<!\\p{L})pek(?:a|ar|at|ade) ut(?!\\p{L})", "utpek"],
    activation: words("aktiver implementer införa införs införd infört öppn öppen driftsätt uppstart starta"),
    notBegun: [
      "(?:planeras|planerades|tänker|beräknas|väntas|ska)(?: att)? (?:starta|börja|komma i ?gång|införas|aktiveras)",
      "(?<!\\p{L})(?:ej|inte|aldrig)(?: \\p{L}{1,20}){0,2} (?:kommit i ?gång|igångsatt|starta|börjat|påbörja|gjort|gjord|genomför|identifiera|infört|införd|aktivera|pekat ut)"
    ],
    begun: [
      "är i ?gång",
      "kommit i ?gång",
      "är (?:gjord|genomförd|klar|färdig|implementera[dt]|införd|infört|aktivera[dt])",
      "har (?:\\p{L}{1,20} ){0,2}(?:gjorts|genomförts|skett|identifierat|identifierats|pekat ut|införts|aktiverats|startat|börjat)"
    ],
    begunNot: words("ej inte aldrig inga ingen inget utom planera[sdt] återstår kvarstår"),
    // A unit books on the web within what 1177 offers to all.
    prerequisites: [{ needed: "basutbud", by: "webb?(?:tid)?s?bok" }]
  },
  people: swedishPeople,
  // Each is in daily use in Swedish health care for both meanings.
  abbreviations: [
    { short: "VC", meanings: ["verksamhetschef", "vårdcentral"] },
    { short: "SC", meanings: ["sjukhuschef", "sektionschef"] },
    { short: "AT", meanings: ["allmäntjänstgöring", "arbetsterap"] },
    { short: "VO", meanings: ["verksamhetsområde", "vårdområde"] },
    { short: "RS", meanings: ["skåne", "regionstyrelse"] }
  ],
  figures: swedishFigures
}
