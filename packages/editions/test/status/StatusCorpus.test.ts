/**
 * Status texts as they are found in trackers, each with its reading or `unread`, in `statuses.tsv`: the language, the
 * words and what they state.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { swedishHealthCare } from "../../src/vocabulary/swedishHealthCare.ts"
import { readStatus } from "../swedish.ts"
import { processorTime } from "../../../domain/test/processorTime.ts"

const corpus = readFileSync(new URL("statuses.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [language = "", written = "", reading = ""] = line.split("\t")
    return { language, words: written.replaceAll("\\n", "\n"), reading }
  })

/** Returns what a text states, in brief. */
const stated = (words: string): string => {
  const { cell, status } = readStatus(words)
  if (cell !== "status") return cell
  if (status._tag !== "Completed") return status._tag
  const { edtf, words: own } = status.on ?? { edtf: null, words: "" }
  expect(own).toBe(words)
  return edtf === null ? (/\d{4}-\d\d-\d\d$/u.test(words) ? "Completed ?" : "Completed") : `Completed ${edtf}`
}

/** Returns everything that a text states, without the words that are kept. */
const meaning = (words: string): string => {
  const { cell, parts, status } = readStatus(words)
  const on = status._tag === "Completed" ? (status.on?.edtf ?? null) : null
  return JSON.stringify([cell, status._tag, on, parts.map(({ name, on }) => [name, on.edtf])])
}

const share = (some: ReadonlyArray<(typeof corpus)[number]>) =>
  Math.round((100 * some.filter(({ words }) => readStatus(words).cell !== "unread").length) / some.length)

describe("the status texts of trackers", () => {
  it("the status texts of trackers are at least five hundred, in seven languages", () => {
    expect(corpus.length).toBeGreaterThan(500)
    expect(new Set(corpus.map(({ language }) => language))).toEqual(new Set(["sv", "en", "nb", "da", "fi", "de", "fr"]))
  })

  it.each(corpus)("the status text of a tracker ($language) “$words” is read as $reading", ({ reading, words }) => {
    expect(stated(words)).toBe(reading)
  })

  it("the share of the status texts of trackers that is read is known", () => {
    expect(share(corpus)).toBe(40)
    expect(share(corpus.filter(({ reading }) => reading !== "unread"))).toBe(100)
  })
})

const phrases = swedishHealthCare.statuses.flatMap(({ completed, delayed, discontinued, inProgress, notBegun }) => [
  ...completed,
  ...completed.slice(0, 3).map((phrase) => `${phrase} 2023-11-30`),
  ...inProgress,
  ...delayed,
  ...discontinued,
  ...notBegun
])
const isBoxed = (words: string) => /[☐☑☒[(]/u.test(words)
const accepted = [
  ...phrases,
  ...corpus.filter(({ reading, words }) => reading !== "unread" && !isBoxed(words)).map(({ words }) => words)
].filter((words) => /\p{L}/u.test(words))

const inserted = "ej inte not ikke ei nicht pas delvis partly nästan almost snart ska kanske till by bil 7 ? (delvis)"
  .split(" ")
  .concat("2 av 7", "med undantag för", "beräknas vara", "och försenad", "80 %")

/** Returns a text with a word inserted at each place between its words. */
const insertions = (words: string, word: string): ReadonlyArray<string> => {
  const tokens = words.split(" ")
  return Array.from({ length: tokens.length + 1 }, (_, at) =>
    [...tokens.slice(0, at), word, ...tokens.slice(at)].join(" ")
  )
}

describe("a status text that is read", () => {
  it.each(inserted)("a status text that is read means something else or is unread with “%s” inserted", (word) => {
    for (const words of accepted) {
      // These may change the date of a remark, which is kept with its words.
      if (["7", "till", "by"].includes(word) && readStatus(words).codes.includes("StatusInOtherWords")) continue
      const before = meaning(words)
      for (const changed of insertions(words, word)) {
        if (readStatus(changed).cell !== "unread") expect(meaning(changed), changed).not.toBe(before)
      }
    }
  })

  it("a status text that is read never becomes done by an inserted word", () => {
    for (const word of inserted) {
      for (const words of accepted) {
        if (readStatus(words).status._tag === "Completed") continue
        for (const changed of insertions(words, word))
          expect(readStatus(changed).status._tag, changed).not.toBe("Completed")
      }
    }
  })
})

describe("any status text", () => {
  it.each([
    "klart ".repeat(100_000),
    "☐ Klar ".repeat(50_000),
    "(".repeat(200_000),
    "[ ]".repeat(60_000),
    "klart - ".repeat(24),
    `Klart 2023-11-30 - ${"a ".repeat(30)}\n`.repeat(10_000),
    "-".repeat(500_000),
    "klart 2023-11-30 ".repeat(11),
    "\u00AD".repeat(100_000)
  ])("any status text is read or left within a tenth of a second, however long (%#)", (words) => {
    const began = processorTime()
    readStatus(words)
    expect(processorTime() - began).toBeLessThan(100)
  })
})
