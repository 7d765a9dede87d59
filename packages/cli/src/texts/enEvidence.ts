/**
 * What the command says of evidence in English.
 */
import { enVerification } from "@frist/evidence/texts/enVerification"
import type { svEvidence } from "./svEvidence.ts"

export const enEvidence: typeof svEvidence = {
  ...enVerification,
  reading: (events) => `Verifying: ${events} …`,
  root: (root) => `The root is ${root}`,
  stopped: "The events after it could not be examined.",
  many: (n) => `More than ${n} events do not hold; only the first are shown.`,
  keptUnreadable: "A checkpoint that was kept",
  rootFits: (which) => `${which} fits the stored hashes, but not all events do.`,
  signedBy: (name) => `It is signed by ${name}.`,
  unerased: (positions) =>
    `Decided and not redacted yet: event ${positions}; run frist redact again with the same decision.`,
  holdsNot: (plan) => `The log of plan ${plan} does not hold; keep it as it is, and compare it with a backup.`,
  noSigner: (file) => `The file ${file} has no Ed25519 key; make one with openssl genpkey -algorithm ed25519.`,
  otherLog: (file, origin) => `The checkpoint in ${file} is not of ${origin}; name one of that log.`,
  notSealed: "No checkpoint was taken, for the log does not hold; see what is wrong with frist verify.",
  otherOrigin: (origin) => `In its checkpoints the log is called ${origin} and keeps that name; leave --origin out.`,
  notAnOrigin: (words) => `"${words}" cannot be the name of a log; write it without spaces and plus signs.`,
  emptyPlan: (plan) => `Plan ${plan} has no events; there is nothing to prove.`,
  beyond: (plan, events, position) =>
    `Plan ${plan} has ${events}, so ${position} cannot be proven; name an earlier one.`,
  notTwo: "Name two numbers of events, the lower first: frist prove --between 100 200.",
  notOne: "Name an activity or the number of an event.",
  noSuchEvent: (activity) => `Nothing is recorded about activity ${activity} that the checkpoint covers.`,
  eventProof: (position, plan, size) =>
    `Event ${position} of plan ${plan} was, as it stands here, among the ${size} events that the checkpoint covers.`,
  treeProof: (from, to, plan) =>
    `The first ${from} events of plan ${plan} are the same in both checkpoints; the later one has ${to}.`,
  written: (file) => `The proof is written to ${file}.`,
  notAProof: (file) => `The file ${file} is no proof from frist prove; name one that is.`,
  proofHolds: (sentence) => `The proof holds: ${sentence}`,
  proofFails: (file) => `The proof in ${file} does not hold: something in it was changed.`,
  proofElsewhere: (file, against) =>
    `The proof in ${file} leads to another checkpoint than the one in ${against}; make it with frist prove --against.`,
  redacted: (events, decision) => `Redacted on ${decision}: the content of event ${events}.`,
  mayNotErase:
    "The decision is recorded, but the login may not erase; let somebody with the role frist_eraser run the same command.",
  copies: "Backups, replicas and exports from before still have it; see docs/how-to/gallra.md.",
  readModelsFollowed: "The read models have followed: the words are not there either.",
  readModelsLeft:
    "The read models still have the words: run frist project, or see with frist doctor why they stand still.",
  stillOnServer:
    "On the server the old rows stay on disk until the table is written anew: whoever owns it runs vacuum full frist.event.",
  sameWords: (positions) => `The same text is in event ${positions} too; redact there as well if it may not stay.`,
  bundled: (events, plan, file) =>
    `Written to ${file}: ${events} of plan ${plan}, with checkpoints and the page verify.html, which verifies all of it.`
}
