/**
 * `frist verify --bundle`: a bundle in a file, with reports and keys beside it.
 */
import { describe, expect, it } from "@effect/vitest"

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"

import { folder, frist } from "./frist.ts"

import { key, makeBundles, otherKey, report, summed, textIn } from "./bundles.ts"

const dir = folder()
beforeAll(() => makeBundles(dir), 60_000)

const packed = (name: string, changes: Readonly<Record<string, string | null>>): string => {
  const file = join(dir, name)
  writeFileSync(file, summed(changes))
  return file
}
const verify = (file: string, ...words: ReadonlyArray<string>) =>
  frist("verify", "--bundle", file, "--lang", "en", ...words)

describe("frist verify --bundle", () => {
  it("makes tables, page and given reports again from the log in the bundle, without a database", async () => {
    const ended = await verify(join(dir, "bundle.zip"), "--against", join(dir, "old.html"), "--signed-by", key)
    expect(ended).toMatchObject({ exitCode: 0, err: "" })
    expect(ended.out).toContain("are those that the log gives: they were made again with frist bundle --plan sample")
    expect(ended.out).toContain("The text of old.html matches the log")
    expect(ended.out).not.toContain("not examined")
    const { out } = await verify(join(dir, "bundle.zip"), "--format", "json")
    expect(JSON.parse(out)).toMatchObject({ view: "frist/bundle-verified", holds: true, isExamined: true, wrong: [] })
  })

  it("ends with 1 for an altered table, page, report or key, and says where", async () => {
    const table = await verify(packed("table.zip", { "slips.csv": textIn("slips.csv").replace("SDV", "VDS") }))
    expect(table).toMatchObject({ exitCode: 1, err: expect.stringContaining("table.zip fails verification") })
    expect(table.out).toContain("The text of slips.csv differs from the log")
    expect((await verify(packed("page.zip", { "verify.html": "<p>" }))).exitCode).toBe(1)
    writeFileSync(join(dir, "doctored.html"), report.toString("utf8").replaceAll("SDV", "VDS"))
    const doctored = await verify(join(dir, "bundle.zip"), "--against", join(dir, "doctored.html"))
    expect(doctored).toMatchObject({ exitCode: 1, err: expect.stringContaining("does not say what the log says") })
    expect((await verify(join(dir, "bundle.zip"), "--signed-by", otherKey)).exitCode).toBe(1)
    expect((await verify(join(dir, "bundle.zip"), "--against", join(dir, "other.html"))).exitCode).toBe(1)
    expect((await verify(join(dir, "old.html"))).exitCode).toBe(1)
  })

  it("says of a log whose last line is missing or cut off that it ends too early, and not that a line was changed", async () => {
    const log = textIn("log.ndjson")
    const lines = log.split("\n").slice(0, -1)
    const [most, end = ""] = [`${lines.slice(0, -1).join("\n")}\n`, lines.at(-1)]
    for (const [at, cut, line] of [
      ["half", `${most}${end.slice(0, 40)}`, lines.length],
      ["half, ended", `${most}${end.slice(0, 40)}\n`, lines.length],
      ["no line end", most + end, lines.length],
      ["no end", most, lines.length - 1],
      ["half an event", lines.slice(0, 9).join("\n").slice(0, -40), 9],
      ["half an event, ended", `${lines.slice(0, 9).join("\n").slice(0, -40)}\n`, 9]
    ] as const) {
      const { exitCode, out } = await verify(packed(`${at}.zip`, { "log.ndjson": cut }))
      expect({ at, exitCode, out }).toEqual({
        at,
        exitCode: 1,
        out: expect.stringContaining(`log.ndjson, line ${line}: the file ends before the log does`)
      })
      expect(out).not.toContain("the line was changed")
    }
    for (const [at, altered] of [
      ["after", `${log}${lines[3]}\n`],
      ["after, cut", `${log}${lines[3]?.slice(0, 40)}`],
      ["within", lines.map((line, n) => `${n === 8 ? line.slice(0, 40) : line}\n`).join("")],
      ["end", `${most}${end.replace("{", '{"x":1,')}\n`]
    ] as const)
      expect((await verify(packed(`${at}.zip`, { "log.ndjson": altered }))).out, at).toContain("the line was changed")
  })

  it("ends with 4 where another version made the tables, and refuses another plan and a proof beside it", async () => {
    const other = await verify(packed("older.zip", { "command.txt": null, "board.csv": "x" }))
    expect(other).toMatchObject({ exitCode: 4, err: expect.stringContaining("not everything in it was examined") })
    expect((await verify(join(dir, "bundle.zip"), "--plan", "other")).exitCode).toBe(2)
    expect((await verify(join(dir, "bundle.zip"), "--proof", join(dir, "note.txt"))).exitCode).toBe(2)
  })
})
