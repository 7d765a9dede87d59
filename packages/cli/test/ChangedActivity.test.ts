/**
 * Which activity a command records on, and which day a report is of: a slip of the finger hits nothing, or is said.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { join } from "node:path"
import { copied, first, folder, frist, sample } from "./frist.ts"

let db = ""
let dir = ""
beforeAll(async () => {
  dir = folder()
  db = await sample(dir)
})

/** Every verb that records on an activity, with the words that name it. */
const verbs = (words: string): ReadonlyArray<string> => [
  `status ${words} pågår`,
  `move ${words} 2026`,
  `approve ${words} 2026 --decision x`,
  `note ${words} x`,
  `measure ${words} x 1`,
  `complete ${words}`,
  `reopen ${words}`,
  `discontinue ${words} --reason x`,
  `request ${words} 2026`,
  `reword ${words} --goal x`,
  `responsible ${words} x`,
  `wait sdv ${words}`,
  `wait ${words} sdv`,
  `register ny --parent ${words}`,
  `decide ${words} granted --decision x`
]

describe("a command that records", () => {
  it.each(["gron", "g", "gro", "korse"])("takes no beginning of a word: %s", async (words) => {
    for (const verb of verbs(words)) {
      const { err, exitCode, out } = await frist(...verb.split(" "), "--db", db)
      expect({ verb, exitCode, out }).toEqual({ verb, exitCode: 1, out: "" })
      expect(err).toMatch(/är inget helt ord|passar in på/u)
    }
    // A view takes it.
    expect((await frist("history", "gron", "--db", db)).exitCode).toBe(0)
  })

  it("takes a whole word of the id, and prints the activity, from and to", async () => {
    const own = copied(db)
    const moved = await frist("move", "korset", "2026-03-31", "--db", own)
    expect(moved).toMatchObject({ exitCode: 0 })
    expect(moved.out).toMatch(/31 mars 2026/u)
    const others = [
      await frist("status", "grona", "försenat", "--db", own),
      await frist("approve", "grona-kors", "2026-04", "--decision", "x", "--db", own),
      await frist("note", "Gröna korset", "x", "--db", own)
    ]
    for (const { exitCode, out } of [moved, ...others]) {
      expect(exitCode).toBe(0)
      expect(out).toMatch(/gröna kors|grona-kors/iu)
    }
  })
})

const report = (day: string, ...words: ReadonlyArray<string>) => frist("report", "--held-on", day, "--db", db, ...words)

describe("the day of a report", () => {
  it.each([
    ["2099-12-15", /har inte varit än/u],
    ["1999-12-15", /första uppgift är från 2023-12-15/u],
    ["2023-12-32", /2023-12-32/u]
  ])("a day that can be of no review is refused: %s", async (day, sentence) => {
    const { err, exitCode, out } = await report(day)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" })
    expect(err).toMatch(sentence)
  })

  it("a day without a review is said, on the screen and beside a file", async () => {
    const notice =
      "Obs: ingen uppföljning är registrerad 2023-12-16; den närmaste är 2023-12-15. Rapporten visar läget den dagen."
    expect((await report("2023-12-16")).err).toBe(notice)
    expect((await report("2023-12-16", "--out", join(dir, "r.html"))).err).toBe(notice)
    expect((await report("2023-12-15")).err).toBe("")
  })

  it("a review far from all others is said when its edition is imported", async () => {
    const own = copied(db)
    const edition = (day: string) => frist("import", first, "--held-on", day, "--dry-run", "--db", own)
    expect((await edition("2014-06-17")).out).toMatch(
      /Obs: 2014-06-17 ligger \d+ dagar från närmaste uppföljning, 2023-12-15/u
    )
    expect((await edition("2024-06-17")).out).not.toContain("närmaste uppföljning")
  })
})
