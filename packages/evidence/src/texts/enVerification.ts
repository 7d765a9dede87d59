/**
 * What verifying a log says in English.
 */
import type { svVerification } from "./svVerification.ts"

const flaws: (typeof svVerification)["flaws"] = {
  plan: "the event is of another plan",
  position: "the event is missing or out of its place",
  unreadable: "the row is no event",
  leaf: "the event does not fit its hash: it was changed",
  removed: "the content is missing, and no later decision removed it",
  clock: "the event was recorded before the one ahead of it",
  batch: "the event is in a batch that somebody else recorded, or at another time"
}

const faults: (typeof svVerification)["faults"] = {
  unreadable: "cannot be read as a checkpoint",
  origin: "is of another log",
  beyond: (range) => `is of more events than the log has: ${range} missing`,
  root: (range) => `has another root: something among ${range} was changed since`,
  signature: "bears a signature that is not the key's"
}

export const enVerification: typeof svVerification = {
  flaws,
  faults,
  events: (from, to) => (from === to ? `event ${from}` : `events ${from}–${to}`),
  logHolds: (plan, events) => `The log of plan ${plan} holds: ${events}, unaltered and in order.`,
  brokenAt: (position, flaw) => `Event ${position}: ${flaw}.`,
  kept: (size) => `The checkpoint kept at event ${size}`,
  given: (name, size) => `The checkpoint in ${name}, at event ${size},`,
  checkpointHolds: (which) => `${which} holds: the events up to it are the same.`,
  checkpointFails: (which, fault) => `${which} ${fault}.`,
  erased: (events) => `Redacted: the content of ${events}; the evidence of them stands.`,
  notSigned: (name) => `No checkpoint is signed by ${name}; check the key.`,
  notAKey: (words) => `"${words}" is no key to verify with; it is written name+id+key, as frist seal shows it.`,
  noCheckpoint: (file) =>
    `There is no checkpoint in ${file}: no line with the log's name, the number of events and the root; name a report or a checkpoint.`,
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
