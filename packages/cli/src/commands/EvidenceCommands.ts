/**
 * The commands of evidence: seal, verify, prove, bundle and redact.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option, repeatable } from "./Arguments.ts"

const out = option("out", "The new file to write; default: the screen", "FILE").pipe(Flag.optional)

// Each command is imported on demand.
const seal = Command.make(
  "seal",
  {
    key: option("key", "Sign with the Ed25519 key in this file: PEM, or a signed-note key", "FILE").pipe(Flag.optional),
    origin: option("origin", "The name of the log in its checkpoints; only with the first of them", "NAME").pipe(
      Flag.optional
    ),
    out
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RunSeal.ts")),
      ({ runSeal }) => runSeal(input)
    )
).pipe(
  Command.withDescription("Verify the log, then store and print a checkpoint; have someone else keep a copy"),
  Command.withExamples([{ command: "frist seal --key frist.pem --out kontrollkod.txt", description: "Sign it" }])
)

const verify = Command.make(
  "verify",
  {
    against: option("against", "Compare with this report (HTML, DOCX, text) or checkpoint; repeatable", "FILE").pipe(
      repeatable(100)
    ),
    signedBy: option("signed-by", "Require a checkpoint signed by this key, and no false signature", "KEY").pipe(
      Flag.optional
    ),
    proof: option("proof", "Verify this proof from frist prove; needs no database", "FILE").pipe(Flag.optional),
    bundle: option("bundle", "Verify this bundle from frist bundle, its tables too; needs no database", "FILE").pipe(
      Flag.optional
    )
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RunVerify.ts")),
      ({ runVerify }) => runVerify(input)
    )
).pipe(
  Command.withDescription(
    "Verify that the log is unaltered, on its own and against printed checkpoints; exits with 1 if it is not"
  ),
  Command.withExamples([
    {
      command: "frist verify --against rapport-2024.html",
      description: "Check that the report was made from this log"
    }
  ])
)

const prove = Command.make(
  "prove",
  {
    what: Argument.String("ACTIVITY|POSITION").pipe(
      Argument.withDescription("An activity (its last move, otherwise its last event) or an event number"),
      Argument.variadic({ min: 0, max: 2 })
    ),
    between: Flag.Boolean("between").pipe(
      Flag.withDescription("Take two numbers of events: prove that the log at the second extends the log at the first"),
      Flag.withDefault(false)
    ),
    against: option(
      "against",
      "Prove against the checkpoint in this report or file; default: the current log",
      "FILE"
    ).pipe(Flag.optional),
    out
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RunProve.ts")),
      ({ runProve }) => runProve(input)
    )
).pipe(
  Command.withDescription("Write a proof as JSON: that an event is in the log, or that the log was only appended to"),
  Command.withExamples([
    {
      command: "frist prove grona-korset --against rapport.html --out bevis.json",
      description: "Prove that a move is in the log of the report"
    },
    {
      command: "frist prove --between 120 307",
      description: "Prove that nothing was rewritten between two checkpoints"
    }
  ])
)

const bundle = Command.make(
  "bundle",
  { file: Argument.String("OUT.zip").pipe(Argument.withDescription("The new file to write")) },
  ({ file }) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RunBundle.ts")),
      ({ runBundle }) => runBundle(file)
    )
).pipe(
  Command.withDescription(
    "Write one ZIP file: the log, its checkpoints, its tables, and a page that verifies them offline"
  ),
  Command.withExamples([{ command: "frist bundle revision.zip", description: "For an auditor" }])
)

/** `frist redact`. */
export const redactCommand = Command.make(
  "redact",
  {
    positions: Argument.String("POSITION").pipe(
      Argument.withDescription("The number of an event, from frist history; repeatable"),
      Argument.variadic({ min: 0 })
    ),
    decision: option("decision", "The reference of the decision to remove it", "REF"),
    whole: Flag.Boolean("whole").pipe(
      Flag.withDescription("Remove its dates, values, names and decision too, not its texts alone"),
      Flag.withDefault(false)
    ),
    edition: option("edition", "Erase the kept cells of this document instead: its name or SHA-256", "DOCUMENT").pipe(
      Flag.optional
    ),
    cell: option("cell", "Only this cell of the edition: table, row and column, as in 1:7:3; repeatable", "CELL").pipe(
      repeatable(1000)
    )
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../evidence/RunRedact.ts")),
      ({ runRedact }) => runRedact(input)
    )
).pipe(
  Command.withDescription(
    "Erase the content of events, or kept cells, under a decision: the evidence stays, and the gap is shown; correct first"
  ),
  Command.withExamples([
    { command: 'frist redact 12 --decision "Dnr 2026/17"', description: "Remove a name that must not be kept" },
    {
      command: 'frist redact --edition uppfoljning.docx --cell 1:7:6 --decision "Dnr 2026/17"',
      description: "Erase one kept cell; without --cell, all of the document"
    }
  ])
)

/** `frist seal`, `verify`, `prove` and `bundle`. */
export const evidenceCommands = [seal, verify, prove, bundle] as const
