/**
 * Runs the packages so that they make every pattern they make: loads each module, reads documents, answers and words.
 */
import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { packages, sources } from "./ShippedPatterns.ts"

/** What runs when it is loaded, and what needs a browser or a test runner. */
const notLoaded = /\/(?:bin|start|PdfWorker|RebuildWorker)\.ts$|\/contract\/|\/page\//u

/** Documents with headings, sheets, remarks and figures of many kinds. */
const documents = ["../examples/plan/*.csv", "editions/test/fixtures/*-libreoffice.{docx,ods,odt,xlsx}"]

/** Documents of several tables, named after units and not, with figures that follow one another. */
const units = ["Kirurgi", "Medicin"].flatMap((unit) => [
  unit,
  "Mål;Tid;Status;Uppföljning",
  "Fler bokar;2024-12-31;Pågår;4388 ärenden 2021 och 8318 ärenden 2022. Antal besök ökade med 90 %",
  ""
])
const more = [
  "Klara aktiviteter",
  "Område;Mål;Tid;Status;Uppföljning",
  "Vård;Andelen nöjda är 80 %;efter sommaren;Klart;Antalet besök ökade till 120 st 2024. Andelen är 40 %",
  "",
  "Pågående aktiviteter 2",
  "Område;Mål;Tid;Status;Uppföljning",
  "Summa;3;;;",
  "Vård;Fler bokar;tidigt under 2026;Pågår;80 % av alla"
].join("\n")

/** Returns the places that made no pattern. */
export const exercise = async (
  places: ReadonlySet<string>,
  made: ReadonlyMap<string, unknown>
): Promise<ReadonlyArray<string>> => {
  for (const file of sources()) if (!notLoaded.test(file)) await import(join(packages, file))
  const [{ readEdition }, { proposeEdition }, answers, { readDate }, { expressionsIn }, { printable }, Effect, memory] =
    await Promise.all([
      import("../../packages/editions/src/EditionReader.ts"),
      import("../../packages/editions/src/EditionImport.ts"),
      import("../../packages/editions/src/answers/AnswerMeaning.ts"),
      import("../../packages/domain/src/dates/DateReading.ts"),
      import("../../packages/domain/src/dates/Expressions.ts"),
      import("../../packages/cli/src/terminal/TerminalTable.ts"),
      import("effect/Effect"),
      import("../../packages/store/src/memory/MemoryEventLog.ts")
    ])
  const files = documents.flatMap((pattern) => globSync(pattern, { cwd: packages })).map((file) => join(packages, file))
  const texts = [
    ...files.map((file) => ({ name: basename(file), bytes: readFileSync(file) })),
    { name: "more.csv", bytes: Buffer.from(more) },
    { name: "units.csv", bytes: Buffer.from(units.join("\n")) }
  ]
  for (const { bytes, name } of texts) {
    const proposed = Effect.gen(function* () {
      const edition = yield* readEdition(name, bytes, { columns: new Map(), sheets: [] })
      yield* proposeEdition({
        plan: "patterns" as never,
        edition,
        heldOn: "2024-12-31" as never,
        title: undefined,
        matches: new Map(),
        columns: []
      })
    })
    await Effect.runPromise(Effect.ignore(Effect.provide(proposed, memory.layer)))
  }
  for (const words of ["efter sommaren", "hösten 2024", "tidigt under 2026", "måndag 3 juni 2024"]) {
    readDate(words)
    expressionsIn(`Klart ${words} 2025`)
  }
  const { swedishHealthCare } = await import("../../packages/editions/src/vocabulary/swedishHealthCare.ts")
  answers.effectOf("status", "oförändrat", swedishHealthCare)
  printable("\u001b[31m")
  return [...places].filter((place) => !made.has(place))
}
