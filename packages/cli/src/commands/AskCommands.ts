/**
 * The commands that ask those who are responsible, and gather what they answer.
 */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { argument, option } from "./Arguments.ts"

const askCommand = Command.make(
  "ask",
  {
    folder: argument("FOLDER", "The folder of the sheets; another way to give --out").pipe(Argument.optional),
    review: option("review", "The day of the review that the answers are for", "DATE").pipe(Flag.optional),
    by: Flag.Literals("by", ["responsible"]).pipe(
      Flag.withDescription("Who gets a sheet of their own"),
      Flag.withDefault("responsible")
    ),
    answersBy: option("answers-by", "The last day for answers; default: the day of the review", "DATE").pipe(
      Flag.optional
    ),
    out: option("out", "The new folder to write the sheets to; without it, show who would be asked", "FOLDER").pipe(
      Flag.optional
    ),
    names: option("names", "A file of names that are one responsible: a line for each, HR = Personal", "FILE").pipe(
      Flag.optional
    ),
    status: Flag.Boolean("status").pipe(
      Flag.withDescription("Show who has answered in the folder, by default this one"),
      Flag.withDefault(false)
    )
  },
  // Imported on demand.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../asking/RunAsk.ts")),
      ({ runAsk }) => runAsk(input)
    )
).pipe(
  Command.withDescription(
    "Write a sheet for each responsible with their open rows, as --format docx or xlsx, for their answers"
  ),
  Command.withExamples([
    { command: "frist ask", description: "Show who would be asked about what" },
    {
      command: "frist ask --review 2024-12-16 --answers-by 2024-12-06 --out fragor",
      description: "Write the sheets"
    },
    { command: "frist ask --status fragor", description: "Show who has not answered" }
  ])
)

const gatherCommand = Command.make(
  "gather",
  {
    folder: argument("FOLDER", "The folder that frist ask wrote, with the answers in it"),
    heldOn: option("held-on", "The day of the review that the answers are for", "DATE"),
    propose: option("propose", "Write proposals to a new file, to be edited and applied; store nothing", "FILE").pipe(
      Flag.optional
    )
  },
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../asking/RunGather.ts")),
      ({ runGather }) => runGather(input)
    )
).pipe(
  Command.withDescription("Gather the answers in a folder into one proposal, and show what they change; store nothing"),
  Command.withExamples([
    {
      command: "frist gather fragor --held-on 2024-12-16 --propose svar.json",
      description: "Write proposals to a file; record them with frist apply svar.json"
    }
  ])
)

/** `frist ask` and `frist gather`. */
export const askCommands = [askCommand, gatherCommand] as const
