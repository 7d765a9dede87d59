/**
 * The list of Swedish sentences is complete, has no duplicates, and is in parts that are read in ten minutes.
 */
import { describe, expect, it } from "@effect/vitest"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { minutesOf, swedishTexts } from "./SwedishSentences.ts"

const packages = fileURLToPath(new URL("../../packages", import.meta.url))
const texts = swedishTexts()
const all = [...texts.values()].flat()

/** The files that hold texts of the program in Swedish. */
const files = readdirSync(packages, { recursive: true, encoding: "utf8" }).filter(
  (name) => /^[^/]+\/src\/.*\/sv[A-Z]?\w*\.ts$/u.test(name) && !name.includes("node_modules")
)

/** The strings of a file without placeholders. */
const stringsOf = (file: string): ReadonlyArray<string> =>
  Array.from(
    readFileSync(join(packages, file), "utf8").matchAll(/(?<=[:[(=] |: \[|\n {2,6})"((?:[^"\\]|\\.)*)"(?=[,\n ]|$)/gu),
    ([, words = ""]) => words
  ).filter((words) => / /u.test(words))

describe("the list of Swedish sentences", () => {
  it.each(files)("has every sentence of %s", (file) => {
    const listed = all.join("\n")
    expect(stringsOf(file).filter((words) => !listed.includes(words))).toEqual([])
  })

  it("has each sentence once", () => expect(new Set(all).size).toBe(all.length))

  it.each([...texts.keys()])("has a part that is read in ten minutes: %s", (part) => {
    expect(minutesOf(texts.get(part) ?? [])).toBeLessThanOrEqual(10)
  })

  it("shows an example in every placeholder", () => {
    expect(all.filter((text) => /undefined|\[object|NaN|=>/u.test(text))).toEqual([])
  })
})
