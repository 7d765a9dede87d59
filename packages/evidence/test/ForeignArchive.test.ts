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

describe("an archive", () => {
  it("has the files of its names", () => {
    expect(Object.keys(unpacked(archive) ?? {})).toEqual(["one", "two"])
    expect(Object.keys(unpacked(archive, { wanted: (name) => name === "two" }) ?? {})).toEqual(["two"])
  })

  it.each(["one", "One", "ONE"])("with two files of one name is not read: one and %s", (name) => {
    expect(unpacked(renamed(name))).toBeUndefined()
    expect(unpacked(renamed(name), { wanted: (each) => each === "one" })).toBeUndefined()
  })
})
