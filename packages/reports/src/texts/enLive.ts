/**
 * What a served page says beside the report, in English.
 */
import type { svLive } from "./svLive.ts"

/** The texts of a served page, in English. */
export const enLive: typeof svLive = {
  current: "This page is kept up to date.",
  updated: (clock) => `Updated at ${clock}.`,
  lost: (clock) => `The connection is lost. The page shows the plan as of ${clock}, and is retrying.`,
  clock: (hour, minute) => `${hour}:${minute}`,
  links: "More ways to follow the plan",
  calendar: "Calendar (iCalendar)",
  feed: "Changed deadlines (Atom)",
  api: "API (OpenAPI)",
  board: "Back to the plan",
  present: "The plan today",
  activity: "The activity",
  moves: "How the deadline has changed",
  unmoved: "The deadline has not changed.",
  changed: (words) => `Changed ${words}.`,
  reported: "The deadline at each review",
  movesCaption: "Each change of the deadline",
  followUps: "The follow-up",
  followUpsCaption: "What has been written, latest first",
  noFollowUps: "No follow-up has been written.",
  column: { on: "Day", kind: "Kind", why: "Reason, decision or quotation", text: "Text", source: "Source" },
  kind: { moved: "moved", movedAtLeast: "moved at least once", approved: "approved" },
  waitsFor: "Waits for",
  notFound: "There is no page here.",
  noActivity: (id) => `There is no activity “${id}” in the plan on that day.`,
  notADay: (words) => `asOf is no day that exists: “${words}”. Write the day YYYY-MM-DD, as in ?asOf=2024-06-17.`,
  dayTwice: "The address has asOf more than once. Give one day.",
  unknownParameter: (name) =>
    `The address has an unknown parameter: “${name}”. Only asOf can be given here, as in ?asOf=2024-06-17.`,
  noParameters: (name) => `This address takes no parameters. Remove “${name}”.`,
  readOnly: "This page is read-only. Use GET.",
  notThisHost: (host) =>
    `This server does not answer for “${host}”. Use the address that frist serve printed, or give the visitors' address with --url.`,
  busy: "The server has too many readers at once. Try again later.",
  failed: "The plan cannot be read just now. Try again; the cause is shown in the server's terminal.",
  calendarName: (plan) => `${plan}: deadlines`,
  feedTitle: "changed deadlines",
  moved: (name) => `${name}: changed deadline`,
  approved: (name) => `${name}: approved deadline`,
  fromTo: (from, to, slip) => `From ${from} to ${to}: ${slip}.`,
  reason: (words) => `Reason: ${words}`,
  decision: (words) => `Decision: ${words}`,
  asWritten: (words) => `Date as in the document: ${words}`,
  original: (words) => `Original deadline: ${words}`,
  moveCount: (words) => `Changes: ${words}`
}
