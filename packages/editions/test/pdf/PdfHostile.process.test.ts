/**
 * Broken, disguised and hostile PDF files, each read in a thread as the command reads it: one reason, in bounded time and
 * memory.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Problem } from "../../src/UnreadableDocument.ts"
import { readEdition } from "../../src/EditionReader.ts"
import { readInThread } from "../../src/formats/pdf/PdfThread.ts"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Result from "effect/Result"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { TaggedPages, cell, pagePacked, pdf, pdfOf, text, type PdfObject } from "./pdf.ts"

const head = ["Område", "Mål", "Tid", "Status"]
const row = ["Webb", "Alla", "2024-12-31", "Pågår"]
const whole = new TaggedPages().title("Aktiviteter").table([head, row]).bytes

/** Returns the processor time of the process so far, in milliseconds: that of the thread that reads, too. */
const processorTime = (): number => {
  const { system, user } = process.cpuUsage()
  return (user + system) / 1000
}

/** Processor time in milliseconds: what reading may take, and what starts pdf.js from its sources. */
const soon = 9000

const problemOf = (bytes: Uint8Array) =>
  Effect.gen(function* () {
    const began = processorTime()
    const result = yield* Effect.result(readEdition("uppföljning.pdf", bytes))
    expect(processorTime() - began).toBeLessThan(soon)
    return Result.isSuccess(result) ? "read" : result.failure.problem
  })

const told = (name: string, problem: Problem | "read", ...files: ReadonlyArray<() => Uint8Array>) =>
  it.live(
    name,
    () =>
      Effect.gen(function* () {
        for (const file of files) expect(yield* problemOf(file())).toBe(problem)
      }),
    120_000
  )

interface Limits {
  readonly milliseconds: number
  readonly megabytes: number
  readonly processor?: number
}
const problemWithin = (bytes: Uint8Array, { processor = 60_000, ...limits }: Limits) =>
  Effect.promise((signal) =>
    readInThread("grids", bytes, signal, { processor, ...limits }).catch((error: unknown) => Object(error).problem)
  )

/** Returns the tables of a file as text, or its problem. */
const tables = (bytes: Uint8Array) =>
  Effect.map(Effect.result(readEdition("a.pdf", bytes)), (read) =>
    Result.isSuccess(read) ? JSON.stringify(read.success.tables) : read.failure.problem
  )

/** Forms of which each draws the next ten times. */
const nested = (): Uint8Array => {
  const depth = 9
  const forms = Array.from({ length: depth }, (_, at): PdfObject => ({
    value: `<< /Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /Font << /F 5 0 R >> /XObject << /X ${7 + at} 0 R >> >> >>`,
    stream: at === depth - 1 ? text(20, 20, "x") : "/X Do ".repeat(10)
  }))
  return pagePacked("/X Do", forms, "/XObject << /X 6 0 R >>")
}

describe("A PDF", () => {
  told(
    "that is whole is read, also with bytes before it",
    "read",
    () => whole,
    () => Buffer.concat([Buffer.from("\n\n"), whole])
  )
  told(
    "that is cut off or made up is damaged",
    "damagedPdf",
    () => Buffer.from("%PDF-1.7"),
    () => Buffer.from(`%PDF-1.7\n${"x".repeat(10_000)}`),
    () => whole.subarray(0, 300),
    () => pagePacked("", []).subarray(0, 200)
  )
  told("whose table of objects is missing is found again", "read", () =>
    Buffer.from(
      Buffer.from(whole)
        .toString("latin1")
        .replace(/startxref\n\d+/u, "startxref\n7"),
      "latin1"
    )
  )
  told("that asks for a password is told as encrypted", "encrypted", () => {
    const value = `<${createHash("sha256").update("x").digest("hex")}>`
    const encryption = { value: `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${value} /U ${value} >>` }
    return pdf({ pages: [text(20, 20, "x")], more: [encryption], trailer: `/Encrypt @1 /ID [${value} ${value}]` })
  })
  told("with scripts is read, and they are not run", "read", () => {
    const script = { value: "<< /S /JavaScript /JS (while \\(true\\) {}) >>" }
    const pages = new TaggedPages().table([head, row])
    const structure = [{ role: "Document", kids: pages.structure }]
    return pdf({ pages: pages.pages, structure, more: [script], catalogue: "/OpenAction @1 /AA << /WC @1 >>" })
  })
  told("with a mark in a form and on its page is damaged: nobody knows which is meant", "damagedPdf", () => {
    const form = {
      value: "<< /Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /Font << /F 3 0 R >> >> >>",
      stream: `/P << /MCID 0 >> BDC ${text(20, 20, "x")} EMC`
    }
    const drawn = `/P << /MCID 0 >> BDC ${text(20, 40, "y")} EMC /X Do`
    return pdf({ pages: [drawn], more: [form], resources: "/XObject << /X @1 >>" })
  })
})

/** The whole file with something else in its place. */
const replaced = (from: RegExp | string, to: string, file = whole): Uint8Array =>
  Buffer.from(Buffer.from(file).toString("latin1").replace(from, to), "latin1")
const begins = Number(/startxref\n(\d+)/u.exec(Buffer.from(whole).toString("latin1"))?.[1])

describe("A PDF whose tables of objects and pages mislead", () => {
  told(
    "is read, if they only lead in a circle or count wrongly",
    "read",
    () => replaced("trailer\n<< ", `trailer\n<< /Prev ${begins} `),
    () => replaced(/xref\n0 \d+/u, "xref\n0 1000000000"),
    () => replaced("/Count 1 ", "/Count 1000000000 ")
  )
  told("is damaged, if its pages contain themselves", "damagedPdf", () =>
    pdfOf([{ value: "<< /Type /Catalog /Pages 2 0 R >>" }, { value: "<< /Count 2 /Kids [2 0 R 2 0 R] >>" }])
  )
  told("is damaged, if two of its pages have the same marks", "damagedPdf", () => {
    const pages = new TaggedPages().table([head, row]).turn().table([head, row])
    return replaced("/StructParents 1", "/StructParents 0", pages.bytes)
  })
  it.live("is read as its last version says", () =>
    Effect.gen(function* () {
      const first = Buffer.from(whole).toString("latin1")
      // What the page draws is the sixth object.
      const [, drawn = ""] = /\n6 0 obj\n.*\nstream\n([^]*?)\nendstream/u.exec(first) ?? []
      const changed = drawn.replace("2024-12-31", "2025-06-30")
      const object = `6 0 obj\n<< /Length ${changed.length} >>\nstream\n${changed}\nendstream\nendobj\n`
      const table = `xref\n6 1\n${String(first.length).padStart(10, "0")} 00000 n \n`
      const trailer = `trailer\n<< /Size 99 /Root 1 0 R /Prev ${begins} >>\nstartxref\n${first.length + object.length}\n%%EOF\n`
      const read = yield* tables(Buffer.from(first + object + table + trailer, "latin1"))
      expect(read).toContain("2025-06-30")
      expect(read).not.toContain("2024-12-31")
    })
  )
})

describe("A PDF from LibreOffice with a hole of 64 bytes", () => {
  const file = readFileSync(new URL("../fixtures/2024-06-17-libreoffice.pdf", import.meta.url))
  const holes = process.env["FRIST_LONG"] === "1" ? 100 : 12
  it.live(
    `is damaged or read as the intact one, wherever the hole is: ${holes} places`,
    () =>
      Effect.gen(function* () {
        const intact = yield* tables(file)
        const outcomes: Array<string> = []
        for (let at = 0; at < holes; at++) {
          const begin = Math.floor(((at + 0.5) / holes) * file.length)
          outcomes.push(yield* tables(Buffer.from(file).fill(0, begin, begin + 64)))
        }
        expect(outcomes.filter((each) => each !== intact && each !== "damagedPdf")).toEqual([])
        expect(outcomes).toContain("damagedPdf")
      }),
    240_000
  )
})

describe("A small PDF that holds much", () => {
  it.live.each<readonly [name: string, file: () => Uint8Array]>([
    ["ten million letters", () => pagePacked(text(20, 20, "x".repeat(1000)).repeat(10_000))],
    ["millions of lines", () => pagePacked("0 0 m 9 9 l S 1 1 m 1 9 l S ".repeat(1_200_000))],
    ["forms within forms", nested],
    ["a stream of 500 megabytes", () => pagePacked(Buffer.alloc(500_000_000, " "))]
  ])(
    "is ended: %s",
    ([, file]) =>
      Effect.gen(function* () {
        const ended = yield* problemWithin(file(), { milliseconds: 8000, megabytes: 512 })
        expect(["takesTooLong", "unpacksTooLarge"]).toContain(ended)
      }),
    60_000
  )
  told("is refused: more pages than any follow-up", "unpacksTooLarge", () => {
    const pages = Array.from({ length: 2001 }, () => "")
    return pdf({ pages })
  })
  told(
    "is refused: a cell that is merged over a billion columns",
    "unnatural",
    () => new TaggedPages().table([head, [cell("Webb", { attributes: "/ColSpan 1000000000" }), ...row.slice(1)]]).bytes
  )
  told("with a structure of 20,000 elements within each other is not followed", "notTagged", () => {
    const depth = 20_000
    const tree = { value: `<< /Type /StructTreeRoot /K @2 /ParentTree << /Nums [0 [@${depth + 1}]] >> >>` }
    const elements = Array.from({ length: depth }, (_, at): PdfObject => ({
      value: `<< /Type /StructElem /S /Sect /P @${at + 1} /K ${at === depth - 1 ? "0" : `@${at + 3}`} >>`
    }))
    return pdf({
      pages: [`/P << /MCID 0 >> BDC ${text(20, 20, "x")} EMC`],
      more: [tree, ...elements],
      catalogue: "/StructTreeRoot @1"
    })
  })
  told("with a structure that contains itself is not followed", "notTagged", () => {
    const tree = { value: "<< /Type /StructTreeRoot /K @2 /ParentTree << /Nums [0 [@2]] >> >>" }
    const element = { value: "<< /Type /StructElem /S /Table /P @2 /K [@2 0] >>" }
    return pdf({
      pages: [`/P << /MCID 0 >> BDC ${text(20, 20, "x")} EMC`],
      more: [tree, element],
      catalogue: "/StructTreeRoot @1"
    })
  })

  it.live("ends by itself where its operators take too much work", () =>
    Effect.gen(function* () {
      const began = processorTime()
      const drawn = pagePacked("BT /F 9 Tf ".concat("[(a)] TJ ".repeat(3_000_000), "ET"))
      const ended = yield* problemWithin(drawn, { milliseconds: 60_000, megabytes: 2000, processor: 1500 })
      expect(ended).toBe("takesTooLong")
      expect(processorTime() - began).toBeLessThan(4000)
    })
  )

  it.live("is not read on when the fiber that reads it is interrupted", () =>
    Effect.gen(function* () {
      const slow = pagePacked("0 0 m 9 9 l S ".repeat(2_000_000))
      const fiber = yield* Effect.forkChild(readEdition("uppföljning.pdf", slow), { startImmediately: true })
      yield* Effect.sleep("500 millis")
      yield* Fiber.interrupt(fiber)
      // The thread ends at its next step.
      yield* Effect.sleep("200 millis")
      const began = processorTime()
      yield* Effect.sleep("1500 millis")
      expect(processorTime() - began).toBeLessThan(50)
    })
  )

  it.live("ends after its time, and when it takes too much memory", () =>
    Effect.gen(function* () {
      const slow = pagePacked("0 0 m 9 9 l S ".repeat(2_000_000))
      expect(yield* problemWithin(slow, { milliseconds: 50, megabytes: 512 })).toBe("takesTooLong")
      expect(yield* problemWithin(slow, { milliseconds: 60_000, megabytes: 20 })).toBe("unpacksTooLarge")
    })
  )
})
