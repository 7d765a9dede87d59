/**
 * The outcomes of commands, in English.
 */
import type { svOutcomes } from "../sv/svOutcomes.ts"

/** A sentence for each outcome of a command, in English. */
export const enOutcomes: typeof svOutcomes = {
  imported: (rows, events, heldOn) => `Read: ${rows}. Recorded: ${events}, review of ${heldOn}.`,
  wouldImport: (rows, events, heldOn) =>
    `Read: ${rows}. Would record: ${events}, review of ${heldOn}. Nothing was stored.`,
  otherDay: (day) => `Note: this file is already recorded for the review of ${day}.`,
  backDated: (day) => `Note: there is a later review, of ${day}. This edition is recorded on its own day.`,
  farReview: (day, nearest, days) =>
    `Note: ${day} is ${days} days from the nearest review, ${nearest}. Check the day before the report is passed on.`,
  notAReview: (day, nearest) =>
    `Note: no review is recorded on ${day}${nearest === null ? "" : `; the nearest is ${nearest}`}. The report shows how things stand on that day.`,
  titleKept: (title) => `Note: the plan keeps its title, “${title}”.`,
  proposed: (file) => `The proposals are in ${file}. Read and edit them, then record them with frist apply ${file}.`,
  applied: (events, heldOn) => `Proposals recorded: ${events}, review of ${heldOn}.`,
  alreadyApplied: "These proposals are already recorded. Nothing was stored.",
  nothingNew: "This edition is already recorded. Nothing was stored.",
  reported: (file) => `Report written to ${file}.`,
  leftOut: (n) =>
    n === 1 ? "1 row was left out; the findings say why." : `${n} rows were left out; the findings say why.`,
  recorded: (events, first, last) =>
    first === last ? `Recorded as event ${first}.` : `Recorded: ${events}, numbers ${first}–${last}.`,
  migrated: (from, to) =>
    from === 0 ? `Created the tables, version ${to}.` : `Migrated the tables from version ${from} to ${to}.`,
  upToDate: (version) => `The tables are already at version ${version}. There was nothing to do.`,
  partitionsFixed: "Note: the number of partitions is fixed when the tables are created, and is unchanged.",
  fileItself: (from, to) =>
    `A file is created and migrated automatically. This one ${from === to ? `is at version ${to}` : `went from version ${from} to ${to}`}.`,
  fileLater: (file) =>
    `A file is created and migrated automatically. ${file} will be created when something is first recorded.`,
  unchanged: "No change. Nothing was stored.",
  rows: ({ completed, discontinued, milestones, ongoing }) =>
    [
      `${ongoing} ongoing`,
      `${completed} completed`,
      ...(discontinued === 0 ? [] : [`${discontinued} ended without a result`]),
      `${milestones} ${milestones === 1 ? "milestone" : "milestones"}`
    ].join(", "),
  besides: (rows, leftOut) =>
    leftOut === 0 ? rows : `${rows}. Left out: ${leftOut === 1 ? "1 row" : `${leftOut} rows`}`
}
