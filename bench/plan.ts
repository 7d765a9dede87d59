/**
 * Generated plans: events and documents of any size, the same at each run.
 */
import { ActivityId, Day, type NewEvent, type PlannedDate } from "../packages/domain/src/index.ts"

export const day = Day.fromInstant(Date.UTC(2024, 0, 15))

const date = (n: number): PlannedDate.PlannedDate => {
  const words = Day.fromInstant(Date.UTC(2024, 0, 1 + (n % 700)))
  return { words, edtf: words, earliest: words, latest: words }
}

const from = (row: number) => ({
  document: "plan.csv",
  sha256: "0".repeat(64),
  table: "Aktiviteter",
  row,
  column: null
})

/** The n-th event: registrations first, then each activity's deadline moves in turn. */
export const eventAt = (n: number, activities: number): NewEvent => {
  const activity = ActivityId.make(`aktivitet-${n % activities}`)
  const shared = { activity, effectiveOn: day, provenance: "stated", source: from(n + 1) } as const
  return n < activities
    ? {
        ...shared,
        event: {
          _tag: "ActivityRegistered",
          kind: "activity",
          parent: null,
          area: `Område ${n % 17}`,
          goal: `Mål ${n}: 80 % av besökarna checkar in själva`,
          actions: "Tala om för patienten att automaten finns.",
          responsible: "Enhetschef",
          deadline: date(n)
        }
      }
    : {
        ...shared,
        event: { _tag: "DeadlineMoved", from: date(n - activities), to: date(n), reason: "Väntar på regionen" }
      }
}

/** A follow-up document with this many ongoing rows, as bytes of CSV. */
export const document = (rows: number): Uint8Array => {
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `Aktiviteter;Område ${n % 17};Mål ${n}: alla bokar tid på webben;Breddinföra;${date(n).words};Chefsläkaren;Pågår;Arbetet fortsätter ${n};${date(n + 90).words}`
  )
  return new TextEncoder().encode(
    `Tabell;Område;Mål;Åtgärd;Tid;Ansvarig;Status;Uppföljning;Ny tid\n${lines.join("\n")}\n`
  )
}
