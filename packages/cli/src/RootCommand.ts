/**
 * The root command, with the flags that every command takes.
 */
import * as Config from "effect/Config"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import { languageFlag } from "./ChosenLanguage.ts"

const text = (name: string, description: string, metavar: string) =>
  Flag.String(name).pipe(Flag.withDescription(description), Flag.withMetavar(metavar))

/** The formats that views are printed in. */
export const viewFormats = ["text", "json", "csv"] as const
const reportFormats = ["html", "docx", "xlsx", "md"] as const
const formats = [...viewFormats, ...reportFormats] as const

const flags = {
  db: text("db", "The database: a file, or postgres://… (FRIST_DB)", "FILE").pipe(
    Flag.withFallbackConfig(Config.String("FRIST_DB")),
    Flag.withDefault("./frist.db")
  ),
  plan: text("plan", "The plan; needed only where the database has several", "ID").pipe(Flag.optional),
  asOf: text("as-of", "Show what was true at the end of this day; default: today", "DATE").pipe(Flag.optional),
  knownAt: text("known-at", "Show what was recorded by this instant", "INSTANT").pipe(Flag.optional),
  today: text("today", "Count lateness on this day; default: the day of --as-of, or today", "DATE").pipe(Flag.optional),
  maxLag: text("max-lag", "Show nothing that a standby may have older than this, such as 30s, 5m or 2h", "TIME").pipe(
    Flag.optional
  ),
  format: Flag.Literals("format", formats).pipe(
    Flag.withDescription(
      "The output format; html, docx, xlsx and md are for frist report, docx and xlsx also for frist ask"
    ),
    Flag.withDefault("text")
  ),
  lang: languageFlag,
  actor: text("actor", "The actor who records; default: the user name (FRIST_ACTOR)", "NAME").pipe(
    Flag.withFallbackConfig(Config.String("FRIST_ACTOR")),
    Flag.optional
  )
} as const

/** The parent of every command; yield it for the shared flags. */
export const frist = Command.make("frist").pipe(
  Command.withSharedFlags(flags),
  Command.withDescription("Keep the follow-up of a plan as events, and show how its deadlines moved")
)
