/**
 * Reads, decodes and folds a million events in order.
 */
import { ActivityId } from "@frist/domain/Names"
import { paired, type Row } from "../paired.ts"
import { eventAt } from "../plan.ts"
import type { Emmett } from "./emmett.ts"
import type { fristLog } from "./frist.ts"
import type { Plain, Tagged } from "./plain.ts"

const total = Number(process.env["FRIST_BENCH_EVENTS"] ?? 1_000_000)
/** As many batches of one event, recorded this many at once. */
const single = Math.min(total, 100_000)
const atOnce = 500
/** An activity that no event is about, so that none of them is in the way of another. */
const nobody = ActivityId.make("nobody")
/** The peer takes minutes for a million events, so it reads a part and its time is multiplied. */
const share = 10
const size = 2000

/** Counts the events of each type: the least work that reads every event. */
const count = (counts: Map<string, number>) => (tag: string) => void counts.set(tag, (counts.get(tag) ?? 0) + 1)

const tagged = (run: (fold: (event: Tagged) => void) => Promise<unknown>) => async () => {
  const counts = new Map<string, number>()
  const fold = count(counts)
  await run(({ _tag }) => fold(_tag))
  if (counts.size !== 1) throw new Error("The stream has events of another type.")
}

export const reading = async (
  plain: Plain,
  peer: Emmett,
  frist: Awaited<ReturnType<typeof fristLog>>
): Promise<ReadonlyArray<Row>> => {
  for (let first = 0; first < total; first += size) {
    const events = Array.from({ length: size }, (_, n) => eventAt(50 + first + n, 50))
    await plain.insertMany(
      0,
      "read",
      first + 1,
      events.map(({ event }) => JSON.stringify(event))
    )
    await frist.append("read", first, [], events)
    if (first < total / share) {
      await peer.append(
        "emmett-read",
        events.map(({ event }) => ({ type: event._tag, data: event }))
      )
    }
  }
  for (let first = 0; first < single; first += atOnce) {
    const events = Array.from({ length: atOnce }, (_, n) => eventAt(50 + first + n, 50))
    await plain.insertMany(
      0,
      "singly",
      first + 1,
      events.map(({ event }) => JSON.stringify(event))
    )
    await Promise.all(events.map((each) => frist.append("singly", first, [nobody], [each])))
  }
  await plain.query("vacuum analyze")
  const fristly = (name: string, events: number) => async () => {
    const counts = new Map<string, number>()
    const fold = count(counts)
    await frist.read(name, ({ type }) => fold(type))
    if (counts.get("DeadlineMoved") !== events) throw new Error("Not every event was read.")
  }
  const measured = await paired(
    7,
    ["plain, pages of 5000", tagged((fold) => plain.read("read", fold))],
    [
      "Emmett, pages of 10,000",
      async () => {
        const started = performance.now()
        await tagged((fold) => peer.read("emmett-read", 10_000, fold))()
        return (performance.now() - started) * share
      }
    ],
    ["Frist, batches of 2000, decoded and folded", fristly("read", total)]
  )
  const singly = await paired(
    7,
    ["plain, pages of 5000", tagged((fold) => plain.read("singly", fold))],
    ["Frist, batches of 1, decoded and folded", fristly("singly", single)]
  )
  return [...measured, ...singly]
}
