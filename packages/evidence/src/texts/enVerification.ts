/**
 * Messages about verification, in English.
 */
import type { svVerification } from "./svVerification.ts"

const flaws: (typeof svVerification)["flaws"] = {
  plan: "the event is of another plan",
  unreadable: "the row is not an event",
  leaf: "the event does not match its hash: it was changed",
  removed: "the content is missing, and no later decision removed it",
  clock: "the event was recorded earlier than the one before it",
  ahead: "the event has a time in the future",
  batch: "the batch of the event has another actor or another time",
  checkpoint: "the checkpoint that is kept there does not match the events",
  edition: "the event names other cells than those that are kept",
  root: "the event of the move names another root than that of the events before it"
}

const faults: (typeof svVerification)["faults"] = {
  unreadable: "cannot be read as a checkpoint",
  origin: "belongs to another log",
  beyond: (range) => `covers events that the log does not have: ${range} missing`,
  root: (range) => `has another root: something among ${range} was changed since`,
  signature: "has a signature that the key did not make"
}

/** The English messages. */
export const enVerification: typeof svVerification = {
  flaws,
  faults,
  events: (from, to) => (from === to ? `event ${from}` : `events ${from}–${to}`),
  logHolds: (plan, events) => `The log of plan ${plan} is intact: ${events}, unaltered and in order.`,
  missing: (from, to) => (from === to ? `Event ${from} is missing.` : `Events ${from}–${to} are missing.`),
  misplaced: (from, to) => (from === to ? `Event ${from} is out of place.` : `Events ${from}–${to} are out of place.`),
  brokenAt: (position, flaw) => `Event ${position}: ${flaw}.`,
  brokenEvent: (position, name, flaw) => `Event ${position} (${name}): ${flaw}.`,
  ofPlan: "about the plan",
  kept: (size) => `The checkpoint kept at event ${size}`,
  given: (name, size) => `The checkpoint in ${name}, at event ${size},`,
  checkpointHolds: (which) => `${which} matches: the events up to it are the same.`,
  checkpointFails: (which, fault) => `${which} ${fault}.`,
  erased: (events) => `Redacted: the content of ${events}; their evidence is intact.`,
  editionsHold: (n) =>
    n === 1
      ? "The cells of 1 edition are those that the log names."
      : `The cells of ${n} editions are those that the log names.`,
  editionsErased: (n) =>
    n === 1 ? "Cells of 1 edition are erased, and missing." : `Cells of ${n} editions are erased, and missing.`,
  editionMissing: (sum) => `The cells of document ${sum} are missing, although the log says that they are kept.`,
  editionAltered: (sum) => `The cells of document ${sum} are not those that the log names.`,
  notSigned: (name) => `No checkpoint is signed by ${name}; check the key.`,
  notAKey: (words) => `"${words}" is not a key; write name+id+key, as frist seal prints it.`,
  textDiffers: (file, after, found, made) =>
    `The text of ${file} differs from the log: after “${after}” it says “${found}”, but the log gives “${made}”.`,
  fileDiffers: (file) =>
    `The file ${file} differs from the log: its words are the same, but something else was changed.`,
  noCheckpoint: (file) =>
    `There is no checkpoint in ${file}: no line with the log's name, the number of events and the root; give a report or a checkpoint.`,
  page: {
    title: "Verify a log",
    lead: "Choose the bundle (the ZIP file) that this page came in. Everything is verified here in the browser; nothing is sent anywhere.",
    bundle: "The bundle",
    against: "A report or checkpoint from earlier, if you have one",
    key: "The key for verifying signatures, if you have it (name+id+key)",
    waiting: "No bundle is chosen.",
    working: "Verifying …",
    good: "Everything is intact.",
    part: "The log is intact, but not everything in the bundle was examined.",
    bad: "Something fails verification.",
    notABundle: "The file is not a bundle from frist bundle, or was changed",
    altered: (name) => `The file ${name} was changed, is missing or does not belong there`,
    logCutOff: (line) =>
      `log.ndjson, line ${line}: the file ends before the log does, because its last line is missing or cut off`,
    logLine: (line) => `log.ndjson, line ${line}: the line was changed`,
    files: (n) => `${n} ${n === 1 ? "file matches its checksum" : "files match their checksums"}.`,
    noReport: "No earlier report was chosen: this only shows that the bundle is consistent with itself.",
    noText:
      "The text of the earlier report was not examined, only its checkpoint. Whoever has the log compares the text with frist verify --against.",
    noTables:
      "The tables (CSV) and the page verify.html were not compared with the log. What is proven is in log.ndjson.",
    made: (n, command) =>
      `${n} ${n === 1 ? "file" : "files"}, the tables (CSV) and the page verify.html, are those that the log gives: they were made again with ${command} and compared.`,
    notMade: {
      version: (program) =>
        `The tables (CSV) and the page verify.html were not examined, since another version made the bundle (${program}): whoever packs the bundle again can change them. What is proven is in log.ndjson.`,
      events: () =>
        "The tables (CSV) and the page verify.html were not examined, since the log has events that Frist cannot read; verify the log where it is kept with frist verify.",
      command: () =>
        "The tables (CSV) and the page verify.html were not examined, since the bundle does not say how they were made: whoever packs the bundle again can change them. What is proven is in log.ndjson."
    },
    noKey: "No key was given: no signature is verified.",
    signed: (which, name) => `${which} is signed by ${name}.`,
    limits:
      "This shows nothing about events after the last checkpoint that was handed out, nor whether what was recorded is true. Get the key from someone other than the person who gave you the bundle. Trust this page only if you got it from someone you trust."
  }
}
