/**
 * Appends of one and of a hundred events, by one writer and by sixteen, to separate plans and to one.
 */
import { ActivityId } from "@frist/domain/Names"
import { paired, type Row } from "../paired.ts"
import { eventAt } from "../plan.ts"
import type { Emmett } from "./emmett.ts"
import type { fristLog } from "./frist.ts"
import type { Plain } from "./plain.ts"
import type { processes } from "./processes.ts"

export const writers = 16
const rounds = 7

/** Deadline moves of about 300 bytes, made before the measurement. */
const events = Array.from({ length: 5000 }, (_, n) => eventAt(50 + n, 50))
const event = (n: number) => events[n % events.length] ?? eventAt(n, 50)
const some = (first: number, size: number) => Array.from({ length: size }, (_, n) => event(first + n))

const everyWriter = (run: (writer: number) => Promise<unknown>) => async () => {
  await Promise.all(Array.from({ length: writers }, (_, writer) => run(writer)))
}
const times = async (count: number, run: () => Promise<unknown>) => {
  for (let n = 0; n < count; n += 1) await run()
}

export const appending = async (
  plain: Plain,
  peer: Emmett,
  frist: Awaited<ReturnType<typeof fristLog>>,
  others: Awaited<ReturnType<typeof processes>>
): Promise<ReadonlyArray<Row>> => {
  const heads = new Map<string, number>()
  const grow = (name: string, size: number): number => {
    const head = heads.get(name) ?? 0
    heads.set(name, head + size)
    return head
  }
  const plainly = (writer: number, name: string, size: number) => {
    const first = grow(`plain ${name}`, size) + 1
    const jsons = some(first, size).map((each) => JSON.stringify(each.event))
    return size === 1 ? plain.insert(writer, name, first, jsons[0] ?? "") : plain.insertMany(writer, name, first, jsons)
  }
  const emmettly = (name: string, size: number) =>
    peer.append(
      name,
      some(grow(`emmett ${name}`, size), size).map(({ event: data }) => ({ type: data._tag, data }))
    )
  const fristly = (name: string, size: number) => {
    const after = grow(name, size)
    return frist.append(name, after, [], some(after, size))
  }
  /** On one plan, each writer decides about a different activity, on the state it last read. */
  let seen = 0
  const shared = everyWriter(async (writer) => {
    const activity = ActivityId.make(`aktivitet-${writer}`)
    let after = seen
    for (let n = 0; n < 30; n += 1) {
      after = (await frist.append("shared", after, [activity], [{ ...event(n), activity }])).last
    }
    seen = Math.max(seen, after)
  })

  return [
    ...(await paired(
      rounds,
      ["plain, one event, 1 writer", () => times(200, () => plainly(0, "one", 1))],
      ["Emmett", () => times(200, () => emmettly("one", 1))],
      ["Frist", () => times(200, () => fristly("one", 1))]
    )),
    ...(await paired(
      rounds,
      ["plain, one event, 16 writers", everyWriter((writer) => times(30, () => plainly(writer, `s${writer}`, 1)))],
      ["Emmett", everyWriter((writer) => times(30, () => emmettly(`s${writer}`, 1)))],
      ["Frist", everyWriter((writer) => times(30, () => fristly(`s${writer}`, 1)))],
      ["Frist, 16 at once on one plan", shared]
    )),
    ...(await paired(
      rounds,
      ["plain, one event, 16 writers in four processes", () => others.write("plain")],
      ["Frist, on 16 plans", () => others.write("frist")]
    )),
    ...(await paired(
      rounds,
      ["plain, 100 events, 16 writers", everyWriter((writer) => times(4, () => plainly(writer, `m${writer}`, 100)))],
      ["Emmett", everyWriter((writer) => times(4, () => emmettly(`m${writer}`, 100)))],
      ["Frist", everyWriter((writer) => times(4, () => fristly(`m${writer}`, 100)))]
    ))
  ]
}
