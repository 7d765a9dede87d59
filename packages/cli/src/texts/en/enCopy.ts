/**
 * Messages about copies of a log, in English.
 */
import type { svCopy } from "../sv/svCopy.ts"

const faults: (typeof svCopy)["faults"] = {
  unread: (where, detail) => `${where} the file cannot be read (${detail}); check the file and its permissions.`,
  empty: (where) => `${where} the file is empty; give a file that frist export wrote.`,
  notACopy: (where) => `${where} the file is not marked as a copy of a Frist log; give a file that frist export wrote.`,
  packed: (where) =>
    `${where} the file is not marked as a copy of a Frist log: it is packed; unpack it and give the file that frist export wrote, or log.ndjson of a bundle.`,
  version: (where, version) => `${where} the copy has version ${version}, unknown to this Frist; upgrade Frist.`,
  byteOrderMark: (where) =>
    `${where} there is an unexpected byte order mark; use a copy that no other program has saved.`,
  lineEnds: (where) => `${where} the line ends in CR LF instead of LF; use a copy that no other program has saved.`,
  notText: (where) => `${where} the line is not UTF-8; use a copy that no other program has saved.`,
  tooLong: (where) => `${where} the line is longer than any event can be; use another copy.`,
  tooLarge: (where, megabytes) =>
    `${where} the kept editions become larger than ${megabytes} MB together; use another copy.`,
  notJson: (where, detail) => `${where} the line is not JSON (${detail}); use another copy.`,
  fields: (where, detail) => `${where} the line does not have the expected fields (${detail}); use another copy.`,
  otherForm: (where) =>
    `${where} the line is not in the form that frist export writes (each field once, in order, without spaces); use another copy.`,
  count: (where, stated, found) => `${where} the copy should have ${stated} events but has ${found}; use another copy.`,
  checkpoint: (where) => `${where} the checkpoint does not match the plan at that event; use another copy.`,
  root: (where) =>
    `${where} the root does not follow from the events: something was changed or belongs to another log; use another copy.`,
  sum: (where) => `${where} the checksum does not match: something in the file was changed; use another copy.`,
  cutOff: (where) => `${where} the file ends before the copy is complete; use a complete copy.`,
  afterEnd: (where) => `${where} there is something after the end of the copy; use another copy.`,
  otherPlan: (where, found, plan) =>
    `${where} a copy of plan ${found} begins, but the previous copy is of ${plan}; give copies of one plan.`,
  begins: (where, found, next) =>
    `${where} the copy begins at event ${found}, but ${next} is next; give the copies in order, from event 1.`
}

const flaws: (typeof svCopy)["flaws"] = {
  plan: (where) => `${where} the event belongs to another plan; use another copy.`,
  position: (where, position) => `${where} event ${position} is missing; use a copy that is complete and in order.`,
  unreadable: (where) => `${where} the event cannot be read; use another copy.`,
  leaf: (where) => `${where} the event does not match its hash: it was changed; use another copy.`,
  removed: (where) => `${where} the content is missing, and no later decision redacted it; use another copy.`,
  clock: (where) => `${where} the event was recorded earlier than the one before it; use another copy.`,
  ahead: (where) => `${where} the event was recorded in the future; use another copy.`,
  batch: (where) =>
    `${where} the event belongs to a batch that had ended, or that someone else recorded; use another copy.`,
  checkpoint: (where) =>
    `${where} a kept checkpoint does not match the events: something was changed; see the errors with frist verify.`,
  edition: (where) =>
    `${where} the kept cells are not those that the event names: something was changed; see the errors with frist verify.`,
  root: (where) =>
    `${where} the event of the move names another root than that of the events before it; see the errors with frist verify.`
}

/** Messages about copies of a log, in English. */
export const enCopy: typeof svCopy = {
  faults,
  flaws,
  at: (file, line) => `In ${file}, line ${line},`,
  inLog: (position) => `In the log, at event ${position},`,
  exported: (events, plan, file) => `Exported to ${file}: ${events} of plan ${plan}.`,
  restored: (events, plan) => `Restored: ${events} of plan ${plan}.`,
  relocated: (events, plan, to) => `Moved: plan ${plan} is now in ${to}. The log here is closed after ${events}.`,
  occupied: (plan, to) => `${to} already has another plan ${plan}; give a database without that plan.`,
  root: (size, root) => `The root at event ${size} is ${root}`,
  notEmpty: (plan, events) =>
    `Plan ${plan} already has ${events} and will not be overwritten; give a database without that plan.`,
  otherPlan: (plan, asked) =>
    `The copy is of plan ${plan} and cannot be restored as ${asked}; omit --plan, or give that plan.`,
  ownerOnly: (database) =>
    `Only the owner of the tables can restore into ${database}; ask for the role frist_owner, or for help.`,
  beyond: (plan, events, from) =>
    `Plan ${plan} has ${events}, so there is nothing to export from event ${from}; give a lower number.`
}
