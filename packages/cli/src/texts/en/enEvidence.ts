/**
 * Messages about checkpoints, proofs, bundles and redaction, in English.
 */
import { enVerification } from "@frist/evidence/texts/enVerification"
import type { svEvidence } from "../sv/svEvidence.ts"

/** Messages about evidence, in English. */
export const enEvidence: typeof svEvidence = {
  ...enVerification,
  reading: (events) => `Verifying: ${events} …`,
  root: (root) => `The root is ${root}`,
  stopped: "The events after the one of another plan were not verified.",
  many: (n) => `More than ${n} events fail verification; only the first are shown.`,
  keptUnreadable: "A kept checkpoint",
  triggersMissing: (names) =>
    `Warning: guards against changes are missing or altered in the database (${names}); see frist doctor.`,
  remains: {
    fileNotRewritten:
      "Warning: the file may still hold redacted text, because it was not rewritten; make room on the disk, close the programs that read the file, and run frist redact again with the same decision.",
    rowsNotRewritten:
      "Warning: the server's disk still holds rows with redacted text; frist doctor names the tables and says what to do."
  },
  keptHold: (n, size) => `${n} kept checkpoints match, the latest at event ${size}.`,
  moreCheckpoints: (n) => `Another ${n} checkpoints are shown with --format json.`,
  ofOtherPlan: (file, plan) => `${file} belongs to plan ${plan} and was not verified here.`,
  giveOtherPlan: (file, plan) => `${file} belongs to plan ${plan}; verify it with --plan ${plan}.`,
  rootFits: (which) => `${which} matches the stored hashes, but not every event does.`,
  textEqual: (file) => `The text of ${file} matches the log: the report was made again and compared.`,
  textNotCompared: (file, why) => `The text of ${file} was not compared, since ${why}.`,
  notComparedSince: {
    version: (program) => `another version made the report (${program || "unknown"})`,
    arguments: () => "the report does not say how frist report makes it again for this plan",
    converted: (program) => `another program saved it again (${program})`,
    redacted: () => "it differs from the log, but content may have been redacted since it was made"
  },
  reportAltered: (files) =>
    `The log is intact, but the report ${files} does not say what the log says; make a new one with frist report.`,
  reportNotExamined: (files) =>
    `The log is intact, but the text of ${files} was not compared; compare it by hand with a new one from frist report.`,
  bundleBroken: (file) =>
    `The bundle ${file} fails verification; keep it as it is, and ask someone else for a new one.`,
  bundleNotExamined: (file) =>
    `The log in the bundle ${file} is intact, but not everything in it was examined; trust only what was, or make it again with frist bundle.`,
  oneAtATime: "Give either --bundle or --proof; verify the other file by itself.",
  signedBy: (name) => `It is signed by ${name}.`,
  unerased: (positions) =>
    `Decided but not yet erased: event ${positions}; run frist redact again with the same decision.`,
  cellsBroken: (plan) =>
    `The log of plan ${plan} is intact, but not the cells that are kept with it; keep the database as it is, and compare it with a backup.`,
  logBroken: (plan) => `The log of plan ${plan} fails verification; keep it as it is, and compare it with a backup.`,
  noSigner: (file) => `The file ${file} has no Ed25519 key; create one with openssl genpkey -algorithm ed25519.`,
  otherLog: (file, origin) => `The checkpoint in ${file} is not of ${origin}; give a checkpoint of that log.`,
  notSealed: "The log fails verification, so no checkpoint was taken; find the fault with frist verify.",
  otherOrigin: (origin) => `The log is already called ${origin} in its checkpoints and keeps that name; omit --origin.`,
  notAnOrigin: (words) => `“${words}” is not a valid name for a log; write it without spaces or plus signs.`,
  emptyPlan: (plan) => `Plan ${plan} has no events, so there is nothing to prove.`,
  beyond: (plan, events, position) =>
    `Plan ${plan} has ${events}, so ${position} cannot be proved; give a lower number.`,
  notTwo: "Give two numbers of events, the lower first: frist prove --between 100 200.",
  notOne: "Give an activity or an event number.",
  noSuchEvent: (activity) => `The checkpoint covers no event of activity ${activity}.`,
  written: (file) => `Proof written to ${file}.`,
  notAProof: (file) => `The file ${file} is not a proof from frist prove; give one that is.`,
  proofHolds: (sentence) => `The proof is valid: ${sentence}`,
  proofAlone: (origin, size, root) =>
    `The proof is only about the log with checkpoint ${origin} ${size} ${root}. Compare it with a report or checkpoint that you trust: --against.`,
  proofFails: (file) => `The proof in ${file} is invalid: something in it was changed.`,
  forgedSignature: (name) =>
    `A checkpoint has a signature in the name of ${name} that is not the key's; do not trust the proof.`,
  proofElsewhere: (file, against) =>
    `The proof in ${file} leads to a different checkpoint from the one in ${against}; make the proof with frist prove --against.`,
  tooLarge: (file) =>
    `The file ${file} is over the limit of 512 MB; check the path, or give the checkpoint in a text file of its own.`,
  remainsStands: (events) =>
    `Dates and values of event ${events} were not redacted. They are recorded with the decision and cannot be removed later.`,
  redactedWhole: (events, decision) => `Redacted under ${decision}: the whole content of event ${events}.`,
  stillCounts: "Views and reports count the event as before, and name the decision.",
  redacted: (events, decision) => `Redacted under ${decision}: the text of event ${events}.`,
  notErased: (positions, detail) =>
    `The decision is recorded, but the content of ${positions} is not erased, or remains in the database's files (${detail}). Make room on the disk and run the same command again; it then erases what is left.`,
  mayNotErase:
    "The decision is recorded, but this login cannot erase; have a login with the role frist_eraser run the same command.",
  copies: "Backups, replicas and exports made earlier still hold the content; see docs/how-to/gallra.md.",
  readModelsFollowed: "The read models are up to date: the words are gone from them too.",
  readModelsLeft:
    "The read models still hold the words: run frist project, or find out with frist doctor why they are parked.",
  stillOnServer:
    "The server keeps the old rows on disk until the table is rewritten: its owner does that with vacuum full frist.chunk.",
  sameWords: (positions) => `The same text is also in event ${positions}; redact it there too if it must go.`,
  bundled: (events, plan, file) =>
    `Written to ${file}: ${events} of plan ${plan}, with checkpoints and the page verify.html, which verifies everything.`
}
