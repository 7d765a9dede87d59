/**
 * Files that somebody made or damaged in place of a copy: each is refused in one sentence, and no database is made.
 */
import { expect, it } from "@effect/vitest"
import { createHash } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync, zstdCompressSync } from "node:zlib"
import { beforeAll } from "vitest"
import { first, folder, frist, sample } from "./frist.ts"

const dir = folder()
let [copy, other, bundle]: [string, string, Uint8Array] = ["", "", new Uint8Array()]

beforeAll(async () => {
  const db = await sample(dir)
  copy = `${(await frist("export", "--db", db)).out}\n`
  await frist("bundle", join(dir, "bundle.zip"), "--db", db)
  bundle = readFileSync(join(dir, "bundle.zip"))
  const own = join(dir, "other.db")
  await frist("import", first, "--held-on", "2023-12-15", "--plan", "other", "--db", own)
  other = `${(await frist("export", "--db", own)).out}\n`
})

const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split("\n")

/** Writes the lines with an end line that fits them, as somebody can who makes a file. */
const ended = (lines: ReadonlyArray<string>): string => {
  const body = `${lines.slice(0, -1).join("\n")}\n`
  const sha256 = createHash("sha256").update(body).digest("hex")
  return `${body}${JSON.stringify({ ...JSON.parse(lines.at(-1) ?? ""), sha256 })}\n`
}

const changed = (at: number, change: (line: string) => string): string =>
  ended(linesOf(copy).map((line, n) => (n + 1 === at ? change(line) : line)))

const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth)

const files: ReadonlyArray<readonly [string, () => string | Uint8Array, RegExp]> = [
  [
    "a name twice",
    () => changed(4, (line) => line.replace("{", '{"position":9,')),
    /rad 4, är raden inte skriven så som/u
  ],
  ["a name twice in the first line", () => changed(1, (line) => line.replace("{", '{"version":9,')), /rad 1, /u],
  ["a prototype", () => changed(4, (line) => line.replace("{", '{"__proto__":{"a":1},')), /rad 4, är raden inte/u],
  [
    "keys in another order",
    () => changed(4, (line) => (({ position, ...rest }) => JSON.stringify({ ...rest, position }))(JSON.parse(line))),
    /rad 4, är raden inte skriven så som/u
  ],
  ["JSON too deep for a stack", () => changed(4, () => deep(200_000)), /rad 4, har raden inte de fält/u],
  ["a deep field", () => changed(4, (line) => line.replace("{", `{"x":${deep(100_000)},`)), /rad 4, /u],
  [
    "a deep version",
    () => changed(1, (line) => line.replace(/"version":\d/u, `"version":${deep(100_000)}`)),
    /rad 1, står inte att filen är en Frist-kopia/u
  ],
  [
    "a version in words",
    () => changed(1, (line) => line.replace(/"version":\d/u, `"version":"${"x".repeat(9999)}"`)),
    /rad 1, står inte att filen är en Frist-kopia/u
  ],
  [
    "an infinite position",
    () => changed(4, (line) => line.replace('"position":3', '"position":1e400')),
    /rad 4, har raden inte de fält/u
  ],
  [
    "a position of a million digits",
    () => changed(4, (line) => line.replace('"position":3', `"position":${"9".repeat(1_000_000)}`)),
    /rad 4, /u
  ],
  [
    "a time beyond exact numbers",
    () => changed(4, (line) => line.replace(/"recordedAt":\d+/u, '"recordedAt":9007199254740993')),
    /rad 4, /u
  ],
  [
    "half a character in a name",
    () => changed(4, (line) => line.replace('"actor":"', '"actor":"\\ud800')),
    /rad 4, har raden inte de fält/u
  ],
  [
    "half a character in an event",
    () => changed(4, (line) => line.replace('"content":"', '"content":"\\ud800')),
    /rad 4, går uppgiften inte att läsa/u
  ],
  ["a bundle", () => bundle, /rad 1, står inte .* packad; packa upp den/u],
  ["a gzip file of much", () => gzipSync(Buffer.alloc(100_000_000)), /rad 1, står inte .* packad; packa upp den/u],
  ["a zstd file", () => zstdCompressSync(copy), /rad 1, står inte .* packad; packa upp den/u],
  ["text in UTF-16", () => Buffer.from(`\u{feff}${copy}`, "utf16le"), /rad 1, står inte att filen är en Frist-kopia/u],
  ["nothing but zeros", () => Buffer.alloc(1000), /rad 1, står inte att filen är en Frist-kopia/u],
  [
    "two plans line by line",
    () =>
      ended(
        linesOf(copy).flatMap((line, at) =>
          at === 0 || line.startsWith('{"events"') ? [line] : [line, linesOf(other)[at] ?? line]
        )
      ),
    /rad 3, står inte uppgift 2, som ska komma där/u
  ],
  ["the beginning of another copy", () => ended(linesOf(copy).toSpliced(2, 0, linesOf(other)[0] ?? "")), /rad 3, /u],
  ["two copies in one file", () => copy + other, /rad \d+, står något efter kopians slut/u],
  ["an event after the end", () => `${copy}${linesOf(copy)[3]}\n`, /står något efter kopians slut/u],
  ["a word after the end", () => `${copy}x`, /står något efter kopians slut/u],
  ["an end line that is cut", () => copy.slice(0, -40), /rad \d+, tar filen slut innan kopian gör det/u],
  [
    "an end line that is cut, and ended",
    () => `${copy.slice(0, -40)}\n`,
    /rad \d+, tar filen slut innan kopian gör det/u
  ],
  ["no end of the last line", () => copy.slice(0, -1), /rad \d+, tar filen slut innan kopian gör det/u],
  [
    "an event that is cut",
    () => `${linesOf(copy).slice(0, 9).join("\n").slice(0, -60)}\n`,
    /rad 9, tar filen slut innan kopian gör det/u
  ],
  [
    "an event that is cut, before others",
    () =>
      linesOf(copy)
        .map((line, at) => `${at === 8 ? line.slice(0, -60) : line}\n`)
        .join(""),
    /rad 9, är raden inte JSON/u
  ],
  ["a version of its own", () => copy.replace(/"version":2/u, '"version":1'), /rad \d+, har raden inte de fält/u]
]

it.each(files)(
  "a file in place of a copy is refused in one sentence, and makes no database: %s",
  async (_, made, says) => {
    const [into, file] = [mkdtempSync(join(dir, "own-")), join(dir, "plan.ndjson")]
    writeFileSync(file, made())
    const { err, exitCode, out } = await frist("restore", file, "--db", join(into, "frist.db"))
    expect({ exitCode, out, err }).toEqual({ exitCode: 1, out: "", err: expect.stringMatching(says) })
    expect(err).toMatch(/^I plan\.ndjson, [^\n]{10,480}[.]$/u)
    expect(readdirSync(into)).toEqual([])
  }
)

it("a restored plan is in its file alone, and what a killed restore wrote of it is gone", async () => {
  const [into, file] = [mkdtempSync(join(dir, "own-")), join(dir, "plan.ndjson")]
  writeFileSync(file, copy)
  const db = join(into, "frist.db")
  // Of this machine, and of a process that ended.
  const { partialOf } = await import("../src/files/NewFile.ts")
  for (const end of ["", "-wal", "-shm"])
    writeFileSync(partialOf(db).replace(/-\d+[.]part$/u, "-4194305.part") + end, "half")
  expect(await frist("restore", file, "--db", db)).toMatchObject({ exitCode: 0 })
  expect(readdirSync(into)).toEqual(["frist.db"])
  expect(`${(await frist("export", "--db", db)).out}\n`).toBe(copy)
})
