/**
 * The commands of evidence: taking a checkpoint, verifying, proving, bundling and redacting.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

const out = option("out", "The file to write, never over another; default the screen", "FILE").pipe(Flag.optional)

// Everything here is loaded only by who needs it.
const seal = Command.make(
  "seal",
  {
    key: option("key", "Sign with the Ed25519 key in this file: PEM, or a signed-note key", "FILE").pipe(Flag.optional),
    origin: option("origin", "What the log is called in its checkpoints; only with its first", "NAME").pipe(
      Flag.optional
    ),
    out
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/SealCommand.ts")),
      ({ seal: sealLog }) => sealLog(input)
    )
).pipe(
  Command.withDescription(
    "Verify the log, keep a checkpoint of it and print it: give it to somebody who keeps it elsewhere"
  ),
  Command.withExamples([{ command: "frist seal --key frist.pem --out kontrollpunkt.txt", description: "Sign it" }])
)

const verify = Command.make(
  "verify",
  {
    against: option(
      "against",
      "Hold it against this report (HTML, DOCX, text) or checkpoint; may be repeated",
      "FILE"
    ).pipe(Flag.between(0, 100)),
    signedBy: option("signed-by", "A checkpoint must be signed by this key, and none falsely", "KEY").pipe(
      Flag.optional
    ),
    proof: option("proof", "Verify this proof from frist prove, without any database", "FILE").pipe(Flag.optional)
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/VerifyCommand.ts")),
      ({ verify: verifyLog }) => verifyLog(input)
    )
).pipe(
  Command.withDescription(
    "Verify that the log was not changed, by itself and against what was printed; ends with 1 if it was"
  ),
  Command.withExamples([
    {
      command: "frist verify --against rapport-2024.html",
      description: "Is it still the log that the report was made from?"
    }
  ])
)

const prove = Command.make(
  "prove",
  {
    what: Argument.String("ACTIVITY|POSITION").pipe(
      Argument.withDescription("An activity (its last move, or else its last event), or the number of an event"),
      Argument.variadic({ min: 0, max: 2 })
    ),
    between: Flag.Boolean("between").pipe(
      Flag.withDescription("Two numbers of events: that the log at the later goes on from the earlier"),
      Flag.withDefault(false)
    ),
    against: option(
      "against",
      "Prove it to whoever has this report or checkpoint; default the log as it is",
      "FILE"
    ).pipe(Flag.optional),
    out
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/ProveCommand.ts")),
      ({ prove: proveIt }) => proveIt(input)
    )
).pipe(
  Command.withDescription("Write a proof as JSON: that an event is in the log, or that the log only grew"),
  Command.withExamples([
    { command: "frist prove grona-korset --against rapport.html --out bevis.json", description: "A move was in it" },
    { command: "frist prove --between 120 307", description: "Nothing was rewritten between two checkpoints" }
  ])
)

const bundle = Command.make(
  "bundle",
  { file: Argument.String("OUT.zip").pipe(Argument.withDescription("The file to write, never over another")) },
  ({ file }) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/BundleCommand.ts")),
      ({ bundle: write }) => write(file)
    )
).pipe(
  Command.withDescription(
    "Write the log, its checkpoints, tables and a page that verifies them offline as one ZIP file"
  ),
  Command.withExamples([{ command: "frist bundle revision.zip", description: "For an auditor" }])
)

const redact = Command.make(
  "redact",
  {
    positions: Argument.String("POSITION").pipe(
      Argument.withDescription("The event's number; see frist history. Several may be named"),
      Argument.variadic({ min: 1 })
    ),
    decision: option("decision", "The decision to remove it, by its reference", "REF")
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RedactCommand.ts")),
      ({ redact: remove }) => remove(input)
    )
).pipe(
  Command.withDescription(
    "Erase the content of events on a decision: the evidence stays, and that something was removed is shown; correct first"
  ),
  Command.withExamples([
    { command: 'frist redact 12 --decision "Dnr 2026/17"', description: "Remove a name that should not be there" }
  ])
)

export const evidenceCommands = [seal, verify, prove, bundle, redact] as const
