/**
 * CSV in the encodings and with the delimiters that programs write, whatever its headings are called.
 */
import { describe, expect, it } from "vitest"
import * as Result from "effect/Result"
import { swedishHealthCare } from "../src/vocabulary/swedishHealthCare.ts"
import { csvGrid } from "../src/formats/csv/CsvGrid.ts"
import { decodedText } from "../src/formats/csv/DecodedText.ts"

const text = "Område;Mål;Tid\r\nVälfärd;Öppna för äldre – överallt;2024\r\n"
const wide = Buffer.from(text, "utf16le")
const decoded = (bytes: Uint8Array) =>
  Result.match(decodedText("x.csv", bytes), { onFailure: ({ problem }) => problem, onSuccess: (read) => read })

/** Encodes in a table of one byte a letter. */
const narrow = (letters: Readonly<Record<string, number>>, words: string) =>
  Uint8Array.from(words, (letter) => letters[letter] ?? letter.charCodeAt(0))
const mac = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ä: 0x80, Ö: 0x85, é: 0x8e, "–": 0xd0, "…": 0xc9, "’": 0xd5 }
const windows = { "–": 0x96, "…": 0x85, "’": 0x92, š: 0x9a, Š: 0x8a, Œ: 0x8c }

const both = (first: string, second: string) => Buffer.concat([Buffer.from(first), Buffer.from(second, "latin1")])

describe("A CSV file", () => {
  it("a CSV file is decoded from UTF-8 and UTF-16, with a byte order mark or without", () => {
    expect(decoded(Buffer.from(text))).toBe(text)
    expect(decoded(Buffer.from(`\uFEFF${text}`))).toBe(text)
    expect(decoded(wide)).toBe(text)
    expect(decoded(Buffer.from(wide).swap16())).toBe(text)
    expect(decoded(Buffer.concat([Buffer.of(0xff, 0xfe), wide]))).toBe(text)
    expect(decoded(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(wide).swap16()]))).toBe(text)
  })

  it("a CSV file is decoded from Windows-1252, with names of other countries", () => {
    expect(decoded(narrow(windows, text))).toBe(text)
    for (const words of [
      "Namn;Tid\nAleš Šašek;2024",
      "NAMN\nALEŠ ŠAŠEK;",
      "Œuvre;2024",
      "Genomfört i ALEŠ",
      "naïve café…"
    ])
      expect(decoded(narrow(windows, words)), words).toBe(words)
  })

  it("a CSV file is decoded from the encoding of old Macs", () => {
    for (const words of [
      text.replaceAll("\r\n", "\r"),
      "Åtgärd;Status\rKlar på måndag…;Pågår",
      "Mål;Tid\rIt’s på väg;2024"
    ])
      expect(decoded(narrow(mac, words)), words).toBe(words)
  })

  it("a CSV file in two encodings is refused, because one of them would come out as other letters", () => {
    expect(decoded(both("Område;Mål\n", "Välfärd;Öppna\n"))).toBe("binary")
    expect(decoded(both("\uFEFFA;B\n", "Välfärd;Öppna\n"))).toBe("binary")
    expect(decoded(Buffer.from("Område;Må").subarray(0, -1))).toBe("binary")
  })

  it.each([
    ["known headings", "Område;Mål;Tid\nWebb, SDV, 1177;Alla;2024"],
    ["unknown headings and commas in the cells", "Vad;När;Vem\nWebb, SDV, 1177;1 juni, 2024;A, B"],
    ["numbers with decimal commas", "Del;Andel;Kostnad\nA;1,5;2,5\nB;0,5;1,5"],
    ["a title above", "Handlingsplan, beslutad, reviderad\nVad;När;Vem\nWebb;2024;IT\nSDV;2025;IT"],
    ["quoted delimiters", 'Vad;När\n"a;b";2024\n"c;d;e";2025']
  ])("a CSV file is divided at semicolons: %s", (_, words) => {
    const rows = Result.getOrThrow(csvGrid("x.csv", words, swedishHealthCare)).rows
    const widths = rows.slice(-1).map(({ cells }) => cells.size)
    expect(widths).toEqual([words.split("\n").at(-1)?.startsWith('"') === true ? 2 : 3])
  })

  it.each([
    [",", 'What,When,Who\n"Web, all",2024-01-01,IT\nSDV,2025-01-01,"A; B"'],
    ["\t", "Vad\tNär\tVem\nWebb, alla\t1 juni; senast\tIT\nSDV, mer\t2025\tIT"],
    ["|", "Vad|När|Vem\nWebb, alla|2024|IT; HR\nSDV|2025|IT"],
    [";", "sep=;\nVad;När;Vem\nWebb,a,b,c,d;2024;IT"],
    [",", "sep=,\nVad,När,Vem\nWebb;a;b;c;d,2024,IT"]
  ])("a CSV file of unknown headings is divided at %j into as many cells in each line", (_, words) => {
    const rows = Result.getOrThrow(csvGrid("x.csv", words, swedishHealthCare)).rows
    expect(rows.map(({ cells }) => cells.size)).toEqual(rows.map(() => 3))
  })

  it("a CSV file with more characters than the limit is refused", () => {
    const long = `A;B\n${`${"x".repeat(1000)};y\n`.repeat(17_000)}`
    expect(Result.getOrThrow(Result.flip(csvGrid("x.csv", long, swedishHealthCare))).problem).toBe("tooManyCells")
  })
})
