/**
 * An archive that programs read differently is not read: each of these shows one program other files than the next.
 */
import { describe, expect, it } from "@effect/vitest"
import { zipSync } from "fflate"
import { crc32 as crcOfNode, deflateRawSync } from "node:zlib"
import { crc32 } from "../src/files/ArchiveLayout.ts"
import { unpacked } from "../src/files/ForeignArchive.ts"

const honest = Buffer.from(zipSync({ one: Buffer.from("first"), two: Buffer.from("second") }))
const doctored = Buffer.from(zipSync({ one: Buffer.from("FIRST"), two: Buffer.from("SECOND") }))
const end = honest.length - 22
const list = honest.readUInt32LE(end + 16)
const second = honest.indexOf("two")

/** The archive with some of its bytes written over. */
const written = (...changes: ReadonlyArray<readonly [at: number, bytes: ReadonlyArray<number>]>): Buffer => {
  const bytes = Buffer.from(honest)
  for (const [at, own] of changes) bytes.set(own, at)
  return bytes
}

const u32 = (value: number): ReadonlyArray<number> => [0, 8, 16, 24].map((bits) => (value >>> bits) & 255)

/** The archive with bytes put in before its end, which the end counts to the list. */
const before = (own: Uint8Array, changes: (bytes: Buffer, end: number) => void = () => undefined): Buffer => {
  const bytes = Buffer.concat([honest.subarray(0, end), own, honest.subarray(end)])
  bytes.writeUInt32LE(bytes.length - 22 - list, bytes.length - 22 + 12)
  changes(bytes, bytes.length - 22)
  return bytes
}

/** The last entry of the list with a comment or a further field of these bytes. */
const last = honest.lastIndexOf("two") - 46
const commented = (own: Uint8Array) => before(own, (bytes) => bytes.writeUInt16LE(own.length, last + 32))
const extended = (own: Uint8Array) => before(own, (bytes) => bytes.writeUInt16LE(own.length, last + 30))

const field = (id: number, content: Uint8Array) =>
  Buffer.concat([Buffer.from([id & 255, id >> 8, content.length, 0]), content])
const largeEnd = Buffer.from([...u32(0x07064b50), ...u32(0), ...u32(0), ...u32(0), ...u32(1)])

/** An archive whose one file goes on after the bytes that its list states. */
const longer = (): Buffer => {
  const stated = Buffer.from("first")
  const packed = deflateRawSync(Buffer.from("first, and more"))
  const about = [...u32(crcOfNode(stated)), ...u32(packed.length), ...u32(stated.length), 3, 0, 0, 0]
  const kind = [20, 0, 0, 0, 8, 0, 0, 0, 0, 0]
  const header = Buffer.from([...u32(0x04034b50), ...kind, ...about, ...Buffer.from("one"), ...packed])
  const entry = Buffer.from([...u32(0x02014b50), 20, 0, ...kind, ...about, ...Buffer.alloc(14), ...Buffer.from("one")])
  const counts = [...u32(0), 1, 0, 1, 0, ...u32(entry.length), ...u32(header.length), 0, 0]
  return Buffer.concat([header, entry, Buffer.from([...u32(0x06054b50), ...counts])])
}

describe("an archive", () => {
  it.each([
    ["a header with another name than its list", written([second, [...Buffer.from("TWO")]])],
    ["a header with another size", written([second - 30 + 22, u32(7)])],
    ["a header with another checksum", written([second - 30 + 14, u32(7)])],
    ["a header with another method", written([second - 30 + 8, [0, 0]])],
    ["a content with another checksum", written([second + 3, [0x53]])],
    ["a list that is longer than its count", written([end + 8, [1, 0, 1, 0]])],
    ["two counts", written([end + 10, [1, 0]])],
    ["a list on another disk", written([end + 4, [1, 0]])],
    ["a file that the list does not have", before(Buffer.from("PK\u0003\u0004"))],
    ["bytes before it", Buffer.concat([Buffer.from("PK\u0003\u0004"), honest])],
    ["bytes after it", Buffer.concat([honest, Buffer.from("x")])],
    ["another archive before it", Buffer.concat([doctored, honest])],
    ["another archive after it", Buffer.concat([honest, doctored])],
    ["another archive as its comment", Buffer.concat([written([end + 20, [doctored.length, 0]]), doctored])],
    ["a comment with the end of a large archive", commented(largeEnd)],
    ["a field with the end of a large archive", extended(field(0x9999, largeEnd))],
    ["a field with another name", extended(field(0x7075, Buffer.from("another")))],
    ["a field with other sizes", extended(field(0x0001, Buffer.alloc(16)))],
    ["a file that goes on after its size", longer()]
  ])("with %s is not read", (_, bytes) => {
    expect(Object.keys(unpacked(honest) ?? {})).toEqual(["one", "two"])
    expect(unpacked(bytes)).toBeUndefined()
  })

  it("with a comment or a field of its own beside a file is read", () => {
    for (const bytes of [commented(Buffer.from("kommentar")), extended(field(0x5455, Buffer.alloc(5)))])
      expect(Object.keys(unpacked(bytes) ?? {})).toEqual(["one", "two"])
  })

  it("the checksum is that of every other program", () => {
    for (const text of ["", "a", "å".repeat(10_000)])
      expect(crc32(Buffer.from(text))).toBe(crcOfNode(Buffer.from(text)))
  })
})
