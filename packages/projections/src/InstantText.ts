/**
 * Instants as views show them.
 */

/** The instant that was written last: the events of a batch have the same. */
let [lastInstant, lastText] = [0, "1970-01-01T00:00:00.000Z"]

/** Returns an instant, in milliseconds since 1970, in ISO 8601. */
export const instantText = (instant: number): string => {
  if (instant !== lastInstant) [lastInstant, lastText] = [instant, new Date(instant).toISOString()]
  return lastText
}
