/**
 * The sheets that ask those who are responsible, in English.
 */
import type { svAsking } from "./svAsking.ts"

/** The texts of a sheet that asks, in English. */
export const enAsking: typeof svAsking = {
  subtitle: (responsible: string | null, day: string) =>
    responsible === null
      ? `Questions about rows that nobody is responsible for, for the review of ${day}`
      : `Questions to ${responsible}, for the review of ${day}`,
  asked: (by: string, answersBy: string) => `${by} asks. Answer by ${answersBy}.`,
  noResponsible: "The plan names nobody as responsible for these rows. Write who is, if you know.",
  how: {
    heading: "How to answer",
    where:
      "The white columns show what the plan says now. Write in the yellow ones, which begin with Answer, and only there.",
    unchanged:
      "If nothing has changed in a row, write Unchanged as its status, so that the row counts as answered. Leave the rest empty.",
    status: "Status: In progress, Delayed, Completed with its day (Completed 2024-11-30) or Discontinued.",
    deadline:
      "New date: write the date and the reason. It becomes a request that somebody decides. The date in the plan stays until then.",
    tab: (name: string) => `Answer on the sheet ${name}; choose it at the bottom of the window.`,
    back: (by: string) =>
      `Save the file and send it back to ${by}. You may answer several times, and the file may have another name.`,
    shared: (row: string, others: string) => `${others} may also answer row ${row}.`
  },
  heading: {
    number: "Row",
    activity: "Activity",
    deadline: "Date",
    status: "Status",
    followUp: "Follow-up",
    answeredStatus: "Answer: status",
    answeredFollowUp: "Answer: what is new",
    answeredDeadline: "Answer: new date",
    answeredReason: "Answer: reason for the new date",
    answeredResponsible: "Answer: responsible"
  },
  statuses: ["Unchanged", "In progress", "Delayed", "Completed", "Discontinued"],
  prompt: {
    status: "Unchanged, In progress, Delayed, Completed with its day (Completed 2024-11-30) or Discontinued.",
    followUp: "What has happened since the follow-up on the left was written.",
    newDeadline: "A date, such as 2025-06-30, only if you request a new one.",
    reason: "Why the date has to be moved.",
    responsible: "Who is responsible, if you know."
  },
  moved: (from: string, to: string) => `${from}\nnew date:\n${to}`,
  sheet: { how: "How to answer", rows: "Answers", mark: "Mark" },
  mark: "Leave this box as it is. It says which rows the answers are for.",
  empty: "No rows."
}
