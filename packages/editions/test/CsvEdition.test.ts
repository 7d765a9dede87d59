/**
 * Editions read from CSV: the same edition in every encoding, and the right problem for other files.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { bytesOf, editionOf, read } from "./sampleEditions.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const text = new TextDecoder().decode(bytesOf("2023-12-15"))
const sample = editionOf("2023-12-15").tables
const tablesOf = (bytes: Uint8Array | string) => Result.getOrThrow(read(bytes)).tables
const problemOf = (bytes: Uint8Array | string) => {
  const result = read(bytes)
  return Result.isFailure(result) ? result.failure.problem : undefined
}
const rowOf = (csv: string) => tablesOf(csv)[0]?.rows[0]

const utf16 = (words: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(words.length * 2 + 2))
  view.setUint16(0, 0xfeff, littleEndian)
  for (let i = 0; i < words.length; i++) view.setUint16(2 * i + 2, words.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}
const punctuation: Readonly<Record<string, number>> = { "–": 0x96, "”": 0x94 }
const windows1252 = (words: string) => Uint8Array.from(words, (char) => punctuation[char] ?? char.charCodeAt(0))
/** The sample with another delimiter: every cell quoted, so that no words change. */
const delimited = (delimiter: string) =>
  text.replace(/"(?:[^"]|"")*"|[^;\r\n"]+|;/gu, (part) =>
    part === ";" ? delimiter : part.startsWith('"') ? part : `"${part}"`
  )

describe("an edition", () => {
  it.each([
    ["commas", delimited(",")],
    ["tabs", delimited("\t")],
    ["a byte order mark", `\ufeff${text}`],
    ["UTF-16, little end first", utf16(text, true)],
    ["UTF-16, big end first", utf16(text, false)],
    ["Windows-1252", windows1252(text)],
    ["blank lines", `\n${text.replaceAll("\nAktiviteter", "\n;;;;;;;;\n\nAktiviteter")}\n\n`]
  ])("an edition is the same with %s", (_, bytes) => {
    expect(tablesOf(bytes)).toEqual(sample)
  })

  it.each(["\r\n", "\r"])("an edition is the same with lines that end in %j", (end) => {
    const unified = JSON.stringify(tablesOf(text.replaceAll(/\r?\n/gu, end))).replaceAll(/\\r\\n|\\r/gu, "\\n")
    expect(unified).toBe(JSON.stringify(sample))
  })

  it("an edition is the same with its columns in another order and English headings", () => {
    expect(rowOf("Goal,New deadline,Area,Status,Deadline\nG,2025,A,late,2024")?.cells).toMatchObject({
      area: "A",
      goal: "G",
      deadline: "2024",
      newDeadline: "2025",
      status: "late"
    })
  })

  it("an edition keeps line breaks, delimiters, quotes and byte order marks within a cell", () => {
    expect(rowOf('Område;Mål;Tid\n"a\r\nb;""c""\ufeff";G;2024')?.cells.area).toBe('a\r\nb;"c"\ufeff')
  })

  it("an edition keeps cells beyond the headings, under no heading and under the same heading twice", () => {
    expect(rowOf("Område;Mål;Tid;Mål;;__proto__;constructor\nA;G;2024;G2;x;y;z;extra")?.unknown).toEqual([
      { heading: "Mål", words: "G2" },
      { heading: "", words: "x" },
      { heading: "__proto__", words: "y" },
      { heading: "constructor", words: "z" },
      { heading: "", words: "extra" }
    ])
  })

  it("an edition may lack cells at the end of a row", () => {
    expect(rowOf("Område;Mål;Tid\nA")?.cells).toMatchObject({ area: "A", goal: null, deadline: null })
  })

  it("an edition keeps a text that looks like a formula", () => {
    expect(rowOf("Område;Mål;Tid\n=1+1;@SUM(A1);+2024")?.cells).toMatchObject({ area: "=1+1", goal: "@SUM(A1)" })
  })

  it("an edition counts rows within their own table", () => {
    const csv = "Tabell;Område;Tid\nAktiviteter;A;\n__proto__;B;\nAktiviteter;C;"
    expect(tablesOf(csv).map(({ kind, name, rows }) => [name, kind, rows.map(({ number }) => number)])).toEqual([
      ["Aktiviteter", "activities", [1, 2]],
      ["__proto__", null, [1]]
    ])
  })
})

const head = "Område;Mål;Tid\n"
const million = 1_048_576

describe("a file that is not an edition", () => {
  it.each([
    ["nothing", "", "empty"],
    ["white space", " \r\n\t\n", "empty"],
    ["a byte order mark alone", "\ufeff", "empty"],
    ["a binary file", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), "binary"],
    ["a NUL", `${head}a\0;b;2024`, "binary"],
    ["a control character", `${head}a\u0007;b;2024`, "binary"],
    ["half a character of UTF-16", Uint8Array.of(0xff, 0xfe, 0x41), "binary"],
    ["a quote never closed", `${head}"a;b;2024`, "unbalancedQuotes"],
    ["a quote within a word", `${head}a"b;c;2024`, "strayQuote"],
    ["a word after a quote", `${head}"a"b;c;2024`, "strayQuote"],
    ["other headings", "Namn1;Belopp\nA;1", "noHeadings"],
    ["no deadline", "Område;Mål\nA;B", "noDeadline"],
    ["headings alone", head, "noRows"],
    ["a cell of more than a million characters", `${head}${"a".repeat(million + 1)};b;2024`, "cellTooLong"],
    ["a quoted cell of thirty million", `${head}"${"a".repeat(30e6)}";b;2024`, "cellTooLong"],
    ["a heading of more than a million", `${head.trim()};${"a".repeat(million + 1)}\nA;B;2024`, "cellTooLong"],
    ["fifty megabytes", new Uint8Array(50 * million).fill(0x61), "tooLarge"],
    ["more rows than can be", head + "a;b;2024\n".repeat(100_001), "tooManyRows"],
    ["millions of rows shorter than the headings", head + "a\n".repeat(5e6), "tooManyRows"],
    ["rows of so many columns that it is no follow-up", head + `${"a;".repeat(250)}a\n`.repeat(5_000), "tooManyCells"],
    ["a line that states the delimiter alone", "sep=;", "empty"],
    ["a row of a million cells", `${head}${"a;".repeat(million)}`, "malformed"]
  ])("a file that is not an edition, such as %s, is quickly refused with its problem", (_, bytes, problem) => {
    const began = processorTime()
    expect(problemOf(bytes)).toBe(problem)
    expect(processorTime() - began).toBeLessThan(25_000)
  })

  it("a cell of a million characters is no problem", () => {
    expect(problemOf(`${head}${"a".repeat(million)};b;2024`)).toBe(undefined)
  })
})

describe("the sample with bytes changed", () => {
  const bytes = bytesOf("2023-12-15")
  const Change = Schema.Struct({
    at: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: bytes.length - 1 })),
    byte: Schema.Literals([0, 10, 13, 34, 44, 59, 9, 0x80, 0xc3, 0xff, 0x3d, 0xef]),
    cut: Schema.Boolean
  })
  it.prop(
    "the sample with bytes changed quickly gives an edition or a problem, and nothing else",
    [Schema.Array(Change)],
    ([changes]) => {
      let changed = Uint8Array.from(bytes)
      for (const { at, byte, cut } of changes) {
        if (cut) changed = changed.subarray(0, at)
        else if (at < changed.length) changed[at] = byte
      }
      const began = processorTime()
      const result = read(changed)
      expect(Result.isResult(result)).toBe(true)
      expect(processorTime() - began).toBeLessThan(1000)
    },
    { arbitrary: { runs: 300 } }
  )
})
