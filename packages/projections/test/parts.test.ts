/**
 * The tally of a row whose own first date is unread, from its parts.
 */
import { ActivityId } from "@frist/domain/Names"
import { notStated } from "@frist/domain/Status"
import { describe, expect, it } from "@effect/vitest"
import { date, day, type Given, logOf } from "../../domain/test/given.ts"
import { changed, done, moved, opened, registered, webb } from "../../domain/test/sample.ts"
import { board } from "../src/Board.ts"
import { changes } from "../src/Changes.ts"
import { History } from "../src/History.ts"

const units = "Kirurgi 2021-02-29\nÖgon 2021-12-31\nMedicin 2021-12-31\nHjärta 2021-12-31"
const [kirurgi, ogon, medicin, hjarta] = ["kirurgi", "ogon", "medicin", "hjarta"].map((unit) =>
  ActivityId.make(`webbtidbokning.${unit}`)
) as [ActivityId, ActivityId, ActivityId, ActivityId]
const part = (id: ActivityId, deadline: string) => registered(id, { parent: webb, deadline: date(deadline) })
const row: ReadonlyArray<Given> = [
  opened,
  registered(webb, { deadline: date(units) }),
  part(kirurgi, "2021-02-29"),
  part(ogon, "2021-12-31"),
  part(medicin, "2021-12-31"),
  part(hjarta, "2021-12-31")
]
const allMoved = [
  moved(webb, units, "2024-06-30"),
  moved(kirurgi, "2021-02-29", "2024-06-30"),
  ...[ogon, medicin, hjarta].map((id) => moved(id, "2021-12-31", "2024-06-30"))
]
const historyOf = (events: ReadonlyArray<Given>) =>
  History.of(logOf(events), { today: day("2024-07-01"), asOf: day("2024-07-01") })
const tallyOf = (events: ReadonlyArray<Given>, id: ActivityId = webb) => {
  const history = historyOf(events)
  const activity = history.plan.activities.get(id)
  if (activity === undefined) throw new Error(id)
  return history.tallyOf(activity)
}

describe("the tally of a row with parts", () => {
  it("a row with an unread date has the slip of its parts, and says how many are known", () => {
    expect(tallyOf([...row, ...allMoved])).toMatchObject({
      count: 1,
      net: { min: 912, max: 912 },
      parts: { of: 4, known: 3, unknown: 1 }
    })
    expect(board(historyOf([...row, ...allMoved])).activities[0]?.moves.parts).toEqual({ of: 4, known: 3, unknown: 1 })
  })

  it("the slip is the hull of the parts, and the count the largest of any", () => {
    const again = moved(ogon, "2024-06-30", "2024-12-31")
    expect(tallyOf([...row, ...allMoved, again])).toMatchObject({ count: 2, net: { min: 912, max: 1096 } })
  })

  it("a closed part counts if it moved, and not if it never did", () => {
    const closed = changed(hjarta, notStated, done)
    expect(tallyOf([...row, ...allMoved, closed]).parts).toEqual({ of: 4, known: 3, unknown: 1 })
    expect(tallyOf([...row, closed, ...allMoved.slice(0, -1)]).parts).toEqual({ of: 3, known: 2, unknown: 1 })
  })

  it("a row without any date has the slip of parts that moved by themselves", () => {
    const events = [opened, registered(webb, { deadline: null }), ...row.slice(3, 4), ...allMoved.slice(2, 3)]
    expect(tallyOf(events)).toMatchObject({ count: 1, net: { min: 912, max: 912 }, parts: { of: 1, known: 1 } })
  })

  it("a row with a date of its own keeps its slip", () => {
    const events = [opened, registered(webb), ...row.slice(3), ...allMoved.slice(2), moved(webb, "2021-12-31", "2022")]
    expect(tallyOf(events)).toMatchObject({ count: 1, net: { min: 1, max: 365 }, parts: null })
  })

  it("a row with a date of its own that has not moved has the slip of the parts that have", () => {
    const events = [opened, registered(webb), ...row.slice(3), ...allMoved.slice(2, 3)]
    expect(tallyOf(events)).toMatchObject({
      count: 1,
      net: { min: 0, max: 912 },
      parts: { of: 3, known: 3, unknown: 0 }
    })
  })

  it("a row of which no part has moved, or of which no part is known, keeps its own", () => {
    expect(tallyOf(row)).toMatchObject({ count: 0, net: { min: 0, max: 0 }, parts: null })
    const unread = [...row.slice(0, 3), ...allMoved.slice(0, 2)]
    expect(tallyOf(unread)).toMatchObject({ count: 1, net: { min: null, max: null }, parts: null })
  })

  it("parts of parts count through their whole, however deep they go", () => {
    const ids = Array.from({ length: 12_000 }, (_, i) => ActivityId.make(`del-${i}`))
    const last = ids.at(-1) ?? webb
    const nested = ids.map((id, i) =>
      registered(id, { parent: ids[i - 1] ?? null, deadline: id === last ? date("2021-12-31") : null })
    )
    expect(tallyOf([opened, ...nested, moved(last, "2021-12-31", "2024-06-30")], ids[0])).toMatchObject({
      net: { min: 912, max: 912 },
      parts: { of: 1, known: 1, unknown: 0 }
    })
  })

  it("a row that moved with its parts is one change", () => {
    expect(changes(historyOf([...row, ...allMoved])).moved.map(({ activity }) => activity)).toEqual([webb])
    expect(changes(historyOf([...row, ...allMoved])).moved[0]?.slip).toEqual({ min: 912, max: 912 })
    const alone = moved(ogon, "2024-06-30", "2024-12-31")
    expect(changes(historyOf([...row, ...allMoved, alone])).moved.map(({ activity }) => activity)).toEqual([webb, ogon])
  })
})
