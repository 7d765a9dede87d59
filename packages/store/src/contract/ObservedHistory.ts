/**
 * The observations of concurrent callers of one plan, and the laws that every history obeys whatever the order of
 * events.
 */
import { expect } from "@effect/vitest"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import type { Appended, Batch } from "../EventLog.ts"
import { fromTo, positions } from "./ContractFixture.ts"

/** A batch that was sent, with its answer. An interrupted append may or may not be recorded. */
export interface Answered {
  readonly batch: Batch
  readonly answer: Appended | { readonly head: number } | "interrupted"
}

const isRecorded = (answer: Answered["answer"]): answer is Appended => typeof answer === "object" && "first" in answer

interface ObservedHistory {
  /** The whole plan, read after everything else ended. */
  readonly events: ReadonlyArray<RecordedEvent>
  readonly answers: ReadonlyArray<Answered>
  /** For each reader, what it read each time. */
  readonly reads: ReadonlyArray<ReadonlyArray<ReadonlyArray<RecordedEvent>>>
  /** For each subscriber, the position it began after and what it received until the last event of the plan. */
  readonly received: ReadonlyArray<{ readonly after: number; readonly events: ReadonlyArray<RecordedEvent> }>
}

/** Whether an event after `after` and up to `head` touches what the condition of this batch looks at. */
const isTouched = (events: ReadonlyArray<RecordedEvent>, { condition }: Batch, head: number): boolean =>
  events
    .slice(condition.after, head)
    .some(({ activity }) =>
      condition.activities.length === 0 ? true : activity !== null && condition.activities.includes(activity)
    )

/**
 * Fails unless positions have no gap, every batch is recorded at most once and whole, every condition held where its
 * batch was recorded, every conflict was justified, readers saw growing prefixes, and subscribers saw each event once.
 */
export const expectLawful = ({ answers, events, reads, received }: ObservedHistory): void => {
  expect(positions(events), "positions have no gap").toEqual(fromTo(1, events.length))

  const sent = Map.groupBy(answers, ({ batch }) => batch.batch)
  for (const [id, attempts] of sent) {
    const own = events.filter(({ batch }) => batch === id)
    const answered = attempts.flatMap(({ answer, batch }) => (isRecorded(answer) ? [{ answer, batch }] : []))
    const isUncertain = attempts.some(({ answer }) => answer === "interrupted")
    if (own.length === 0) {
      expect(answered, `batch ${id} was acknowledged, and is not recorded`).toEqual([])
      continue
    }
    const first = own[0]?.position ?? 0
    const last = first + (attempts[0]?.batch.events.length ?? 0) - 1
    expect(positions(own), `batch ${id} is recorded once, whole`).toEqual(fromTo(first, last))
    expect(answered.length > 0 || isUncertain, `batch ${id} is recorded, and every answer is a conflict`).toBe(true)
    for (const { answer } of answered) expect(answer).toMatchObject({ first, last })
    const recorded = answered.filter(({ answer }) => !answer.repeated)
    expect(recorded.length, `batch ${id} is answered as new`).toBeLessThanOrEqual(1)
    if (!isUncertain) expect(recorded.length, `batch ${id} is answered as new`).toBe(1)
    for (const { batch } of recorded) {
      expect(batch.condition.after, `batch ${id} follows what its decision saw`).toBeLessThan(first)
      expect(isTouched(events, batch, first - 1), `batch ${id} is recorded against its condition`).toBe(false)
    }
  }

  for (const { answer, batch } of answers) {
    if (answer === "interrupted" || isRecorded(answer)) continue
    expect(answer.head).toBeLessThanOrEqual(events.length)
    const isJustified = batch.condition.after > answer.head || isTouched(events, batch, answer.head)
    expect(isJustified, `batch ${batch.batch} conflicts with nothing`).toBe(true)
  }

  for (const reader of reads) {
    let seen = 0
    for (const read of reader) {
      expect(read.length, "a reader sees no event vanish").toBeGreaterThanOrEqual(seen)
      expect(read, "a reader sees a prefix of the plan").toEqual(events.slice(0, read.length))
      seen = read.length
    }
  }
  for (const { after, events: own } of received) {
    expect(positions(own), `a subscriber after ${after} receives each event once`).toEqual(
      fromTo(after + 1, events.length)
    )
    expect(own).toEqual(events.slice(after))
  }
}
