/**
 * The reading of one row of an edition, and its oddities.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Cells } from "../src/Edition.ts"
import type { EditionColumn } from "../src/EditionColumn.ts"
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { Status } from "@frist/domain/Status"
import { cells } from "./editionBuilders.ts"
import { readRow } from "./swedish.ts"

const codes = (...row: Parameters<typeof readRow>) => readRow(...row).irregularities.map(({ code }) => code)

describe("a row", () => {
  it("a row with an empty area inherits the area above, with a finding", () => {
    const inherited = readRow("activities", cells({ area: "  ", goal: "Mål" }), "1177")
    expect(inherited.area).toBe("1177")
    expect(inherited.irregularities).toEqual([{ code: "AreaInherited", column: "area", words: "1177" }])
    expect(codes("activities", cells({ area: "Elab" }), "1177")).toEqual([])
    expect(readRow("activities", cells({ goal: "Mål" }), null)).toMatchObject({ area: null, irregularities: [] })
  })

  it("a row keeps its texts as written, including surrounding white space", () => {
    const text = " * Utbilda\n * Informera "
    expect(
      readRow("activities", cells({ goal: text, actions: text, responsible: text, followUp: text }), null)
    ).toMatchObject({ goal: text, actions: text, responsible: text, note: text })
  })

  it.each([
    ["2021-12-31", "2021-12-31", []],
    ["2021-12-", "2021-12", ["DateTruncated"]],
    ["2024-", "2024/..", ["DateTruncated"]],
    ["2021-02-29", null, ["DateImpossible"]],
    ["April 2021", "2021-04", []],
    ["snart", null, ["DateIsProse"]]
  ])("a row due “%s” keeps the words and is read as %s", (deadline, edtf, found) => {
    const reading = readRow("activities", cells({ goal: "Mål", deadline }), null)
    expect(reading.deadline).toMatchObject({ words: deadline, edtf })
    expect(reading.irregularities).toEqual(found.map((code) => ({ code, column: "deadline", words: deadline })))
  })
})

describe("a cell with several dated lines", () => {
  const words =
    "Kirurgi- och urologimottagningen 2021-02-29.\nÖgonmottagningen 2021-12-31\r\nHjärtmottagningen: 2021-11-30"
  const reading = readRow("activities", cells({ goal: "Mål", deadline: words }), null)

  it("a cell with several dated lines gives each clinic a part with a deadline of its own", () => {
    expect(reading.parts.map(({ deadline, name }) => [name, deadline?.edtf])).toEqual([
      ["Kirurgi- och urologimottagningen", null],
      ["Ögonmottagningen", "2021-12-31"],
      ["Hjärtmottagningen", "2021-11-30"]
    ])
  })

  it("a cell with several dated lines reports an impossible day in the part that has it", () => {
    expect(reading.parts.map((part) => part.irregularities.map(({ code }) => code))).toEqual([
      ["DateImpossible"],
      [],
      []
    ])
    expect(reading.irregularities.map(({ code }) => code)).toEqual(["SeveralDeadlines"])
  })

  it("a cell with several dated lines keeps all its words in the deadline of the whole, without bounds if a line is unread", () => {
    expect(reading.deadline).toEqual({ words, edtf: null, earliest: null, latest: null })
    const two = readRow("activities", cells({ goal: "Mål", deadline: "A 2021-12-31\nB 2021-06" }), null)
    expect(two.deadline).toMatchObject({ earliest: "2021-06-01", latest: "2021-12-31" })
  })
})

const forecast = (newDeadline: string) =>
  readRow("activities", cells({ goal: "En utrullningsgrupp är utsedd", deadline: "2022-02-01", newDeadline }), null)

describe("a date cell", () => {
  it.each(["-", "–", "—", " . ", "...", "- -", "ej satt", "Ej angivet", "n/a"])(
    "that holds only “%s” is empty",
    (words) => {
      const reading = readRow("activities", cells({ goal: "Mål", deadline: words, newDeadline: words }), null)
      expect(reading).toMatchObject({ deadline: null, newDeadline: null, irregularities: [] })
    }
  )

  it.each(["-//-", '"', '-"-', "x", "ej satt än", "-?"])("a date cell with “%s” keeps its words", (words) => {
    expect(forecast(words)).toMatchObject({
      newDeadline: null,
      irregularities: [{ code: "DateIsProse", column: "newDeadline", words }]
    })
  })

  it("a date cell of several lines gives each part the date with the words that change it", () => {
    const words = "Hud före 2021-12-31\nÖgon januari–mars 2022\nHjärta 2 veckor efter 2022-05-01"
    const { parts } = readRow("activities", cells({ goal: "Mål", deadline: words }), null)
    expect(parts.map(({ deadline, name }) => [name, deadline?.edtf])).toEqual([
      ["Hud", "../2021-12-30"],
      ["Ögon", "2022-01/2022-03"],
      ["Hjärta 2", null]
    ])
  })
})

describe("a new date", () => {
  it("a new date in prose without a date is not read, and the prose is kept", () => {
    const prose = "Sedan september kan ca 100 VC använda tekniken"
    expect(forecast(prose)).toMatchObject({
      newDeadline: null,
      irregularities: [{ code: "DateIsProse", column: "newDeadline", words: prose }]
    })
  })

  it("a new date in prose about something else reports that the subject differs", () => {
    const reading = forecast("Införs tidigt under 2026.")
    expect(reading.newDeadline).toMatchObject({ words: "Införs tidigt under 2026.", earliest: "2026-01-01" })
    expect(reading.irregularities.map(({ code }) => code)).toEqual(["DeadlineSubjectDiffers"])
  })

  it.each(["Beräknas klart 2024-06-30", "Klart: 2024-06-30", "2024-06-30"])(
    "in prose about the row itself is of the same subject: %s",
    (words) => {
      expect(forecast(words).newDeadline?.edtf).toBe("2024-06-30")
      expect(forecast(words).irregularities.map(({ code }) => code)).not.toContain("DeadlineSubjectDiffers")
    }
  )
})

describe("a row with deadlines for several parts", () => {
  const deadline = "Hud 2023-01-31\nÖgon 2023-06-30"
  const of = (status: string) => readRow("activities", cells({ goal: "Mål", deadline, status }), null)

  it("a row with deadlines for several parts is not done before all of them are, and each keeps its own day", () => {
    const { irregularities, parts, status } = of("Klart 2023-01-15 - Hud\nKlart 2023-02-15 - Kirurgi")
    expect(status._tag).toBe("NotStated")
    expect(irregularities.map(({ code }) => code)).toContain("StatusUnreadable")
    expect(parts.filter((part) => part.status._tag === "Completed").map(({ name }) => name)).toEqual(["Hud", "Kirurgi"])
    expect(of("Klart 2023-01-15 - Hud\nKlart 2023-02-15 - Ögon").status._tag).toBe("Completed")
  })
})

const atReview = (status: string, kind: "activities" | "completed" = "activities") =>
  readRow(kind, cells({ goal: "Mål", status }), null, Day.make("2024-06-17"))

describe("a completion after the review", () => {
  it.each(["Klart 2024-06-18", "Klart 2025", "Klart 2024", "Klart januari–juli 2024", "Klart 2025-02-29"])(
    "a completion that may come after the review is a plan, and states no status: %s",
    (words) => {
      expect(atReview(words)).toMatchObject({
        status: { _tag: "NotStated" },
        statesNoStatus: true,
        irregularities: [{ code: "CompletionAhead", column: "status", words }]
      })
    }
  )

  it("a completion by the day of the review counts, and so does the table of the completed", () => {
    expect(atReview("Klart 2024-06-17").status._tag).toBe("Completed")
    expect(atReview("Klart 2023").status._tag).toBe("Completed")
    expect(atReview("Klart 2021-02-29").status._tag).toBe("Completed")
    expect(atReview("Klart, utvärderas hösten 2025").status._tag).toBe("Completed")
    expect(atReview("Klart 2024-06-18", "completed").status._tag).toBe("Completed")
  })
})

const done = (status: string | null, followUp: string | null = null) =>
  readRow("completed", cells({ goal: "Mål", status, followUp }), null)

describe("a row among the completed", () => {
  it.each([
    [null, "Starten blev inte av. Raden är fortsatt röd.", ["followUp"]],
    ["KLART", "Blev ej av", ["status", "followUp"]],
    ["Blev inte av! Fortsatt röd", null, ["status"]],
    ["Ej klart", null, ["status"]],
    [null, "Ej genomfört, se nästa år", ["followUp"]],
    [null, "Mycket kvarstår", ["followUp"]]
  ] as const)(
    "a completed row that says %s and %s is not done, and those cells are kept",
    (status, followUp, columns) => {
      const reading = done(status, followUp)
      expect(reading.status).toEqual({ _tag: "NotStated" })
      expect(reading.irregularities).toEqual(
        columns.map((column) => ({ code: "DoneButRed", column, words: column === "status" ? status : followUp }))
      )
    }
  )

  it.each(["Inget kvarstår", "Inga hinder kvarstår", "Den röda tråden"])(
    "a completed row is done even if it says “%s”",
    (followUp) => {
      expect(done("KLART", followUp).status._tag).toBe("Completed")
    }
  )

  it("a row among the completed is done without a date where its status cell is empty or says nothing", () => {
    expect(done(null)).toMatchObject({ status: { _tag: "Completed", on: null } })
    expect(done(null).irregularities.map(({ code }) => code)).toEqual(["CompletedWithoutStatus"])
    expect(done("–").irregularities.map(({ code }) => code)).toEqual(["CompletedWithoutStatus"])
    expect(done("2023-11-30").status).toMatchObject({ _tag: "Completed", on: { edtf: "2023-11-30" } })
  })

  it.each([
    ["se bilaga", "StatusUnreadable"],
    ["Överlämnad till regionen", "StatusUnreadable"],
    ["Partially completed", "DoneButRed"],
    ["Ej påbörjad", "StatusAgainstTable"]
  ])("a row among the completed is not done where its status cell may say otherwise: %s", (words, code) => {
    expect(done(words)).toMatchObject({
      status: { _tag: "NotStated" },
      statesNoStatus: true,
      irregularities: [{ code, column: "status", words }]
    })
  })

  it("a row among the completed with an unfinished status keeps that status, and contradicts the table", () => {
    expect(done("FÖRSENAT")).toMatchObject({
      status: { _tag: "Delayed" },
      irregularities: [{ code: "StatusAgainstTable" }]
    })
  })
})

describe("a milestone", () => {
  it("a milestone has its name in either of two columns", () => {
    expect(readRow("timeline", cells({ area: "Elab" }), "1177")).toMatchObject({ area: null, goal: "Elab" })
    expect(readRow("timeline", cells({ goal: "Elab" }), "1177")).toMatchObject({ area: null, goal: "Elab" })
    expect(readRow("timeline", cells({ area: "Labb", goal: "Elab" }), null)).toMatchObject({
      area: "Labb",
      goal: "Elab"
    })
  })

  it("a milestone keeps its first date when it has a new one", () => {
    const reading = readRow(
      "timeline",
      cells({ area: "Elab", deadline: "2023-12-01", newDeadline: "2024-06-01" }),
      null
    )
    expect(reading).toMatchObject({ deadline: { edtf: "2023-12-01" }, newDeadline: { edtf: "2024-06-01" } })
  })
})

const Reading = Schema.Struct({
  deadline: Schema.NullOr(PlannedDate),
  newDeadline: Schema.NullOr(PlannedDate),
  status: Status
})

describe("any row", () => {
  it.prop(
    "any row can be read, and its reading can be stored",
    [Cells, Schema.Literals(["timeline", "activities", "completed"]), Schema.NullOr(Schema.String)],
    ([row, kind, above]) => {
      const reading = readRow(kind, row, above)
      expect(Schema.is(Reading)(reading)).toBe(true)
      for (const { column } of reading.irregularities)
        expect(column === null || row[column satisfies EditionColumn] !== undefined).toBe(true)
    },
    { arbitrary: { runs: 500 } }
  )
})
