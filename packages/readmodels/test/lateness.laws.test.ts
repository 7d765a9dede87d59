/**
 * Lateness in SQL, from stored bounds, equals lateness in the domain.
 */
import { expect, it } from "@effect/vitest"
import { Day } from "@frist/domain/Day"
import { readDate } from "@frist/domain/dates/DateReading"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { DatabaseSync } from "node:sqlite"
import { boardModel } from "../src/models/BoardModel.ts"
import { dateFields } from "../src/ReadModel.ts"

const words = [
  "2024-06-30",
  "2024-06",
  "2024-",
  "2024",
  "hösten 2024",
  "tidigt under 2024",
  "1 halvår 2024",
  "v. 23 2024",
  "tills vidare",
  "2021-02-29"
]

it.each(words)("lateness of '%s' in SQL is that of the domain on every day around it", (text) => {
  const { date } = readDate(text)
  const db = new DatabaseSync(":memory:")
  const fields = { ...dateFields("deadline", date), deadline_vague: Number(PlannedDate.isVague(date)) }
  const names = Object.keys(fields)
  db.exec(`create table board (${names.join(", ")})`)
  db.prepare(`insert into board values (${names.map(() => "?").join(", ")})`).run(
    ...Object.values(fields).map((value) => (typeof value === "boolean" ? Number(value) : value))
  )
  const [late, least, most] = boardModel.computed.map(({ sql }) =>
    sql({ today: "?1", days: (from, to) => `cast(julianday(${to}) - julianday(${from}) as integer)` })
  )
  const select = db.prepare(`select ${late} as late, ${least} as least, ${most} as most from board`)
  for (let n = Day.toNumber(Day.make("2023-12-01")); n < Day.toNumber(Day.make("2025-04-01")); n += 1) {
    const today = Day.fromNumber(n)
    const { max, min } = PlannedDate.daysPast(date, today)
    expect({ ...select.get(today) }).toEqual({ late: PlannedDate.lateness(date, today), least: min, most: max })
  }
})
