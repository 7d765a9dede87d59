/**
 * From events as older versions stored them to events as they are now: small pure functions, one for each change that was
 * ever made to the stored form. What is stored is never changed; it is read through these.
 */

/** An event as its stored bytes say, before anything is believed of it. */
type Stored = Readonly<Record<string, unknown>>

/** One change of one type of event: which stored events are of the form before it, and what they become. */
export interface Upcaster {
  readonly type: string
  readonly isOlder: (stored: Stored) => boolean
  readonly up: (stored: Stored) => Stored
}

/** In the order in which the changes were made. So far there is none: every event ever released reads as it stands. */
const upcasters: ReadonlyArray<Upcaster> = []

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The event in the form of today, by each change that came after it. Anything else is left for the decoder to refuse. */
export const upcast = (stored: unknown, by: ReadonlyArray<Upcaster> = upcasters): unknown => {
  if (by.length === 0 || !isStored(stored)) return stored
  return by.reduce<Stored>(
    (event, { isOlder, type, up }) => (event["_tag"] === type && isOlder(event) ? up(event) : event),
    stored
  )
}
