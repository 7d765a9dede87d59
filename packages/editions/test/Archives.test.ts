/**
 * Archives that office programs open are read, though their end or their encoding is unusual. Their checksums are
 * verified like those of others.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { crc32, deflateRawSync } from "node:zlib"
import { read, row, xlsxParts, xlsxType } from "./office.ts"
import { zip, type ZipEntry } from "./zip.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const first = ["Webb", "Alla", "2024", "Pågår"]
const parts = xlsxParts({ sheets: [{ name: "Aktiviteter", rows: row(1, headings) + row(2, first) }] })
const whole = Buffer.from(zip(parts))

const outcome = (bytes: Uint8Array) =>
  Effect.map(
    read(bytes),
    Result.match({
      onFailure: ({ problem }) => problem,
      onSuccess: ({ tables }) => tables[0]?.rows[0]?.cells.area
    })
  )

const commented = (length: number, comment: string): Buffer => {
  const bytes = Buffer.concat([whole, Buffer.from(comment)])
  bytes.writeUInt16LE(length, whole.length - 2)
  return bytes
}
const endOf = (bytes: Buffer): number => bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))

const u16 = (value: number) => Buffer.of(value & 255, value >> 8)
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u64 = (value: number) => Buffer.concat([u32(value), u32(0)])

/** Writes an archive as a stream is written: sizes after each file, and its end in the form for large archives. */
const streamed = (entries: ReadonlyArray<ZipEntry>): Buffer => {
  const files: Array<Buffer> = []
  const list: Array<Buffer> = []
  let offset = 0
  for (const { content, name } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const sizes = [u32(crc32(bytes)), u32(packed.length), u32(bytes.length)]
    const about = Buffer.concat([u16(45), u16(0x0808), u16(8), u32(0x5a8a0000)])
    const lengths = Buffer.concat([u16(Buffer.byteLength(name)), u16(0)])
    const file = Buffer.concat([
      u32(0x04034b50),
      about,
      Buffer.alloc(12),
      lengths,
      Buffer.from(name),
      packed,
      u32(0x08074b50),
      ...sizes
    ])
    const extra = Buffer.concat([u16(1), u16(8), u64(offset)])
    list.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(45),
        about,
        ...sizes,
        u16(Buffer.byteLength(name)),
        u16(extra.length),
        Buffer.alloc(10),
        u32(0xffffffff),
        Buffer.from(name),
        extra
      ])
    )
    files.push(file)
    offset += file.length
  }
  const listing = Buffer.concat(list)
  const count = u64(entries.length)
  const far = Buffer.concat([
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    Buffer.alloc(8),
    count,
    count,
    u64(listing.length),
    u64(offset)
  ])
  const locator = Buffer.concat([u32(0x07064b50), u32(0), u64(offset + listing.length), u32(1)])
  const end = Buffer.concat([u32(0x06054b50), Buffer.alloc(4), Buffer.alloc(4, 255), Buffer.alloc(8, 255), u16(0)])
  return Buffer.concat([...files, listing, far, locator, end])
}

describe("An archive that office programs open", () => {
  it.effect("an archive whose comment has another length than stated is read", () =>
    Effect.gen(function* () {
      for (const [length, comment] of [
        [1, ""],
        [0, "x"],
        [5, "fyra"],
        [3, "fyra"],
        [4, "fyra"],
        [0xffff, ""],
        [0, "PK\u0005\u0006 a comment that looks like an end"]
      ] as const)
        expect(yield* outcome(commented(length, comment)), `${length} ${comment}`).toBe("Webb")
    })
  )

  it.effect("an archive with bytes before or after it is read, wherever its list says that it begins", () =>
    Effect.gen(function* () {
      const before = Buffer.from("\r\nContent-Type: application/octet-stream\r\n\r\n")
      expect(yield* outcome(Buffer.concat([before, whole]))).toBe("Webb")
      expect(yield* outcome(Buffer.concat([whole, Buffer.alloc(100_000)]))).toBe("Webb")
      expect(yield* outcome(Buffer.concat([before, whole, before]))).toBe("Webb")
      expect(yield* outcome(Buffer.concat([before, streamed(parts), before]))).toBe("Webb")
    })
  )

  it.effect("an archive that was written as a stream, in the form for large archives, is read", () =>
    Effect.gen(function* () {
      expect(yield* outcome(streamed(parts))).toBe("Webb")
      const end = streamed(parts)
      end.writeUInt16LE(1, end.length - 2)
      expect(yield* outcome(end)).toBe("Webb")
    })
  )

  it.effect("an archive that is cut off or changed is damaged, however its end is found", () =>
    Effect.gen(function* () {
      for (const length of [whole.length - 1, whole.length - 22, whole.length / 2, 30])
        expect(yield* outcome(whole.subarray(0, length)), String(length)).toBe("damaged")
      const changed = commented(1, "")
      const at = changed.indexOf("xl/workbook.xml") + 40
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(yield* outcome(changed)).toBe("damaged")
      const astray = Buffer.from(whole)
      astray.writeUInt32LE(7, endOf(astray) + 16)
      expect(yield* outcome(astray)).not.toBe("Webb")
    })
  )

  it.effect("an archive that says one thing in its list and another elsewhere is refused", () =>
    Effect.gen(function* () {
      const name = Buffer.from("xl/worksheets/sheet1.xml")
      const header = Buffer.from(whole)
      header.set(Buffer.from("xl/worksheets/sheet9.xml"), header.indexOf(name))
      expect(yield* outcome(header)).toBe("unnatural")
      const method = Buffer.from(whole)
      method.writeUInt16LE(0, method.indexOf(name) - 30 + 8)
      expect(yield* outcome(method)).toBe("unnatural")
      // A program that reads the whole list would find one file more.
      const fewer = Buffer.from(zip([...parts, { name: "xl/worksheets/sheet1.XML", content: "" }]))
      fewer.writeUInt16LE(parts.length, endOf(fewer) + 8)
      fewer.writeUInt16LE(parts.length, endOf(fewer) + 10)
      expect(yield* outcome(fewer)).toBe("damaged")
      const large = streamed(parts)
      large.writeUInt16LE(1, endOf(large) + 10)
      expect(yield* outcome(large)).toBe("damaged")
      const elsewhere = streamed(parts)
      elsewhere.writeUInt32LE(30, endOf(elsewhere) + 16)
      expect(yield* outcome(elsewhere)).toBe("damaged")
    })
  )

  it.effect("an archive with thousands of places that look like its end is refused at once", () =>
    Effect.gen(function* () {
      const began = processorTime()
      const ends = Buffer.from("PK\u0005\u0006".repeat(1_000_000), "latin1")
      expect(yield* outcome(Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), ends]))).toBe("damaged")
      expect(processorTime() - began).toBeLessThan(2000)
    })
  )
})

const encoded = (encode: (xml: string) => Uint8Array, which = /xml|rels/u): Uint8Array =>
  zip(parts.map((part) => (which.test(part.name) ? { ...part, content: encode(String(part.content)) } : part)))
const little = (xml: string) => Buffer.from(xml.replace("UTF-8", "UTF-16"), "utf16le")
const big = (xml: string) => little(xml).swap16()

const western = (xml: string) => Buffer.from(xml.replace("UTF-8", "ISO-8859-1"), "latin1")

describe("A part of an office file", () => {
  it.effect("a part of an office file is read in UTF-8 and UTF-16, with a byte order mark or without", () =>
    Effect.gen(function* () {
      expect(yield* outcome(encoded((xml) => Buffer.from(`\uFEFF${xml}`)))).toBe("Webb")
      expect(yield* outcome(encoded(little))).toBe("Webb")
      expect(yield* outcome(encoded(big))).toBe("Webb")
      expect(yield* outcome(encoded((xml) => little(`\uFEFF${xml}`)))).toBe("Webb")
      expect(yield* outcome(encoded((xml) => big(`\uFEFF${xml}`)))).toBe("Webb")
      expect(yield* outcome(encoded(big, /sheet1/u))).toBe("Webb")
    })
  )

  it.effect("a part of an office file is read in the encoding that it declares", () =>
    Effect.gen(function* () {
      const bytes = encoded(western, /sheet1/u)
      const heading = Result.getOrThrow(yield* read(bytes)).tables[0]?.headings.area
      expect(heading).toBe("Område")
    })
  )
})

describe("A file with macros", () => {
  it.effect("a file with macros is read like one without, and its macros are never looked at", () =>
    Effect.gen(function* () {
      const macros = { name: "xl/vbaProject.bin", content: "Sub AutoOpen()" }
      const typed = (type: string) =>
        zip([...parts.map((part) => ({ ...part, content: String(part.content).replace(xlsxType, type) })), macros])
      expect(yield* outcome(typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))).toBe("Webb")
      expect(yield* outcome(typed("application/vnd.ms-excel.template.macroEnabled.main+xml"))).toBe("Webb")
      expect(yield* outcome(zip([...parts, macros]))).toBe("Webb")
    })
  )
})
