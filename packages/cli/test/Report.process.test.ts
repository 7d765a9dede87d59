/**
 * `frist report`: the file that it writes, the slider of its page, and the chart in the terminal.
 */
import { describe, expect, it } from "vitest"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { browserOf, isMissing } from "../../reports/test/chromium.ts"
import { forceEvents } from "../../store/test/sqlite/forcedEvents.ts"
import { contents, copied, folder, frist, fristJson, sample, second } from "./frist.ts"

const own = folder()
let made: Promise<string> | undefined
/** Returns a copy of a database with two editions and a later move. */
const database = async (): Promise<string> => copied(await (made ??= makeDatabase()))
const makeDatabase = async (): Promise<string> => {
  const db = await sample(own)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
  await frist("move", "dokumentportal", "2025-03-31", "--reason", "Väntar på SDV", "--on", "2024-09-02", "--db", db)
  return db
}

describe("frist report", () => {
  it("writes each text format to a file, with the same bytes each time", async () => {
    const db = await database()
    for (const format of ["html", "md", "csv", "json"]) {
      const [one, other] = [join(own, `one.${format}`), join(own, `other.${format}`)]
      const asked = ["report", "--held-on", "2024-06-17", "--format", format, "--db", db]
      expect(await frist(...asked, "--out", one)).toMatchObject({ exitCode: 0, out: `Rapporten ligger i ${one}.` })
      await frist(...asked, "--out", other)
      expect(readFileSync(other, "utf8")).toBe(readFileSync(one, "utf8"))
      expect(readFileSync(one, "utf8")).toContain("1177 Webbtidbokning")
    }
  })

  it("writes Word and Excel files with the same bytes each time, and never to the screen", async () => {
    const db = await database()
    for (const format of ["docx", "xlsx"]) {
      const [one, other] = [join(own, `one.${format}`), join(own, `other.${format}`)]
      const asked = ["report", "--held-on", "2024-06-17", "--db", db]
      expect(await frist(...asked, "--out", one)).toMatchObject({ exitCode: 0 })
      await frist(...asked, "--format", format, "--out", other)
      expect(readFileSync(other).equals(readFileSync(one))).toBe(true)
      expect(readFileSync(one).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
      const shown = await frist(...asked, "--format", format)
      expect(shown).toMatchObject({ exitCode: 2, out: "", err: expect.stringContaining("ange en fil med --out") })
    }
  })

  it("names the command that reproduces the report, also after more has been recorded", async () => {
    const db = await database()
    const { out } = await frist("report", "--held-on", "2024-06-17", "--db", db)
    const command = /frist report .*--held-on 2024-06-17.*/u.exec(out)?.[0].replace(/ --out \S+$/u, "") ?? ""
    expect(command).toContain("--plan sample --held-on 2024-06-17 --known-at 20")
    await new Promise((passed) => setTimeout(passed, 5))
    await frist("note", "dokumentportal", "Mer", "--on", "2024-06-17", "--db", db)
    expect((await frist(...command.split(" ").slice(1), "--db", db)).out).toBe(out)
    expect((await frist("report", "--held-on", "2024-06-17", "--db", db)).out).not.toBe(out)
  })

  it("has the checkpoint that an export of the same events ends with", async () => {
    const db = await database()
    const checkpoint = JSON.parse((await frist("export", "--db", db)).out.trim().split("\n").at(-1) ?? "").checkpoint
    const [origin = "", size = "", root = ""] = String(checkpoint).split("\n")
    const asked = ["report", "--held-on", "2024-06-17", "--db", db]
    const report = await frist(...asked)
    expect(report.out).toContain(`      ${origin}\n      ${size}\n      ${root}\n`)
    await new Promise((passed) => setTimeout(passed, 5))
    await frist("note", "dokumentportal", "Mer", "--on", "2024-06-17", "--db", db)
    const command = /frist report .*--held-on 2024-06-17.*/u.exec(report.out)?.[0].replace(/ --out \S+$/u, "") ?? ""
    expect((await frist(...command.split(" ").slice(1), "--db", db)).out).toContain(root)
    expect((await frist(...asked)).out).not.toContain(root)
  })

  it("is refused for a log that was tampered with", async () => {
    const db = await database()
    forceEvents(db, "update event set recorded_at = recorded_at + 1 where position = 7")
    const made = await frist("report", "--held-on", "2024-06-17", "--db", db)
    expect(made).toMatchObject({ exitCode: 1, out: "" })
  })

  it("takes the format from the file name, and is refused where that names none", async () => {
    const db = await database()
    const file = join(own, "named.html")
    expect((await frist("report", "--held-on", "2024-06-17", "--out", file, "--db", db)).exitCode).toBe(0)
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/u)
    for (const name of ["report.pdf", "constructor"]) {
      const ended = await frist("report", "--held-on", "2024-06-17", "--out", join(own, name), "--db", db)
      expect(ended).toMatchObject({ exitCode: 2, out: "" })
      expect(ended.err).toContain("--format html, docx, xlsx, md, csv eller json")
      expect(existsSync(join(own, name))).toBe(false)
    }
  })

  it("never overwrites a file, and cannot write to a missing folder", async () => {
    const db = await database()
    const file = join(own, "filed.html")
    writeFileSync(file, "diariefört")
    const before = contents(own)
    const there = await frist("report", "--held-on", "2024-06-17", "--out", file, "--db", db)
    expect(there).toMatchObject({ exitCode: 1 })
    expect(there.err).toContain("finns redan och skrivs inte över")
    const nowhere = await frist("report", "--held-on", "2024-06-17", "--out", join(own, "no", "x.html"), "--db", db)
    expect(nowhere.exitCode).toBe(2)
    expect(contents(own)).toEqual(before)
  })

  it("is in English with --lang en, and other commands cannot write HTML", async () => {
    const db = await database()
    const { out } = await frist("report", "--held-on", "2024-06-17", "--lang", "en", "--db", db)
    expect(out).toContain("## Decisions needed")
    const board = await frist("board", "--format", "html", "--db", db)
    expect(board).toMatchObject({ exitCode: 2, err: expect.stringContaining("använd frist report") })
    expect((await frist("report", "--held-on", "2024-02-30", "--db", db)).exitCode).toBe(2)
  })
})

interface Board {
  readonly activities: ReadonlyArray<{
    readonly activity: string
    readonly parent: string | null
    readonly findings: ReadonlyArray<{ readonly code: string; readonly words: string }>
    readonly area: string | null
    readonly goal: string | null
    readonly original: { readonly words: string } | null
    readonly status: { readonly _tag: string }
    readonly note: string | null
    readonly lateness: {
      readonly deadline: { readonly days: { readonly min: number | null; readonly max: number | null } }
    }
  }>
}
const statuses: Readonly<Record<string, string>> = {
  NotStated: "○ Ej angivet",
  InProgress: "◐ Pågår",
  Delayed: "● Försenat"
}

describe.skipIf(isMissing)("the slider of the page", () => {
  const open = browserOf()
  it("the slider shows the same board as `frist board --as-of`, day by day", { timeout: 120_000 }, async () => {
    const db = await database()
    const file = join(own, "slider.html")
    await frist("report", "--held-on", "2024-10-01", "--out", file, "--db", db)
    const count = process.env["FRIST_LONG"] === "1" ? 20 : 8
    const days = Array.from({ length: count }, (_, at) =>
      new Date(Date.UTC(2023, 11, 15) + Math.round((at * 291) / (count - 1)) * 86_400_000).toISOString().slice(0, 10)
    )
    await open(readFileSync(file), {}, async ({ page, wrongs }) => {
      for (const day of days) {
        const shown = await page.evaluate<{ readonly ongoing: unknown; readonly lateness: unknown }>(`
          (async () => {
            const slider = document.querySelector("#day")
            slider.value = String(Date.parse("${day}T00:00:00Z") / 86400000)
            slider.dispatchEvent(new Event("input"))
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
            const rows = (table) => [...document.querySelectorAll("#table-" + table + " tbody tr:not(.none)")]
            const words = (cell) => [...cell.childNodes].filter((each) => each.className !== "mark").map((each) => each.textContent).join("").replaceAll("\u00a0", " ").trim()
            return {
              ongoing: rows("ongoing").map(({ cells }) => [0, 1, 3, 5, 6].map((at) => words(cells[at]))),
              lateness: rows("lateness").map(({ cells }) => [...cells].at(-2).dataset.order ?? null)
            }
          })()`)
        const { activities } = (await fristJson("board", "--as-of", day, "--db", db)) as Board
        const there = new Set(activities.map(({ activity }) => activity))
        const own = activities.filter(({ parent }) => parent === null || !there.has(parent))
        expect(shown.ongoing, day).toEqual(
          own.map(({ area, findings, goal, note, original, status }) => [
            area ?? "",
            (goal ?? "").trim(),
            // The page has the first date as the document has it, also where that was rewritten.
            (findings.find(({ code }) => code === "BaselineRewritten")?.words ?? original?.words ?? "").trim(),
            statuses[status._tag],
            // The board has the last note; the page has all of them, like the document.
            note === null ? "" : expect.stringContaining(note.trim())
          ])
        )
        expect(shown.lateness, day).toEqual(
          activities.map(({ lateness }) => {
            const { max, min } = lateness.deadline.days
            return min === null && max === null ? null : String(min ?? max)
          })
        )
      }
      expect(wrongs).toEqual([])
    })
  })
})

describe("frist slips --chart", () => {
  it("draws the forecast at each review, and the extrapolation", async () => {
    const db = await database()
    const { out } = await frist("slips", "--chart", "--as-of", "2024-10-01", "--db", db)
    expect(out).toMatch(/^\w{3} 20\d\d │/mu)
    expect(out).toContain("└────")
    expect(out).toMatch(/^\S +1177 Webbtidbokning, .*2\S6 mån på 6 mån +färre än fyra rapporter/mu)
    const view = await fristJson("slips", "--chart", "--as-of", "2024-10-01", "--db", db)
    expect(view).toMatchObject({ view: "frist/milestone-trend", reviews: ["2023-12-15", "2024-06-17"] })
  })

  it("draws every date of one activity on an axis of years, with the day of its report", async () => {
    const db = await database()
    const { out } = await frist("slips", "webbtidbokning-ogon", "--chart", "--as-of", "2024-10-01", "--db", db)
    const [years = "", ...lines] = out.split("\n").slice(4, 8)
    expect(years.match(/\d{4}/gu)).toEqual(["2021", "2022", "2023", "2024"])
    expect(lines.map((line) => line.split(/ {2,}/u)).map(([on, words]) => [on, words])).toEqual([
      ["från början", "2021-12-"],
      ["2023-12-15", "2024-06"],
      ["2024-06-17", "hösten 2024"]
    ])
    // Each date is later than the one before, and so is each report; December 2021 is left of 2022.
    const [first, then, last] = lines.map((line) => line.indexOf("━"))
    expect(first).toBeLessThan(years.indexOf("2022"))
    expect(then).toBeGreaterThan(years.indexOf("2024"))
    expect(last).toBeGreaterThan(then ?? 0)
    expect(lines.map((line) => line.indexOf("│") <= years.indexOf("2024"))).toEqual([true, true, false])
  })
})
