/**
 * How the columns of a document were taken, in Swedish.
 */
import type { EditionColumn } from "@frist/editions/EditionColumn"

/** The words about columns, in Swedish. */
export const svColumns = {
  /** Other words for a column, with which it may be decided. */
  aliases: {
    id: ["nummer"],
    area: [],
    goal: [],
    actions: ["aktivitet"],
    deadline: ["slutdatum", "frist"],
    responsible: [],
    status: ["läge"],
    followUp: ["kommentar"],
    newDeadline: ["nytt datum", "reviderad tid"],
    completedOn: ["klar", "klart den", "avslutad"],
    none: ["inget", "inte"]
  } as Readonly<Record<EditionColumn | "none", ReadonlyArray<string>>>,
  how: {
    name: "rubriken säger det",
    decision: "bestämt med --column",
    yielded: "en annan kolumn har företräde",
    other: "känd, men läses inte",
    several: "rubriken kan betyda flera saker",
    unknown: "okänd rubrik"
  },
  heading: "Rubrik",
  taken: "Läses som",
  why: "Varför",
  tables: (name: string) => (name === "" ? "Tabell" : name),
  empty: "Ingen tabell har rubriker.",
  nothingStored: "Inget är sparat.",
  /** The lines below the sentence about a refused file. */
  head: (line: number, sheet: string | null) =>
    `Rad ${line}${sheet === null ? "" : ` på bladet ${sheet}`} lästes som rubriker:`,
  read: "läses",
  missing: { name: "en kolumn för vad raden är", deadline: "en kolumn för slutdatum eller status" },
  lacks: (what: ReadonlyArray<string>) => `Det som saknas är ${what.join(" och ")}.`,
  help: (flags: string) => `Försök med ${flags}`,
  helpElse: (flags: string) => `Eller i stället: ${flags}`,
  helpless: 'Ange en kolumn med --column "Rubrik=Tid"; frist import --columns visar alla.'
}
