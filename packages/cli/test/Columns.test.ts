/**
 * `frist import --columns`, `--column` and `--sheet`: what headings mean, shown, decided and kept with the plan.
 */
import { decidable } from "@frist/domain/plan/ColumnHeading"
import { columnWords } from "@frist/reports/words/ColumnWords"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { row, xlsx } from "../../editions/test/office.ts"
import { columnArguments } from "../src/editions/ColumnArguments.ts"
import { ColumnsView } from "../src/editions/EditionViews.ts"
import { commandPhrases } from "../src/texts/CommandPhrases.ts"
import { folder, frist, fristJson } from "./frist.ts"

const into = folder()
const at = (name: string) => join(into, name)
const file = (name: string, ...lines: ReadonlyArray<string>): string => {
  writeFileSync(at(name), lines.join("\n"))
  return at(name)
}
const fresh = () => at(`${crypto.randomUUID()}.db`)
type Recorded = { readonly _tag: string } & Readonly<Record<string, unknown>>

/** Imports, and returns the events that were recorded. */
const recorded = async (...words: ReadonlyArray<string>) => {
  const { events } = (await fristJson("import", ...words)) as {
    readonly events: ReadonlyArray<{ readonly event: Recorded }>
  }
  return events.map(({ event }) => event)
}

const head = "Område;Mål;Tid;Status;Flyttas hit"
const first = file("first.csv", head, "E-arkiv;Alla anslutna;2024-03-29;Pågår;2024-12-31")
const second = file("second.csv", head, "E-arkiv;Alla anslutna;2024-03-29;Pågår;2025-06-30")
const odd = file("odd.csv", "Plan för 2024", "", "Det vi gör;Vem;Färdigt hos oss", "Inför e-arkiv;IT;2024-06-30")

it("an import names the columns that it did not read, until somebody says what they are", async () => {
  const db = fresh()
  const whole = file("unread.csv", "Aktivitet;Tid;Läge just nu;Foo", "Steg ett;2099-06-30;Pågår;x")
  const { out } = await frist("import", whole, "--held-on", "2024-03-15", "--db", db)
  expect(out).toContain("Kolumner som inte är lästa: ”Läge just nu”, ”Foo”. Behövs någon av dem")
  const decided = ["--column", "Läge just nu=Status", "--column", "Foo=ingen"]
  const again = await frist("import", whole, "--held-on", "2024-03-15", ...decided, "--db", db)
  expect([again.exitCode, again.out]).toEqual([0, expect.not.stringContaining("inte är lästa")])
  const wide = file(
    "wide.csv",
    `Aktivitet;Tid;${Array.from({ length: 12 }, (_, n) => `Foo ${n}`).join(";")}`,
    `Steg;2099-06-30;${"x;".repeat(12)}`
  )
  const { out: many } = await frist("import", wide, "--held-on", "2024-03-15", "--lang", "en", "--db", fresh())
  expect(many.replace(/\s+/gu, " ")).toContain("“Foo 7” and 4 more. If one of them is needed")
})

describe("frist import --columns", () => {
  it("shows how each column is taken and why, with the --column that would take one, and stores nothing", async () => {
    const db = fresh()
    const { exitCode, out } = await frist("import", first, "--columns", "--db", db)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/Område +Område +rubriken säger det/u)
    expect(out).toMatch(/Flyttas hit +– +okänd rubrik/u)
    expect(out).toContain('--column "Flyttas hit=Ny tid"')
    expect(existsSync(db)).toBe(false)
  })

  it("shows the same as JSON", async () => {
    const view = Schema.decodeUnknownSync(ColumnsView, { onExcessProperty: "error" })(
      await fristJson("import", first, "--columns", "--db", fresh())
    )
    expect(view.problem).toBeNull()
    expect(view.tables[0]?.columns.at(-1)).toEqual({
      heading: "Flyttas hit",
      at: 4,
      column: null,
      how: "unknown",
      suggested: "newDeadline"
    })
  })

  it("shows the row that looks most like a head in a file without a table that is read", async () => {
    const { exitCode, out } = await frist("import", odd, "--columns", "--lang", "en", "--db", fresh())
    expect(exitCode).toBe(0)
    expect(out).toContain('--column "Det vi gör=Actions"')
    expect(out).toContain('--column "Färdigt hos oss=Deadline"')
  })
})

describe("a file that is refused", () => {
  it.each([
    [
      "sv",
      [
        "Rad 3 lästes som rubriker:",
        "  läses: Vem = Ansvarig",
        "  okänd rubrik: Det vi gör, Färdigt hos oss",
        "Det som saknas är en kolumn för vad raden är och en kolumn för slutdatum eller status.",
        'Försök med --column "Det vi gör=Åtgärd" --column "Färdigt hos oss=Tid"',
        "Inget är sparat."
      ]
    ],
    [
      "en",
      [
        "Row 3 was read as the headings:",
        "  read: Vem = Responsible",
        "  unknown heading: Det vi gör, Färdigt hos oss",
        "Missing: a column that says what the row is and a column for the deadline or status.",
        'Try --column "Det vi gör=Actions" --column "Färdigt hos oss=Deadline"',
        "Nothing was stored."
      ]
    ]
  ])("says below what its headings were read as, and which --column would help (%s)", async (lang, lines) => {
    const db = fresh()
    const { err, exitCode } = await frist("import", odd, "--held-on", "2024-05-15", "--lang", lang, "--db", db)
    expect(exitCode).toBe(1)
    expect(err.split("\n").slice(1)).toEqual(lines)
    expect(existsSync(db)).toBe(false)
  })

  it("is read when its columns are decided so", async () => {
    const decided = ["--column", "Det vi gör=actions", "--column", "färdigt hos oss=tid"]
    const { exitCode, out } = await frist("import", odd, "--held-on", "2024-05-15", ...decided, "--db", fresh())
    expect([exitCode, out]).toEqual([0, expect.stringContaining("1 pågående")])
  })
})

describe("frist import --column", () => {
  it("is kept with the plan, and holds for the next edition", async () => {
    const db = fresh()
    const decided = ["--column", "flyttas  HIT=ny tid"]
    const earlier = await recorded(first, "--held-on", "2024-05-15", ...decided, "--db", db)
    const later = await recorded(second, "--held-on", "2024-08-15", "--db", db)
    expect([...earlier, ...later].filter(({ _tag }) => _tag === "ColumnDecided")).toEqual([
      { _tag: "ColumnDecided", heading: "Flyttas hit", column: "newDeadline" }
    ])
    const moves = [earlier, later].map((events) => events.find(({ _tag }) => _tag === "DeadlineMoved")?.["to"])
    expect(moves).toMatchObject([{ words: "2024-12-31" }, { words: "2025-06-30" }])
  })

  it("may be replaced, and corrected away", async () => {
    const db = fresh()
    const all = await recorded(first, "--held-on", "2024-05-15", "--column", "Flyttas hit=newDeadline", "--db", db)
    const position = String(all.findIndex(({ _tag }) => _tag === "ColumnDecided") + 1)
    expect(await frist("correct", position, "--withdraw", "--reason", "Fel", "--db", db)).toMatchObject({ exitCode: 0 })
    const { out } = await frist("import", second, "--columns", "--db", db)
    expect(out).toMatch(/Flyttas hit +– +okänd rubrik/u)
    await frist("import", second, "--held-on", "2024-08-15", "--column", "Flyttas hit=none", "--db", db)
    expect((await frist("import", second, "--columns", "--db", db)).out).toMatch(
      /Flyttas hit +– +bestämt med --column/u
    )
  })

  it.each([
    ["a heading that no table has", "Frist=deadline", /Ingen tabell har rubriken ”Frist”; ange en av: Område, Mål/u],
    ["a column that does not exist", "Tid=banan", /säger inte vad en rubrik betyder; skriv till exempel/u],
    ["no column", "Tid", /säger inte vad en rubrik betyder/u],
    ["no heading", "=deadline", /säger inte vad en rubrik betyder/u]
  ])("with %s is wrong usage, and stores nothing", async (_, words, sentence) => {
    const db = fresh()
    const { err, exitCode } = await frist("import", first, "--held-on", "2024-05-15", "--column", words, "--db", db)
    expect([exitCode, err]).toEqual([2, expect.stringMatching(sentence)])
    expect(existsSync(db)).toBe(false)
  })

  it("warns first of a column that may hold dates, and then claims of no row that no new date is set", async () => {
    const { out } = await frist("import", first, "--held-on", "2024-05-15", "--dry-run", "--db", fresh())
    expect(out).toContain('--column "Flyttas hit=Ny tid"')
    // The document has no such words.
    expect(out).toContain("Frists förslag:")
    expect(out).not.toContain("ingen senare tid är läst")
  })

  it("lets no report claim that no new date is set while such a column is not read", async () => {
    const db = fresh()
    await frist("import", first, "--held-on", "2024-05-15", "--db", db)
    const report = ["report", "--held-on", "2024-05-15", "--format", "text", "--db", db]
    const unread = (await frist(...report)).out
    expect(unread).toContain("Ett nytt slutdatum kan stå i en kolumn som inte är läst.")
    expect(unread).toContain("utan läsbart nytt slutdatum")
    expect(unread).not.toMatch(/saknar nytt|utan nytt slutdatum|Vilket är det nya slutdatumet/u)
    await frist("import", first, "--held-on", "2024-05-16", "--column", "Flyttas hit=none", "--db", db)
    expect((await frist(...report.with(2, "2024-05-16"))).out).toContain("1 passerad utan nytt slutdatum")
  })
})

describe("words in the column of the new date that are no date", () => {
  const words = ["snart", "03/04/2025", "31/2 2025", "2024 eller 2025-06-30", "30 juni"]
  const vague = file(
    "vague.csv",
    "Område;Mål;Tid;Status;Ny tid",
    ...words.map((each, at) => `Fiber ${at};Alla;2024-03-29;Pågår;${each}`),
    "E-arkiv;Alla;2024-03-29;Pågår;"
  )

  it.each([
    ["sv", words.map((each) => `Under Ny tid står ”${each}”`), "Vilket är det nya slutdatumet?"],
    ["en", words.map((each) => `The column Ny tid says “${each}”`), "What is the new deadline?"]
  ])(
    "are quoted by the report, which claims only of the other row that it has none (%s)",
    async (lang, quoted, claim) => {
      const db = fresh()
      await frist("import", vague, "--held-on", "2024-05-15", "--db", db)
      const { out } = await frist("report", "--held-on", "2024-05-15", "--format", "text", "--lang", lang, "--db", db)
      for (const each of quoted) expect(out).toContain(each)
      expect(out.split(claim)).toHaveLength(2)
      expect(out).toMatch(/2 (?:passerade utan nytt|past their deadlines without a new)/u)
      expect(out).toMatch(/4 (?:passerade utan läsbart nytt|past their deadlines where a new)/u)
    }
  )
})

const sheet = (name: string, deadline: string) => ({
  name,
  rows: row(1, ["Område", "Mål", "Tid"]) + row(2, ["E-arkiv", "Alla", deadline]) + row(3, ["Fiber", "Alla", deadline])
})

describe("frist import --sheet", () => {
  writeFileSync(at("quarters.xlsx"), xlsx({ sheets: [sheet("Q1 2024", "2024-06-30"), sheet("Q2 2024", "2024-12-31")] }))
  const quarters = ["import", at("quarters.xlsx"), "--held-on", "2024-05-15"]

  it("is asked for where several sheets hold the same rows for different periods", async () => {
    const db = fresh()
    const { err, exitCode } = await frist(...quarters, "--db", db)
    expect([exitCode, err]).toEqual([1, expect.stringMatching(/\(Q1 2024, Q2 2024\); ange med --sheet/u)])
    expect(existsSync(db)).toBe(false)
  })

  it("reads only that sheet", async () => {
    const db = fresh()
    const events = await recorded(...quarters.slice(1), "--sheet", "q2 2024", "--db", db)
    expect(events.filter(({ _tag }) => _tag === "ActivityRegistered")).toMatchObject([
      { deadline: { words: "2024-12-31" } },
      { deadline: { words: "2024-12-31" } }
    ])
  })

  it("with a name that no sheet has says which there are", async () => {
    const { err, exitCode } = await frist(...quarters, "--sheet", "Q9", "--db", fresh())
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/ange ett av: Q1 2024, Q2 2024\.$/u)])
  })
})

const decide = (...words: ReadonlyArray<string>) => words.flatMap((each) => ["--column", each])

describe("two headings of one meaning", () => {
  const two = "Mål;Klart;Frist hos oss;Status"
  const early = file("two-1.csv", two, "Anslut skolan;2024-03-29;2024-12-31;Pågår")
  const late = file("two-2.csv", two, "Anslut skolan;2024-03-29;2024-12-31;Försenat")

  it("are refused, with what to decide, in one import and over time", async () => {
    const db = fresh()
    const importing = (...words: ReadonlyArray<string>) => frist("import", ...words, "--db", db)
    const both = await importing(
      early,
      "--held-on",
      "2024-01-15",
      "--column",
      "Klart=deadline",
      "--column",
      "Frist hos oss=deadline"
    )
    expect(both.exitCode).toBe(2)
    expect(both.err).toContain("”Klart” och ”Frist hos oss” är båda bestämda som Tid")
    expect(both.err).toContain('--column "Klart=ingen"')
    expect((await importing(early, "--held-on", "2024-01-15", "--column", "Klart=deadline")).exitCode).toBe(0)
    const later = await importing(late, "--held-on", "2024-02-15", "--column", "Frist hos oss=deadline")
    expect(later.exitCode).toBe(2)
    expect(later.err).toContain("”Klart” och ”Frist hos oss”")
  })

  it("decided anew, give no move and no rewritten deadline, because the cells did not change", async () => {
    const db = fresh()
    const plan = ["--plan", "two-1"]
    await recorded(early, "--held-on", "2024-01-15", "--db", db, ...plan, ...decide("Klart=deadline"))
    const anew = decide("Klart=none", "Frist hos oss=deadline")
    const events = await recorded(late, "--held-on", "2024-02-15", "--db", db, ...plan, ...anew)
    expect(events.map(({ _tag }) => _tag)).not.toContain("DeadlineMoved")
    expect(events.map(({ code }) => code)).not.toContain("BaselineRewritten")
    expect(events.map(({ code }) => code)).not.toContain("OnlyDateOverwritten")
    const { out } = await frist("reread", "--plan", "two-1", "--db", db)
    expect(out).toContain("2024-12-31")
  })
})

it.each(["sv", "en"] as const)(
  "frist import --column accepts each word that the texts print for a column (%s)",
  async (lang) => {
    const phrase = commandPhrases(lang)
    const read = await Effect.runPromise(
      columnArguments(
        decidable.map((column) => `${column}=${columnWords(column, phrase.text)}`),
        phrase
      )
    )
    expect(read).toEqual(decidable.map((column) => ({ heading: column, column })))
  }
)

it.each([
  ["sv", "Ny tid"],
  ["en", "New deadline"]
])("no view prints a column by its name in the program (%s)", async (lang, word) => {
  const db = fresh()
  const imported = await frist("import", first, "--held-on", "2024-05-15", "--lang", lang, "--db", db)
  const views = [["findings"], ["board"], ["import", second, "--columns"], ["report", "--held-on", "2024-05-15"]]
  const shown = await Promise.all(views.map((view) => frist(...view, "--lang", lang, "--db", db)))
  for (const { out } of [imported, ...shown]) expect(out).not.toContain("newDeadline")
  expect(imported.out).toContain(`--column "Flyttas hit=${word}"`)
  expect(shown[0]?.out.replace(/\s+/gu, " ")).toContain(`hit=${word}"`)
})
