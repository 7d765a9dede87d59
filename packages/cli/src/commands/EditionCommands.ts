/**
 * The commands that import a follow-up document: at once, or by way of proposals in a file.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { argument, repeatable } from "./Arguments.ts"

const importCommand = Command.make(
  "import",
  {
    file: Argument.String("FILE").pipe(
      Argument.withDescription("A follow-up document: DOCX, ODT, XLSX, ODS, CSV or PDF")
    ),
    heldOn: Flag.String("held-on").pipe(
      Flag.withDescription("The day of the review at which it was presented; needed unless --columns is given"),
      Flag.withMetavar("DATE"),
      Flag.optional
    ),
    title: Flag.String("title").pipe(
      Flag.withDescription("The title of the plan, if it is new"),
      Flag.withMetavar("TITLE"),
      Flag.optional
    ),
    dryRun: Flag.Boolean("dry-run").pipe(
      Flag.withDescription("Show what would be recorded, and store nothing"),
      Flag.withDefault(false)
    ),
    match: Flag.String("match").pipe(
      Flag.withDescription("Match a row to an activity: klara:12=grona-korset, aktiviteter:7=new; repeatable"),
      Flag.withMetavar("ROW=ACTIVITY"),
      repeatable()
    ),
    columns: Flag.Boolean("columns").pipe(
      Flag.withDescription("Show what each column is read as, and why; store nothing"),
      Flag.withDefault(false)
    ),
    column: Flag.String("column").pipe(
      Flag.withDescription(
        'Decide what a heading means: "Reviderad deadline=New deadline"; none leaves it unread. Kept with the plan; repeatable. COLUMN: Number, Area, Goal, Actions, Deadline, Responsible, Status, Follow-up, New deadline, Done or none'
      ),
      Flag.withMetavar("HEADING=COLUMN"),
      repeatable()
    ),
    sheet: Flag.String("sheet").pipe(
      Flag.withDescription("Read only this sheet of a workbook, by its full name; repeatable"),
      Flag.withMetavar("NAME"),
      repeatable()
    ),
    propose: Flag.String("propose").pipe(
      Flag.withDescription("Write proposals to a new file, to be edited and applied; store nothing"),
      Flag.withMetavar("FILE"),
      Flag.optional
    )
  },
  // Imported on demand: a board is shown without the readers of documents.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/RunImport.ts")),
      ({ runImport }) => runImport(input)
    )
).pipe(
  Command.withDescription("Import a follow-up document as one batch of events, each with its table and row"),
  Command.withExamples([
    { command: "frist import uppfoljning.docx --held-on 2023-12-15", description: "Record an edition" },
    { command: "frist import uppfoljning.docx --columns", description: "Show what each column is read as" },
    {
      command: 'frist import uppfoljning.docx --held-on 2023-12-15 --column "Reviderad deadline=Ny tid"',
      description: "Decide a column, also for later editions"
    },
    {
      command: "frist import uppfoljning.docx --held-on 2023-12-15 --propose forslag.json",
      description: "Write proposals to a file; record them with frist apply forslag.json"
    }
  ])
)

const applyCommand = Command.make(
  "apply",
  { file: argument("FILE", "Proposals written by frist import --propose") },
  ({ file }) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/RunApply.ts")),
      ({ runApply }) => runApply(file)
    )
).pipe(
  Command.withDescription(
    "Record the proposals in a file as one batch, unless the plan has changed in what they affect"
  )
)

const rereadCommand = Command.make(
  "reread",
  {
    propose: Flag.String("propose").pipe(
      Flag.withDescription("Write proposals to a new file, to be edited and applied"),
      Flag.withMetavar("FILE"),
      Flag.optional
    )
  },
  ({ propose }) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/RunReread.ts")),
      ({ runReread }) => runReread(propose)
    )
).pipe(
  Command.withDescription(
    "Show what today's rules and column decisions read differently in the kept editions; store nothing"
  ),
  Command.withExamples([
    {
      command: "frist reread --propose forslag.json",
      description: "Write the differences to a file; record them with frist apply forslag.json"
    }
  ])
)

const editionsCommand = Command.make(
  "editions",
  {
    find: Flag.String("find").pipe(
      Flag.withDescription("List the kept cells that hold these words, with their numbers"),
      Flag.withMetavar("WORDS"),
      Flag.optional
    )
  },
  ({ find }) =>
    Effect.flatMap(
      Effect.promise(() => import("../editions/RunEditions.ts")),
      ({ runEditions }) => runEditions(find)
    )
).pipe(Command.withDescription("List the editions that were imported, and whether their cells are kept"))

/** `frist import`, `apply`, `reread` and `editions`. */
export const editionCommands = [importCommand, applyCommand, rereadCommand, editionsCommand] as const
