/**
 * A row that may match several activities: a person decides, naming it by its address.
 */
import { FindingList } from "@frist/projections/FindingList"
import { ProposalFile } from "@frist/editions/ProposalFile"
import { beforeEach, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder, frist, fristJson } from "./frist.ts"

const dir = folder()
const before = join(dir, "före.csv")
const after = join(dir, "efter.csv")
const head = "Tabell;Område;Mål;Tid;Ny tid\n"
writeFileSync(before, `${head}Aktiviteter;Bokning;Patienten bokar besök och provtagning på webben;2024-01-31;\n`)
writeFileSync(after, `${head}Aktiviteter;Bokning;Patienten bokar besök och återbud på webben;2024-01-31;2025-01-31\n`)

let db = ""
beforeEach(async () => {
  db = join(dir, `${crypto.randomUUID()}.db`)
  await frist("import", before, "--held-on", "2024-02-01", "--plan", "p", "--db", db)
})

const next = (...words: ReadonlyArray<string>) =>
  frist("import", after, "--held-on", "2024-06-01", "--db", db, ...words)
const same = (...words: ReadonlyArray<string>) =>
  frist("import", before, "--held-on", "2024-06-01", "--db", db, ...words)
const codes = async () =>
  Schema.decodeUnknownSync(FindingList)(await fristJson("findings", "--db", db)).findings.map(({ code }) => code)
const board = async () =>
  (await fristJson("board", "--db", db)) as {
    activities: ReadonlyArray<{ activity: string; deadline: { words: string } }>
  }

describe("a doubtful row", () => {
  it("is left out and listed with its candidates and their similarity, and no activity counts as vanished", async () => {
    const ended = await next()
    expect(ended).toMatchObject({ exitCode: 1, err: "1 rad lämnades utanför; anmärkningarna säger varför." })
    expect(ended.out.replace(/\s+/gu, " ")).toMatch(/aktiviteter:1 ~ bokning 0\.\d/u)
    expect(await codes()).toEqual(["MatchDoubtful"])
    expect((await board()).activities).toMatchObject([{ activity: "bokning", deadline: { words: "2024-01-31" } }])
  })

  it("matched to an activity follows it up, and the doubt is resolved", async () => {
    await next()
    expect(await next("--match", "aktiviteter:1=bokning")).toMatchObject({ exitCode: 0, err: "" })
    expect((await board()).activities).toMatchObject([{ activity: "bokning", deadline: { words: "2025-01-31" } }])
    expect(await codes()).not.toContain("MatchDoubtful")
  })

  it("declared new becomes another activity", async () => {
    expect(await next("--match", "activities:1=new")).toMatchObject({ exitCode: 0, err: "" })
    expect((await board()).activities).toHaveLength(2)
    // Repeating it with another decision adds no activity.
    const again = await next("--match", "activities:1=new", "--match", "activities:1=new", "--dry-run")
    expect(again).toMatchObject({ exitCode: 0, err: "" })
    expect((await board()).activities).toHaveLength(2)
  })

  it("cannot be declared new where its words are those of an activity", async () => {
    const before = await board()
    for (const more of [[], ["--dry-run"]]) {
      const ended = await same("--match", "aktiviteter:1=new", ...more)
      expect(ended).toMatchObject({
        exitCode: 1,
        out: "",
        err: expect.stringMatching(/ord för ord Bokning /u)
      })
    }
    expect(await board()).toEqual(before)
  })

  it("is listed with its candidates in the file of proposals", async () => {
    const file = join(dir, `${crypto.randomUUID()}.json`)
    await next("--propose", file)
    const { matches } = Schema.decodeUnknownSync(ProposalFile)(JSON.parse(readFileSync(file, "utf8")))
    expect(matches).toMatchObject([
      { row: "aktiviteter:1", activity: null, how: "doubtful", candidates: [{ activity: "bokning" }] }
    ])
  })
})

describe("a decision that cannot be applied", () => {
  it.each([
    ["aktiviteter:1=bokningen", 1, /kan inte vara bokningen/],
    ["aktiviteter:1=annan", 1, /Rad aktiviteter:1 kan inte vara/],
    ["aktiviteter:99=bokning", 2, /ingen rad aktiviteter:99/]
  ])(
    "a decision that cannot be applied is reported, and nothing is recorded: %s",
    async (match, exitCode, sentence) => {
      const before = await board()
      for (const more of [[], ["--dry-run"]]) {
        const ended = await next("--match", match, ...more)
        expect(ended).toMatchObject({ exitCode, out: "", err: expect.stringMatching(sentence) })
      }
      expect(await board()).toEqual(before)
    }
  )
})

describe("an import that may be a mistake", () => {
  it("notes that the file is recorded on another day, and that there is a later edition", async () => {
    const { out } = await frist("import", before, "--held-on", "2024-01-15", "--db", db)
    expect(out).toContain("Obs: samma fil är redan sparad för uppföljningen 2024-02-01.")
    expect(out).toContain("Obs: det finns en senare uppföljning, 2024-02-01.")
  })

  it("notes that a title is ignored where the plan has one", async () => {
    const { out } = await frist(
      "import",
      after,
      "--held-on",
      "2024-06-01",
      "--title",
      "Annat",
      "--match",
      "aktiviteter:1=bokning",
      "--db",
      db
    )
    expect(out).toContain("Obs: planen heter redan ”före”")
  })
})
