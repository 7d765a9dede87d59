/**
 * Writes the editions of the sample as Word files: `node examples/plan/word.ts`.
 */
import { readCsv } from "@frist/editions/formats/csv/CsvEdition"
import type { EditionColumn } from "@frist/editions/EditionColumn"
import * as Result from "effect/Result"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { docx, p, tbl, tc, tr } from "../../packages/editions/test/office.ts"

const headings: ReadonlyArray<readonly [Exclude<EditionColumn, "id">, string]> = [
  ["area", "Område"],
  ["goal", "Mål"],
  ["actions", "Åtgärd"],
  ["deadline", "Tid"],
  ["responsible", "Ansvarig"],
  ["status", "Status"],
  ["followUp", "Uppföljning"],
  ["newDeadline", "Ny tid"]
]
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
const cell = (text: string | null) => tc((text ?? "").split("\n").map((line) => p(escaped(line))).join(""))

/** Returns the edition as a Word document, each table under its name. */
export const wordOf = (csv: string): Uint8Array => {
  const edition = Result.getOrThrow(readCsv(csv, readFileSync(join(import.meta.dirname, csv))))
  return docx(
    edition.tables
      .map(({ name, rows }) =>
        [
          p(escaped(name)),
          tbl(tr(headings.map(([, heading]) => cell(heading))), ...rows.map(({ cells }) => tr(headings.map(([column]) => cell(cells[column])))))
        ].join("")
      )
      .join(p(""))
  )
}

export const editions = ["2023-12-15", "2024-06-17", "2024-12-16"]

if (process.argv[1] === import.meta.filename) {
  for (const day of editions) writeFileSync(join(import.meta.dirname, `${day}.docx`), wordOf(`${day}.csv`))
}
