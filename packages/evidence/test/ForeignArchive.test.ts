/**
 * Archives that anybody may have made. That they unpack within bounds is tested with the files that break them.
 */
import { describe, expect, it } from "@effect/vitest"
import { zipSync } from "fflate"
import { unpacked } from "../src/files/ForeignArchive.ts"

const archive = zipSync({ one: Buffer.from("first"), two: Buffer.from("second") })

/** The archive with other names for its second file, which are as long. */
const renamed = (name: string): Uint8Array =>
  Buffer.from(Buffer.from(archive).toString("latin1").replaceAll("two", name), "latin1")

/** An archive of so many empty parts. */
const parts = (count: number) =>
  zipSync(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, [new Uint8Array(), { level: 0 }]])))

describe("an archive", () => {
  it("of more than ten thousand parts is not read", () => {
    expect(Object.keys(unpacked(parts(10_000)) ?? {})).toHaveLength(10_000)
    expect(unpacked(parts(10_001))).toBeUndefined()
  })

  it("with a file that is longer than it says is not read", () => {
    const long = Buffer.from(zipSync({ one: Buffer.alloc(1000, "x") }))
    // Its length unpacked, in the header and in the list.
    for (
      let at = long.indexOf(Buffer.from([0xe8, 3, 0, 0]));
      at !== -1;
      at = long.indexOf(Buffer.from([0xe8, 3, 0, 0]))
    )
      long.writeUInt32LE(999, at)
    expect(unpacked(long)).toBeUndefined()
  })

  it("has the files of its names", () => {
    expect(Object.keys(unpacked(archive) ?? {})).toEqual(["one", "two"])
    expect(Object.keys(unpacked(archive, { wanted: (name) => name === "two" }) ?? {})).toEqual(["two"])
  })

  it.each(["one", "One", "ONE"])("with two files of one name is not read: one and %s", (name) => {
    expect(unpacked(renamed(name))).toBeUndefined()
    expect(unpacked(renamed(name), { wanted: (each) => each === "one" })).toBeUndefined()
  })
})
