/**
 * A round of questions for tests: a plan of ten rows, its sheets in a folder, and the answers in them.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fillIn, withPart } from "../../../reports/test/filledSheet.ts"
import { frist, folder } from "../frist.ts"

/** The headings of the answers. */
export const status = "Svar: status"
export const note = "Svar: nytt att berätta"
export const date = "Svar: ny tid"
export const reason = "Svar: skäl till ny tid"
export const responsible = "Svar: ansvarig"

/** The edition by which the plan begins. Rows 1, 2 and 3 are of HR, 3 and 4 of IT, 10 of nobody. */
const edition = [
  "Område;Mål;Tid;Ansvarig;Status;Uppföljning;Ny tid",
  "Rekrytering;Fler sökande;2024-12-31;HR;Pågår;Annons ute.;",
  "Lön;Rätt lön i tid;2024-12-31;hr;Försenat;;2025-03-31",
  "Introduktion;Alla nya får introduktion;2025-06-30;HR och IT;Pågår;;",
  "Nät;Nytt nät;2025-01-31;IT;Pågår;Upphandlat.;",
  "Bibliotek;Öppet alla dagar;2025-05-31;Kultur och fritid;Pågår;;",
  "Kök;Ny matsal;2025-05-31;Måltid/Kök;Pågår;;",
  "Bad;Nytt bad;2025-05-31;Å;Pågår;;",
  "Is;Ny ishall;2025-05-31;Ä;Pågår;;",
  "Vård;Fler hembesök;2025-05-31;CON;Pågår;;",
  "Park;Fler träd;2025-05-31;;Pågår;;",
  "Torg;Nytt torg;2024-02-01;HR;Klart 2024-02-01;;"
].join("\n")

/** A database with the plan, and a folder for files beside it. */
export interface Round {
  readonly place: string
  readonly db: string
  readonly out: string
  /** Returns the path of a file in the folder of the sheets. */
  readonly file: (name: string) => string
}

/** Makes the plan. */
export const plan = async (): Promise<Round> => {
  const place = folder()
  const db = join(place, "plan.db")
  const csv = join(place, "plan.csv")
  writeFileSync(csv, edition)
  const { err, exitCode } = await frist("import", csv, "--held-on", "2024-06-17", "--plan", "kommun", "--db", db)
  if (exitCode !== 0) throw new Error(err)
  const out = join(place, "fragor")
  return { place, db, out, file: (name) => join(out, `${name}-2024-12-16.docx`) }
}

/** Makes the plan and the sheets. */
export const asked = async (...more: ReadonlyArray<string>): Promise<Round> => {
  const round = await plan()
  const { db, out } = round
  const { err, exitCode } = await frist("ask", "--db", db, "--review", "2024-12-16", "--out", out, ...more)
  if (exitCode !== 0) throw new Error(err)
  return round
}

/** Gathers the answers, and returns what was printed, with the proposals if any were written. */
export const gathered = async ({ db, out, place }: Round, ...more: ReadonlyArray<string>) => {
  const proposals = join(place, `${crypto.randomUUID()}.json`)
  const days = more.includes("--held-on") ? more : ["--held-on", "2024-12-16", ...more]
  const ended = await frist("gather", out, "--db", db, "--propose", proposals, ...days)
  let file: { readonly proposals: ReadonlyArray<{ readonly command: Readonly<Record<string, unknown>> }> } | null = null
  try {
    file = JSON.parse(readFileSync(proposals, "utf8"))
  } catch {
    // Nothing was proposed.
  }
  return { ...ended, path: proposals, file, commands: file?.proposals.map(({ command }) => command) ?? [] }
}

/** Answers in a sheet where it is, or in a copy. */
export const answer = (round: Round, name: string, rows: Parameters<typeof fillIn>[1], as: string = name): void =>
  fillIn(round.file(name), rows, round.file(as))

/** Changes the body of a sheet. */
export const alter = (round: Round, name: string, change: (xml: string) => string, as = name): void =>
  writeFileSync(round.file(as), withPart(readFileSync(round.file(name)), "word/document.xml", change))
