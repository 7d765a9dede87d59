/**
 * Statuses, days and lateness in Swedish: the only texts that the script of a report page loads.
 */
import { pluralOf } from "../words/Plural.ts"

const some = pluralOf("sv")

/** Statuses, days and lateness, in Swedish. */
export const svSpoken = {
  status: {
    NotStated: "Ej angivet",
    InProgress: "Pågår",
    Delayed: "Försenat",
    Completed: "Klart",
    Discontinued: "Avslutat utan resultat"
  },
  unreadable: (words: string) => `oläslig: ”${words}”`,
  inParts: (n: number) => `${n} ${some(n, "del", "delar")} nedan`,
  day: (n: number, shown: string) => `${shown} ${some(Math.abs(n), "dag", "dagar")}`,
  atLeastDays: (shown: string) => `minst ${shown} dagar`,
  atMostDays: (shown: string) => `högst ${shown} dagar`,
  overdue: (days: string) => `${days} försenad`,
  later: (days: string) => `${days} senare`,
  earlier: (days: string) => `${days} tidigare`,
  fromEarlierToLater: (earlier: string, later: string) => `från ${earlier} tidigare till ${later} senare`,
  unknownSlip: "okänt antal dagar",
  noneRead: "inget läsbart nytt datum",
  timesMoved: (n: number) => (n === 0 ? "nej" : `${n} ${some(n, "gång", "gånger")}`),
  ofParts: ({ known, of, unknown }: Readonly<Record<"known" | "of" | "unknown", number>>) =>
    unknown === 0
      ? `${of} ${some(of, "del", "delar")}`
      : `${known} av ${of} delar, ${unknown} ${some(unknown, "okänd", "okända")}`,
  waiting: {
    share: (days: string, on: string | null) => `varav ${days} i väntan${on === null ? "" : ` på ${on}`}`,
    atMost: (shown: string) => `högst ${shown}`,
    atLeast: (shown: string) => `minst ${shown}`,
    unknown: "ett okänt antal"
  },
  late: { certainly: "ja", possibly: "kan ha passerat", no: "ej passerad", unknown: "okänt" },
  lateAgainst: { original: "urspr.", approved: "beslutat", latest: "nu" },
  inDays: (days: string) => `${days} kvar`,
  atMostInDays: (days: string) => `högst ${days} kvar`,
  isNew: "NYTT",
  noDate: "utan datum"
}
