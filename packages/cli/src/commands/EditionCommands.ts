/**
 * The command that takes a follow-up document in.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"

export const importCommand = Command.make(
  "import",
  {
    file: Argument.String("FILE").pipe(Argument.withDescription("A follow-up document: DOCX, XLSX or CSV")),
    heldOn: Flag.String("held-on").pipe(
      Flag.withDescription("The day of the review it was presented at"),
      Flag.withMetavar("DATE")
    ),
    title: Flag.String("title").pipe(Flag.withDescription("The plan's title, if it is new"), Flag.optional),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Show what would be recorded, and store nothing"),
      Flag.withDefault(false)
    ),
    match: Flag.String("match").pipe(
      Flag.withDescription("What a row is of, as in klara:12=grona-korset or aktiviteter:7=new; may be repeated"),
      Flag.withMetavar("ROW=ACTIVITY"),
      Flag.atLeast(0)
    ),
    propose: Flag.String("propose").pipe(
      Flag.withDescription("Write what would be recorded to a new file, to be edited and applied; store nothing"),
      Flag.withMetavar("FILE"),
      Flag.optional
    )
  },
  // What reads and compares editions is loaded only by who needs it: a board is shown without.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/ImportCommand.ts")),
      ({ runImport }) => runImport(input)
    )
).pipe(
  Command.withDescription("Take a follow-up document in: one batch of events, each naming its table and row"),
  Command.withExamples([
    { command: "frist import uppfoljning.docx --held-on 2023-12-15", description: "Record an edition" },
    {
      command: "frist import uppfoljning.docx --held-on 2023-12-15 --propose forslag.json",
      description: "Write what would be recorded to a file; record it with frist apply forslag.json"
    }
  ])
)
