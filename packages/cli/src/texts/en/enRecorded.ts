/**
 * What a command recorded, in English.
 */
import { pluralOf } from "@frist/reports/words/Plural"
import type { svRecorded } from "../sv/svRecorded.ts"

const some = pluralOf("en")
const quoted = (words: string | null) => (words === null ? "nothing" : `“${words}”`)
const due = (deadline: string | null) => (deadline === null ? "without a deadline" : `due ${deadline}`)

/** Sentences about what was recorded, in English. */
export const enRecorded: typeof svRecorded = {
  opened: (title, id) => `The id of the plan “${title}” is ${id}. Import a document with frist import.`,
  review: (day, title) => `The review of ${day}${title === null ? "" : `, “${title}”,`} is recorded.`,
  registered: {
    activity: (name, id, deadline) => `New activity: ${name}, ${due(deadline)}. Its id is ${id}.`,
    milestone: (name, id, deadline) => `New milestone: ${name}, ${due(deadline)}. Its id is ${id}.`
  },
  status: (name, now, before) => `${name}: status ${now}, previously ${before}.`,
  noted: (name, words) => `${name}: new follow-up note, “${words}”`,
  measured: (name, figure) => `${name}: new figure, ${figure}.`,
  waived: (finding, words, name) =>
    `The finding is waived${name === "" ? "" : ` for ${name}`}: ${finding} (“${words}”)`,
  corrected: (position, kind, before, now) =>
    `Event ${position} is corrected. Before: ${kind.toLowerCase()}, ${before}. Now: ${now}.`,
  withdrawn: (position, kind, before) => `Event ${position} is withdrawn: ${kind.toLowerCase()}, ${before}.`,
  decision: (words) => `Decision: ${words}.`,
  requested: (name, to, now) =>
    now === null
      ? `${name}: new deadline requested, ${to}. It has no deadline today.`
      : `${name}: new deadline requested, ${to} instead of ${now}. The deadline stays until the request is decided.`,
  undecided: (request) => `Decide it with frist decide ${request} granted (or refused) --decision TEXT.`,
  decided: {
    granted: (request, decision) => `Request ${request} is granted: ${decision}.`,
    refused: (request, decision) => `Request ${request} is refused: ${decision}.`
  },
  kept: (name, now) => (now === null ? `${name}: no deadline, as before.` : `${name}: the deadline stays, ${now}.`),
  moved: (name, to, from) =>
    from === null ? `${name}: deadline ${to}, previously none.` : `${name}: new deadline, ${from} → ${to}.`,
  notMoved: (name, to) => `${name}: the deadline was already ${to}.`,
  partsMoved: (n, parts) => `The deadline also moved for ${n} open ${some(n, "part", "parts")}: ${parts}.`,
  approved: (name, to, from) => `${name}: approved deadline ${to}${from === null ? "" : `, previously ${from}`}.`,
  waits: (name, on, id) =>
    `${name} waits for ${on}. That may also explain earlier moves; frist slips ${id} shows its own slip and what was waiting.`,
  waitsNoMore: (name, on, day) =>
    `${name} no longer waits for ${on} from ${day}. Earlier moves keep their explanation.`,
  neverWaited: (declaration) =>
    `If it never waited, withdraw the declaration: frist correct ${declaration} --withdraw --reason TEXT.`,
  grantStays: (id) =>
    `The new deadline and the approved one stay. If they were wrong too, withdraw them; frist history ${id} shows their numbers.`,
  linked: (milestone, name, status) => `Milestone ${milestone} stands for ${name} and has its status: ${status}.`,
  unlinked: (milestone, name, status) =>
    `Milestone ${milestone} ${name === null ? "stands for no activity" : `no longer stands for ${name}`}. Its own status is: ${status}.`,
  reworded: (name, column, now, before) => `${name}, ${column}: ${quoted(now)}, previously ${quoted(before)}.`,
  responsible: (name, now, before) => `Responsible for ${name}: ${now ?? "none"}, previously ${before ?? "none"}.`
}
