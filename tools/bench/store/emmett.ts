/**
 * The peer: Emmett's PostgreSQL event store, as its documentation uses it.
 */
import type { Event } from "@event-driven-io/emmett"
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
import type { Tagged } from "./plain.ts"

export interface Emmett {
  readonly append: (stream: string, events: ReadonlyArray<Event>) => Promise<unknown>
  /** Reads a whole stream in pages of this size. */
  readonly read: (stream: string, pageSize: number, fold: (event: Tagged) => void) => Promise<number>
  readonly close: () => Promise<void>
}

export const emmett = async (url: string): Promise<Emmett> => {
  const store = getPostgreSQLEventStore(url)
  await store.schema.migrate()
  return {
    append: (stream, events) => store.appendToStream(stream, [...events]),
    read: async (stream, pageSize, fold) => {
      let from = 1n
      for (;;) {
        const { events } = await store.readStream(stream, { from, maxCount: BigInt(pageSize) })
        for (const { data } of events) fold(data as unknown as Tagged)
        from += BigInt(events.length)
        if (events.length < pageSize) return Number(from) - 1
      }
    },
    close: () => store.close()
  }
}
