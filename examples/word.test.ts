/**
 * The Word files of the sample have the same content as its CSV files.
 */
import { readCsv } from "@frist/editions/formats/csv/CsvEdition"
import { type Edition, readEdition } from "@frist/editions"
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { editions, wordOf } from "./plan/word.ts"

const file = (name: string) => readFileSync(join(import.meta.dirname, "plan", name))
const cells = ({ tables }: Edition) => tables.map(({ kind, rows }) => [kind, rows.map((row) => row.cells)])

it.effect.each(editions)("the Word file of %s", (day) =>
  Effect.gen(function* () {
    const csv = yield* Effect.fromResult(readCsv(`${day}.csv`, file(`${day}.csv`)))
    const word = yield* readEdition(`${day}.docx`, file(`${day}.docx`))
    expect(cells(word)).toEqual(cells(csv))
    expect(Buffer.from(wordOf(`${day}.csv`)).equals(file(`${day}.docx`))).toBe(true)
  })
)
