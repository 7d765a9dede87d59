/**
 * What a command recorded, in English.
 */
import type { svRecorded } from "./svRecorded.ts"

const quoted = (words: string | null) => (words === null ? "nothing" : `“${words}”`)

/** Sentences about what was recorded, in English. */
export const enRecorded: typeof svRecorded = {
  requested: (activity, to, now) =>
    now === null
      ? `${activity}: another date requested, ${to}. It has no deadline today.`
      : `${activity}: another date requested, ${to} instead of ${now}. The deadline stays until the request is decided.`,
  undecided: (request) => `Decide it with frist decide ${request} granted (or refused) --decision TEXT.`,
  decided: {
    granted: (request, decision) => `Request ${request} is granted: ${decision}.`,
    refused: (request, decision) => `Request ${request} is refused: ${decision}.`
  },
  kept: (activity, now) =>
    now === null ? `${activity} has no deadline, as before.` : `The deadline of ${activity} stays: ${now}.`,
  moved: (activity, to, from) => `The deadline of ${activity} moved: ${from ?? "none"} → ${to}.`,
  notMoved: (activity, to) => `The deadline of ${activity} was already ${to}.`,
  partsMoved: (n, parts) =>
    n === 1 ? `1 open part moved with it: ${parts}.` : `${n} open parts moved with it: ${parts}.`,
  approved: (to, from) => `The approved baseline is now ${to}${from === null ? "" : `; it was ${from}`}.`,
  waits: (activity, on) =>
    `${activity} waits for ${on}. That may also explain earlier moves; frist slips ${activity} shows its own slip and what was waiting.`,
  waitsNoMore: (activity, on, day) =>
    `${activity} no longer waits for ${on} from ${day}. Earlier moves keep their explanation.`,
  neverWaited: (declaration) =>
    `If it never waited, withdraw that: frist correct ${declaration} --withdraw --reason TEXT.`,
  grantStays: (activity) =>
    `The move and the approved date stay. If they were wrong too, withdraw them; frist history ${activity} shows their numbers.`,
  linked: (milestone, activity, status) =>
    `Milestone ${milestone} stands for ${activity} and has its status: ${status}.`,
  unlinked: (milestone, activity, status) =>
    `Milestone ${milestone} ${activity === null ? "stands for no activity" : `no longer stands for ${activity}`}. Its own status is: ${status}.`,
  reworded: (column, now, before) => `${column}: ${quoted(now)}, before ${quoted(before)}.`,
  responsible: (activity, now, before) => `Responsible for ${activity}: ${now ?? "none"}, before ${before ?? "none"}.`
}
