/**
 * Upcasters: pure functions that bring events of older stored forms to the current one, one for each change of the form.
 * Stored bytes never change; they are read through these.
 */

/** A stored event before it is checked. */
type Stored = Readonly<Record<string, unknown>>

/** One change of the form of one event type: which stored events are older, and what they become. */
export interface Upcaster {
  readonly type: string
  readonly isOlder: (stored: Stored) => boolean
  readonly up: (stored: Stored) => Stored
}

/** All upcasters, in the order of the changes. There is none yet: the stored form has not changed. */
const upcasters: ReadonlyArray<Upcaster> = []

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * Returns a stored event in the current form. A value that is not an event is returned unchanged, for the decoder to
 * refuse.
 */
export const upcast = (stored: unknown, by: ReadonlyArray<Upcaster> = upcasters): unknown => {
  if (by.length === 0 || !isStored(stored)) return stored
  return by.reduce<Stored>(
    (event, { isOlder, type, up }) => (event["_tag"] === type && isOlder(event) ? up(event) : event),
    stored
  )
}
