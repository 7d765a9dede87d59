/**
 * A nation's plans: 21 regions and 290 municipalities, each with activities, milestones, reviews, moves, statuses, notes,
 * figures and some corrections. The same at each run.
 */
import { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import { ActivityId, PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"

export const plans: ReadonlyArray<PlanId> = [
  ...Array.from({ length: 21 }, (_, n) => PlanId.make(`region-${n + 1}`)),
  ...Array.from({ length: 290 }, (_, n) => PlanId.make(`kommun-${n + 1}`))
]

/** Divides a number of events among the plans: regions have ten times as many as municipalities. */
export const nation = (size: number): ReadonlyArray<readonly [PlanId, ReadonlyArray<NewEvent>]> => {
  const unit = size / (21 * 10 + 290)
  return plans.map((plan, n) => [plan, historyOf(n + 1, Math.round(unit * (n < 21 ? 10 : 1)))])
}

const epoch = Day.toNumber(Day.make("2019-01-01"))
const dayAt = (n: number): Day => Day.fromNumber(epoch + n)
const date = (n: number): PlannedDate => {
  const day = dayAt(n)
  return { words: day, edtf: day, earliest: day, latest: day }
}

/** Mulberry32: returns pseudo-random numbers below 1 from a seed. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const statuses = [{ _tag: "InProgress" }, { _tag: "Delayed" }] as const

/** Returns the events of the plan with that number, with one activity for every 25 events. */
export const historyOf = (seed: number, size: number): ReadonlyArray<NewEvent> => {
  const random = randomOf(seed)
  const activities = Math.max(1, Math.floor(size / 25))
  const event = (id: number | null, on: number, content: NewEvent["event"]): NewEvent => ({
    activity: id === null ? null : ActivityId.make(`aktivitet-${id}`),
    event: content,
    effectiveOn: dayAt(on),
    provenance: random(4) === 0 ? "stated" : "inferred",
    source: null
  })
  return Array.from({ length: size }, (_, n): NewEvent => {
    if (n === 0) return event(null, 0, { _tag: "PlanOpened", title: `Plan ${seed}` })
    const on = 30 + Math.floor((n * 2000) / size) - (random(20) === 0 ? 25 : 0)
    if (n <= activities) {
      return event(n, 10, {
        _tag: "ActivityRegistered",
        kind: n % 5 === 0 ? "milestone" : "activity",
        parent: null,
        area: `Område ${n % 17}`,
        goal: `Mål ${n}: 80 % av besökarna checkar in själva`,
        actions: "Tala om för patienten att automaten finns.",
        responsible: "Enhetschef",
        deadline: date(400 + random(900))
      })
    }
    if (n % Math.max(50, Math.floor(size / 20)) === 0)
      return event(null, on, { _tag: "ReviewHeld", heldOn: dayAt(on), title: null })
    const id = 1 + random(activities)
    switch (random(8)) {
      case 0:
      case 1:
        return event(id, on, {
          _tag: "DeadlineMoved",
          from: null,
          to: date(on + random(700)),
          reason: "Väntar på regionen"
        })
      case 2:
      case 3:
        return event(id, on, {
          _tag: "StatusChanged",
          from: { _tag: "NotStated" },
          to: statuses[random(2)] ?? { _tag: "Delayed" }
        })
      case 4:
        return event(id, on, {
          _tag: "MeasurementRecorded",
          measure: "bokningar",
          value: random(5000),
          unit: "st",
          qualifier: null,
          period: date(on),
          words: "bokningar"
        })
      default:
        return event(id, on, { _tag: "FollowUpNoted", text: `Arbetet fortsätter enligt plan, punkt ${n}.` })
    }
  })
}
