/**
 * Invalid addresses of databases: every command refuses them before it creates or opens a file.
 */
import { describe, expect, it } from "@effect/vitest"
import { readdirSync } from "node:fs"
import { fristIn, first, frist } from "./frist.ts"

const addresses: ReadonlyArray<readonly [given: string, sv: RegExp, en: RegExp]> = [
  [" ", /^Ingen databas är angiven; ange /u, /^No database is given; give /u],
  ["", /^Ingen databas är angiven; ange /u, /^No database is given; give /u],
  [":memory:", /^:memory: är ingen fil, /u, /^:memory: is not a file, /u],
  [
    "mysql://u:hemligt@h/d",
    /börjar med något annat än postgres:\/\/; ange /u,
    /scheme other than postgres:\/\/; give /u
  ],
  ["host=localhost password=hemligt", /är en rad nyckelord, som host=…; skriv /u, /list of keywords, .*; write /u],
  [
    "postgres://u:hemligt@[/d",
    /är ingen adress till en databas; skriv /u,
    /is not the address of a database; write, /u
  ],
  ["u:hemligt@h/d", /är ingen adress till en databas; skriv /u, /is not the address of a database; write, /u],
  ["Server=h;Password=hemligt", /är en rad nyckelord, som host=…; skriv /u, /list of keywords, .*; write /u],
  ["frist\n.db", /ett annat styrtecken; ta bort det/u, /another control character; remove it/u]
]

const commands: ReadonlyArray<string> = [
  `import ${first} --held-on 2023-12-15`,
  `import ${first} --held-on 2023-12-15 --dry-run`,
  "apply proposals.json",
  "board",
  "completed",
  "slips",
  "slips --all-plans",
  "history",
  "timeline",
  "measures",
  "findings",
  "report --held-on 2024-06-17",
  "waive 1 --reason x",
  "open Plan",
  "register a",
  "review 2023-12-15",
  "status a pågår",
  "move a 2025",
  "approve a 2025 --decision x",
  "note a x",
  "measure a x 1",
  "complete a",
  "reopen a",
  "discontinue a --reason x",
  "correct 1 --withdraw --reason x",
  "export",
  "restore plan.ndjson",
  "seal",
  "verify",
  "prove 1",
  "bundle plan.zip",
  "redact 1 --decision x",
  "project",
  "check",
  "rebuild",
  "migrate",
  "doctor"
]

describe.each(addresses)("the address %j", (given, sv, en) => {
  it("an invalid address is refused by every command in one sentence, without its password and without creating a file", async () => {
    for (const command of commands) {
      const { err, exitCode, out } = await frist(...command.split(" "), `--db=${given}`)
      expect({ command, exitCode, out }).toEqual({ command, exitCode: 2, out: "" })
      expect(err).toMatch(sv)
      expect(err).toMatch(/^[^\n]+\.$/u)
      expect(err).not.toContain("hemligt")
    }
    expect(readdirSync(".")).toEqual([])
  })

  // An empty variable counts as unset.
  it.skipIf(given === "")("is refused in FRIST_DB too, and in English", async () => {
    const { err, exitCode } = await fristIn({ FRIST_DB: given }, "board", "--lang", "en")
    expect(exitCode).toBe(2)
    expect(err).toMatch(en)
    expect(err).not.toContain("hemligt")
    expect(readdirSync(".")).toEqual([])
  })
})
