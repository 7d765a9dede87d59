/**
 * Nothing is made from a log that does not hold: whatever `frist verify` finds, a report, a copy, a bundle and a proof
 * are refused for it.
 */
import { describe, expect, it } from "@effect/vitest"
import { copyFileSync, existsSync, mkdtempSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll } from "vitest"
import { forceEvents } from "../../store/test/sqlite/forcedEvents.ts"
import { folder, frist, sample } from "./frist.ts"

const dir = folder()
let db = ""

beforeAll(async () => {
  db = await sample(dir)
  expect(await frist("note", "sdv", "Mer", "--on", "2023-12-16", "--db", db)).toMatchObject({ exitCode: 0 })
  expect(await frist("seal", "--db", db)).toMatchObject({ exitCode: 0 })
}, 60_000)

/** Changes a copy of the file as somebody can who drops its triggers. */
const tampered = (change: (file: string) => void): string => {
  const file = join(mkdtempSync(join(dir, "own-")), "plan.db")
  const whole = new DatabaseSync(db)
  whole.exec("pragma wal_checkpoint(truncate)")
  whole.close()
  copyFileSync(db, file)
  change(file)
  return file
}
const executed = (statements: string) => (file: string) => {
  const database = new DatabaseSync(file)
  for (const { name } of database.prepare("select name from sqlite_schema where type = 'trigger'").all()) {
    database.exec(`drop trigger ${String(name)}`)
  }
  database.exec(statements)
  database.close()
}

const note = `frist/sample\n12\n${"A".repeat(43)}=\n`

describe("a log that does not hold", () => {
  it.each([
    ["an event changed", (file: string) => forceEvents(file, "update event set actor = 'X' where position = 20")],
    [
      "its tail cut below a kept checkpoint",
      executed("delete from batch where first = (select max(first) from batch)")
    ],
    ["a false kept checkpoint", executed(`insert into checkpoint values ('sample', 2, '${note}')`)],
    ["an unreadable kept checkpoint", executed("insert into checkpoint values ('sample', 2, 'x')")],
    [
      "a kept checkpoint of another log",
      executed(`insert into checkpoint values ('sample', 2, '${note.replace("sample", "other")}')`)
    ]
  ])("with %s gives no report, copy, bundle or proof", { timeout: 60_000 }, async (_, change) => {
    const file = tampered(change)
    const out = (name: string) => join(file, "..", name)
    expect((await frist("verify", "--db", file)).exitCode).toBe(1)
    for (const [name, ...words] of [
      ["r.html", "report", "--held-on", "2023-12-15", "--out", out("r.html")],
      ["c.ndjson", "export", "--out", out("c.ndjson")],
      ["d.ndjson", "export", "--from", "100", "--out", out("d.ndjson")],
      ["b.zip", "bundle", out("b.zip")],
      ["p.json", "prove", "sdv", "--out", out("p.json")],
      ["q.json", "prove", "--between", "10", "20", "--out", out("q.json")],
      ["n.txt", "seal", "--out", out("n.txt")]
    ] as const) {
      const ended = await frist(...words, "--db", file)
      expect(ended, words.join(" ")).toMatchObject({ exitCode: 1, err: expect.stringMatching(/^[^\n]+[.]$/u) })
      expect(existsSync(out(name)), name).toBe(false)
    }
  })

  it("with other kept cells than it names gives no copy and no bundle", async () => {
    const file = tampered(executed("update edition set content = x'00'"))
    expect((await frist("verify", "--db", file)).exitCode).toBe(1)
    for (const words of [
      ["export", "--out", join(file, "..", "c.ndjson")],
      ["bundle", join(file, "..", "b.zip")]
    ]) {
      expect(await frist(...words, "--db", file, "--lang", "en")).toMatchObject({
        exitCode: 1,
        err: expect.stringContaining("the kept cells are not those that the event names")
      })
    }
  })
})
