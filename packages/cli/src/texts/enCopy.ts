/**
 * What Frist says of copies of a log, in English.
 */
import type { svCopy } from "./svCopy.ts"

const faults: (typeof svCopy)["faults"] = {
  unread: (where, detail) => `${where} the file cannot be read (${detail}); check it and its permissions.`,
  empty: (where) => `${where} there is nothing, the file is empty; name a file that frist export wrote.`,
  notACopy: (where) => `${where} it is not said to be a copy of a Frist log; name a file that frist export wrote.`,
  version: (where, version) =>
    `${where} the copy is said to be of version ${version}, which this Frist does not know; upgrade Frist.`,
  byteOrderMark: (where) =>
    `${where} there is a byte order mark that does not belong there; take a copy that no program saved anew.`,
  lineEnds: (where) => `${where} the line ends in CR LF instead of LF; take a copy that no program saved anew.`,
  notText: (where) => `${where} the line is not UTF-8; take a copy that no program saved anew.`,
  tooLong: (where) => `${where} the line is longer than any event can be; take another copy.`,
  notJson: (where, detail) => `${where} the line is not JSON (${detail}); take another copy.`,
  fields: (where, detail) => `${where} the line does not have the fields it should (${detail}); take another copy.`,
  otherForm: (where) =>
    `${where} the line is not written as frist export writes it (each field once, in order, without spaces); take another copy.`,
  count: (where, detail) => {
    const [said, found] = detail.split(", ")
    return `${where} the copy is said to have ${said} events, and it has ${found}; take another copy.`
  },
  checkpoint: (where) => `${where} the checkpoint is not that of the plan there; take another copy.`,
  root: (where) =>
    `${where} the root is not the one that the events give: something was changed or is of another log; take another copy.`,
  sum: (where) => `${where} the checksum does not fit: something in the file was changed; take another copy.`,
  cutOff: (where) => `${where} the file ends before the copy does; take a copy that is whole.`,
  afterEnd: (where) => `${where} something follows the end of the copy; take another copy.`,
  otherPlan: (where, detail) => {
    const [found, plan] = detail.split(", ")
    return `${where} a copy of plan ${found} begins, and the one before is of ${plan}; name copies of the same plan.`
  },
  begins: (where, detail) => {
    const [found, next] = detail.split(", ")
    return `${where} the copy begins at event ${found}, and ${next} should come; name the copies in order, from event 1.`
  }
}

const flaws: (typeof svCopy)["flaws"] = {
  plan: (where) => `${where} the event is of another plan; take another copy.`,
  position: (where, position) =>
    `${where} there is not event ${position}, which should be there; take a copy that is whole and in order.`,
  unreadable: (where) => `${where} the event cannot be read; take another copy.`,
  leaf: (where) => `${where} the event does not fit its hash: it was changed; take another copy.`,
  removed: (where) => `${where} the content is missing, and no later decision removed it; take another copy.`,
  clock: (where) => `${where} the event was recorded before the one ahead of it; take another copy.`,
  batch: (where) =>
    `${where} the event is in a batch that had ended, or that somebody else recorded; take another copy.`
}

export const enCopy: typeof svCopy = {
  faults,
  flaws,
  at: (file, line) => `In ${file}, line ${line},`,
  inLog: (position) => `In the log, at event ${position},`,
  exported: (events, plan, file) => `Written to ${file}: ${events} of plan ${plan}.`,
  restored: (events, plan) => `Restored: ${events} of plan ${plan}.`,
  root: (size, root) => `The root at event ${size} is ${root}`,
  notEmpty: (plan, events) =>
    `Plan ${plan} has ${events} already and is not written over; name a database that does not have it.`,
  otherPlan: (plan, asked) =>
    `The copy is of plan ${plan} and cannot become ${asked}; leave --plan out, or name that plan.`,
  ownerOnly: (database) =>
    `This user may not restore in ${database}, only who owns the tables may: ask for the role frist_owner, or for help.`,
  beyond: (plan, events, from) =>
    `Plan ${plan} has ${events}, so there is nothing to write from event ${from}; name an earlier one.`
}
