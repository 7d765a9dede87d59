/**
 * The peer: a board kept by Emmett's own projections, one document for each activity, rebuilt and caught up as its
 * documentation does it.
 */
import type { Event } from "@event-driven-io/emmett"
import {
  getPostgreSQLEventStore,
  pongoMultiStreamProjection,
  postgreSQLEventStoreConsumer,
  rebuildPostgreSQLProjections
} from "@event-driven-io/emmett-postgresql"
import type { NewEvent } from "@frist/domain/RecordedEvent"

/** A recorded fact about an activity, as an Emmett event. */
export type Fact = Event<NewEvent["event"]["_tag"], { readonly activity: string; readonly event: NewEvent["event"] }>

export const factOf = (stream: string, { activity, event }: NewEvent): Fact =>
  ({ type: event._tag, data: { activity: `${stream}/${activity ?? ""}`, event } }) as Fact

/** A type rather than an interface, so that it is a document with any keys. */
type Shown = {
  readonly goal: string | null
  readonly forecast: string | null
  readonly status: string
  readonly moves: number
  readonly note: string | null
  readonly seen: number
}

const evolve = (shown: Shown, { data: { event } }: Fact): Shown => {
  const next = { ...shown, seen: shown.seen + 1 }
  switch (event._tag) {
    case "ActivityRegistered":
      return { ...next, goal: event.goal, forecast: event.deadline?.words ?? null }
    case "DeadlineMoved":
      return { ...next, forecast: event.to.words, moves: shown.moves + 1 }
    case "StatusChanged":
      return { ...next, status: event.to._tag }
    case "FollowUpNoted":
      return { ...next, note: event.text }
    default:
      return next
  }
}

const board = pongoMultiStreamProjection({
  collectionName: "board",
  getDocumentId: ({ data: { activity } }) => activity,
  canHandle: [
    "PlanOpened",
    "ReviewHeld",
    "ActivityRegistered",
    "DeadlineMoved",
    "StatusChanged",
    "FollowUpNoted",
    "MeasurementRecorded"
  ],
  initialState: (): Shown => ({ goal: null, forecast: null, status: "NotStated", moves: 0, note: null, seen: 0 }),
  evolve
})

export const emmettBoard = async (connectionString: string) => {
  const store = getPostgreSQLEventStore(connectionString)
  await store.schema.migrate()
  return {
    append: (stream: string, facts: ReadonlyArray<Fact>) => store.appendToStream(stream, [...facts]),
    /** Rebuilds from the first event to the last. */
    rebuild: async () => {
      const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [board] })
      await consumer.start()
      await consumer.close()
    },
    /** Keeps up until it is stopped. */
    follow: () => {
      const consumer = postgreSQLEventStoreConsumer({ connectionString })
      consumer.projector({ projection: board, connectionOptions: { connectionString } })
      const ended = consumer.start()
      return async () => {
        await consumer.close()
        await ended
      }
    },
    close: () => store.close()
  }
}
