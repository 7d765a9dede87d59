/**
 * The root of the command line: the flags that every command takes.
 */
import * as Config from "effect/Config"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"

const text = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar))

/** What can be asked for as `--format`: how a view is printed, and what only a report is written as. */
export const viewFormats = ["text", "json", "csv"] as const
export const reportFormats = ["html", "docx", "xlsx", "md"] as const
const formats = [...viewFormats, ...reportFormats] as const

export const flags = {
  db: text("db", "The database: a file, or postgres://… (FRIST_DB)", "FILE").pipe(
    Flag.withFallbackConfig(Config.String("FRIST_DB")),
    Flag.withDefault("./frist.db")
  ),
  plan: text("plan", "Which plan; needed only where the database has several", "ID").pipe(Flag.optional),
  asOf: text("as-of", "Show what was true by the end of this day; default today", "DATE").pipe(Flag.optional),
  knownAt: text("known-at", "Show what was recorded by this instant", "INSTANT").pipe(Flag.optional),
  today: text("today", "Count lateness on this day; default the day of --as-of, else today", "DATE").pipe(
    Flag.optional
  ),
  format: Flag.Literals("format", formats).pipe(
    Flag.withDescription("How to print; html, docx, xlsx and md are for frist report"),
    Flag.withDefault("text")
  ),
  lang: text("lang", "Language of tables and messages: sv or en (FRIST_LANG)", "LANGUAGE").pipe(
    Flag.withFallbackConfig(Config.String("FRIST_LANG")),
    Flag.withDefault("sv")
  ),
  actor: text("actor", "Who records; default the user's name (FRIST_ACTOR)", "NAME").pipe(
    Flag.withFallbackConfig(Config.String("FRIST_ACTOR")),
    Flag.optional
  )
} as const

/** The parent of every command; yield it in a command for the shared flags. */
export const frist = Command.make("frist").pipe(
  Command.withSharedFlags(flags),
  Command.withDescription("Keeps the follow-up of a plan as events, and shows how its dates moved")
)
