/**
 * What Frist says of evidence, in English.
 */
import type { svEvidence } from "./svEvidence.ts"

const flaws: (typeof svEvidence)["flaws"] = {
  plan: "the event is of another plan",
  position: "the event is missing or out of its place",
  unreadable: "the row is no event",
  leaf: "the event does not fit its hash: it was changed",
  removed: "the content is missing, and no later decision removed it",
  clock: "the event was recorded before the one ahead of it",
  batch: "the event is in a batch that somebody else recorded, or at another time"
}

const faults: (typeof svEvidence)["faults"] = {
  unreadable: "cannot be read as a checkpoint",
  origin: "is of another log",
  beyond: (range) => `is of more events than the log has: ${range} missing`,
  root: (range) => `has another root: something among ${range} was changed since`,
  signature: "bears a signature that is not the key's"
}

export const enEvidence: typeof svEvidence = {
  flaws,
  faults,
  events: (from, to) => (from === to ? `event ${from}` : `events ${from}–${to}`),
  reading: (events) => `Verifying: ${events} …`,
  logHolds: (plan, events) => `The log of plan ${plan} holds: ${events}, unaltered and in order.`,
  root: (root) => `The root is ${root}`,
  brokenAt: (position, flaw) => `Event ${position}: ${flaw}.`,
  stopped: "The events after it could not be examined.",
  many: (n) => `More than ${n} events do not hold; only the first are shown.`,
  kept: (size) => `The checkpoint kept at event ${size}`,
  keptUnreadable: "A checkpoint that was kept",
  given: (name, size) => `The checkpoint in ${name}, at event ${size},`,
  checkpointHolds: (which) => `${which} holds: the events up to it are the same.`,
  rootFits: (which) => `${which} fits the stored hashes, but not all events do.`,
  signedBy: (name) => `It is signed by ${name}.`,
  checkpointFails: (which, fault) => `${which} ${fault}.`,
  erased: (events) => `Redacted: the content of ${events}; the evidence of them stands.`,
  unerased: (positions) =>
    `Decided and not redacted yet: event ${positions}; run frist redact again with the same decision.`,
  holdsNot: (plan) => `The log of plan ${plan} does not hold; keep it as it is, and compare it with a backup.`,
  notSigned: (name) => `No checkpoint is signed by ${name}; check the key.`,
  notAKey: (words) => `"${words}" is no key to verify with; it is written name+id+key, as frist seal shows it.`,
  noSigner: (file) => `The file ${file} has no Ed25519 key; make one with openssl genpkey -algorithm ed25519.`,
  noCheckpoint: (file) =>
    `There is no checkpoint in ${file}: no line with the log's name, the number of events and the root; name a report or a checkpoint.`,
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
    `Written to ${file}: ${events} of plan ${plan}, with checkpoints and the page verify.html, which verifies all of it.`,
  page: {
    title: "Verify a log",
    lead: "Choose the bundle (the ZIP file) that this page came in. Everything is verified here in the browser; nothing is sent anywhere.",
    bundle: "The bundle",
    against: "A report or checkpoint from earlier, if you have one",
    key: "The key to verify signatures with, if you have it (name+id+key)",
    waiting: "No bundle is chosen.",
    working: "Verifying …",
    good: "Everything holds.",
    bad: "Something does not hold.",
    notABundle: "The file is no bundle from frist bundle, or was changed",
    altered: (name) => `The file ${name} was changed, is missing or does not belong there`,
    archive: "The bundle was changed: it is not written as frist bundle writes",
    logLine: (line) => `log.ndjson, line ${line}: the line was changed`,
    files: (n) => `${n} files fit their checksums.`,
    noReport: "No earlier report was chosen: this only shows that the bundle is consistent with itself.",
    noKey: "No key was given: no signature is verified.",
    signed: (which, name) => `${which} is signed by ${name}.`,
    limits:
      "Nothing is shown of events after the last checkpoint that left the house, and nothing of whether what was recorded is true. Have the key from somebody other than who gave you the bundle. Trust this page only if you have it from somebody you trust."
  }
}
