/**
 * `frist gather` and `frist ask --status` as JSON say what a person reads in the lists, and a file of names joins the
 * sheets of one responsible.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { AskStatusView, GatheredView } from "../../src/asking/AskViews.ts"
import { frist, fristJson } from "../frist.ts"
import { answer, asked, date, gathered, note, plan, reason, status } from "./round.ts"

const gatheredIn = Schema.decodeUnknownSync(GatheredView, { onExcessProperty: "error" })
const statusIn = Schema.decodeUnknownSync(AskStatusView, { onExcessProperty: "error" })

describe("frist gather --format json", () => {
  it("says what is left out, and why", async () => {
    const round = await asked()
    answer(round, "hr", { 1: { [status]: "Nästan" }, 3: { [status]: "Försenat" } })
    answer(round, "it", { 3: { [status]: "Pågår" }, 4: { [note]: "Klart snart.", [reason]: "Bara skäl" } })
    writeFileSync(join(round.out, "brev.docx"), "nej")
    const { err, exitCode, out } = await gathered(round, "--format", "json")
    expect({ exitCode, err }).toMatchObject({ exitCode: 1, err: expect.stringContaining("svar är inte med") })
    const view = gatheredIn(JSON.parse(out))
    expect(view).toMatchObject({
      plan: "kommun",
      heldOn: "2024-12-16",
      known: 0,
      differing: [{ number: 3, column: "status", answers: [{ words: "Försenat" }, { words: "Pågår" }] }],
      doubtful: [
        { number: 1, column: "status", words: "Nästan", doubt: "StatusUnreadable" },
        { number: 4, words: "Bara skäl", doubt: "reasonWithoutDate" }
      ],
      closed: [],
      strays: [],
      notRead: [{ document: "brev.docx", problem: "noSheet" }]
    })
    expect(view.events.map(({ event }) => event._tag)).toContain("FollowUpNoted")
    expect(view.asked.filter(({ answered }) => answered > 0)).toMatchObject([
      { responsible: "HR", rows: [1, 2, 3], answered: 2, documents: ["hr-2024-12-16.docx"] },
      { responsible: "IT", answered: 2 }
    ])
  })

  it("names the changes of rows that changed since they were asked about", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: "2025-06-30" } })
    const recorded = ["status", "nat", "delayed", "--on", "2024-12-01", "--db", round.db]
    expect((await frist(...recorded)).exitCode).toBe(0)
    const { out } = await gathered(round, "--format", "json")
    const [changed] = gatheredIn(JSON.parse(out)).changedSince
    expect(changed).toMatchObject({ number: 4, activity: "nat" })
    expect(changed?.positions).toHaveLength(1)
  })
})

describe("frist ask --status --format json", () => {
  it("says who has answered which rows, and in which files", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } }, "svar-fran-it")
    const view = statusIn(await fristJson("ask", "--status", round.out, "--db", round.db))
    expect(view).toMatchObject({ plan: "kommun", review: "2024-12-16" })
    expect(view.asked.filter(({ answered }) => answered > 0)).toEqual([
      { responsible: "IT", rows: [3, 4], answered: 1, documents: ["svar-fran-it-2024-12-16.docx"] }
    ])
  })
})

/** Asks with a file of names. */
const sheets = async (names: string) => {
  const round = await plan()
  mkdirSync(round.place, { recursive: true })
  const file = join(round.place, "namn.txt")
  writeFileSync(file, names)
  const more = ["--review", "2024-12-16", "--out", round.out, "--names", file]
  const ended = await frist("ask", "--db", round.db, ...more)
  return { round, ended }
}

describe("A file of names", () => {
  it("joins the rows of one responsible in one sheet, under the first name", async () => {
    const { ended, round } = await sheets("Personal och IT = HR = it\r\n\n Kultur och fritid = Å\n")
    expect(ended).toMatchObject({ exitCode: 0 })
    const view = statusIn(await fristJson("ask", "--status", round.out, "--db", round.db))
    expect(view.asked.map(({ responsible, rows }) => [responsible, rows])).toEqual([
      ["Personal och IT", [1, 2, 3, 4]],
      ["Kultur och fritid", [5, 7]],
      ["Måltid/Kök", [6]],
      ["Ä", [8]],
      ["CON", [9]],
      [null, [10]]
    ])
    answer(round, "personal-och-it", { 3: { [status]: "Försenat" } })
    expect((await gathered(round)).commands.slice(1)).toMatchObject([
      { _tag: "ChangeStatus", activity: "introduktion" }
    ])
  })

  it.each([
    ["HR", "Rad 1 i"],
    ["HR = Personal\nIT = hr.", "Rad 2 i"],
    ["HR = \n", "Rad 1 i"]
  ])("%j is refused, and nothing is written", async (names, words) => {
    const { ended, round } = await sheets(names)
    expect(ended).toMatchObject({ exitCode: 1, err: expect.stringContaining(words) })
    expect((await frist("ask", "--status", round.out)).exitCode).toBe(2)
  })
})
