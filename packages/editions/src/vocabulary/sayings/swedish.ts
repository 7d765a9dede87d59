/**
 * Swedish sayings.
 */
import { swedishDates } from "@frist/domain/dates/languages/swedish"
import type { SayingWords } from "./SayingWords.ts"
import { monthsOf } from "./MonthNames.ts"

export const swedishSayings: SayingWords = {
  periods: [...monthsOf(swedishDates), "våren", "sommaren", "hösten", "vintern", "höst", "vinter"],
  beforePeriod: [
    "i",
    "per",
    "under",
    "till",
    "från",
    "sedan",
    "senast",
    "före",
    "efter",
    "innan",
    "från och med",
    "till och med",
    "fr\\.? ?o\\.? ?m\\.?",
    "t\\.? ?o\\.? ?m\\.?",
    "(?:början|slutet|mitten) (?:av|på)"
  ],
  afterPeriod: ["månad"],
  yearSaid: ["varje", "varannan", "årligen", "årlig", "årets", "i år", "(?:förra|nästa|samma|innevarande) år(?:et)?"],
  plansToStart: [
    "(?:planeras|beräknas|väntas|förväntas|tänker|ska|skall|kommer) (?:att )?(?:kunna )?(?:starta|börja|påbörja|påbörjas|komma i ?gång|införas|aktiveras|öppna|tas i (?:bruk|drift))",
    "(?:planerad|beräknad) (?:start|uppstart|driftstart)",
    "(?:start|uppstart|driftstart) (?:planeras|är planerad)"
  ],
  startedOrNot: [
    "startade",
    "startat",
    "började",
    "börjat",
    "påbörjades",
    "påbörjats",
    "infördes",
    "igångsatt",
    "är i ?gång",
    "kom i ?gång",
    "kommit i ?gång",
    "blev (?:inte|ej|aldrig) av",
    "försenad",
    "försenat",
    "försenas",
    "skjut(?:s|its)",
    "flyttad",
    "flyttat",
    "flyttas",
    "inställd",
    "inställt"
  ],
  waits: [
    "avvaktar",
    "avvaktas",
    "inväntar",
    "inväntas",
    "i väntan på",
    "i avvaktan på",
    "väntar på",
    "(?:är|blir) beroende av",
    "tills (?:\\p{L}+ ){1,4}är (?:klart?|klara|färdigt?|färdiga|beslutat|beslutad)"
  ],
  waitsNot: [
    "patient\\p{L}*",
    "besökare\\p{L}*",
    "invånar\\p{L}*",
    "brukar\\p{L}*",
    "kund\\p{L}*",
    "inte",
    "ej",
    "längre"
  ],
  tied: [
    "kopplad",
    "kopplat",
    "kopplade",
    "(?:med|har) koppling",
    "knuten",
    "knutet",
    "knutna",
    "hänger (?:på|ihop med|samman med)",
    "omfattas av",
    "berörs av"
  ],
  tableBelow: ["(?:nedan|nedanstående|följande) tabell", "tabell(?:en)? (?:här )?nedan(?:för)?"],
  countsFrom: ["i förhållande till", "relativt", "i relation till", "räknat från", "utifrån"],
  beforeNumber: [
    "dnr",
    "diarienr",
    "diarienummer",
    "ärendenr",
    "ärendenummer",
    "dokumentnummer",
    "version",
    "ver",
    "utgåva",
    "nr"
  ],
  beforeAuthor: [
    "författare",
    "handläggare",
    "upprättad av",
    "upprättat av",
    "sammanställd av",
    "sammanställt av",
    "framtagen av",
    "skriven av"
  ]
}
