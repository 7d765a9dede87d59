/**
 * Generates reference pages from the code, so that they agree with it.
 */
import { irregularities, outOfReach } from "./Irregularities.ts"
import { run } from "@frist/cli/CommandLine"
import { commandTree } from "@frist/cli/CommandTree"
import {
  AllSlipsView,
  BundleView,
  DiagnosisView,
  ExportView,
  MigrationView,
  ProjectionView,
  ReadModelCheckView,
  RebuildView,
  RecordingView,
  RelocationView,
  RestoreView,
  SealView,
  SuppositionsView,
  VerificationView
} from "@frist/cli/JsonViews"
import { AskStatusView, GatheredView } from "@frist/cli/asking/AskViews"
import { EditionsView, ImportView, RereadView } from "@frist/cli/editions/EditionViews"
import { texts } from "@frist/reports/texts/Texts"
import { CopyLine } from "@frist/evidence/CopyFormat"
import { ConsistencyProof, EventProof } from "@frist/evidence/Proof"
import { Report } from "@frist/reports/Report"
import { Edition } from "@frist/editions/Edition"
import { Command } from "@frist/domain/Command"
import { Event } from "@frist/domain/Event"
import { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { Proposal } from "@frist/domain/decisions/Proposal"
import { ProposalFile } from "@frist/editions/ProposalFile"
import { Refusal } from "@frist/domain/Refusal"
import { severities } from "@frist/editions/Irregularity"
import { ActivityHistory } from "@frist/projections/ActivityHistory"
import { Board } from "@frist/projections/Board"
import { Completed } from "@frist/projections/Completed"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { Decisions } from "@frist/projections/Decisions"
import { FindingList } from "@frist/projections/FindingList"
import { Measures } from "@frist/projections/Measures"
import { MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { Timeline } from "@frist/projections/Timeline"
import { WhatIf } from "@frist/projections/WhatIf"
import { readModels } from "@frist/readmodels/ReadModels"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as TestConsole from "effect/testing/TestConsole"
import { evidenceVectors } from "./EvidenceVectors.ts"
import { headingsPage } from "./HeadingsPage.ts"
import { pictures } from "./Pictures.ts"
import { sentencesPage } from "./SwedishSentences.ts"
import { apiPage } from "./ApiPage.ts"
import { decidingPage, eventsPage } from "./DomainPages.ts"
import { type Shape, shapeOf } from "./ShapeVersions.ts"

const schemas: ReadonlyArray<readonly [name: string, title: string, schema: Schema.Constraint]> = [
  ["proposals", "frist import --propose FILE", ProposalFile],
  ["proposal", "A command that a document proposes", Proposal],
  ["edition", "A document as it was read", Edition],
  ["command", "What may be asked of a plan", Command],
  ["event", "An event, as stored", Event],
  ["new-event", "An event as it is handed to the log", NewEvent],
  ["recorded-event", "An event with its record", RecordedEvent],
  ["refusal", "Why a command is not carried out", Refusal],
  ["board", "frist board --format json", Board],
  ["completed", "frist completed --format json", Completed],
  ["deadline-history", "frist slips --format json", DeadlineHistory],
  ["all-slips", "frist slips --all-plans --format json", AllSlipsView],
  ["what-if", "What would be affected if an activity moved", WhatIf],
  ["suppositions", "frist slips --if ACTIVITY=DATE --format json", SuppositionsView],
  ["decisions", "frist decisions --format json", Decisions],
  ["timeline", "frist timeline --format json", Timeline],
  ["activity-history", "frist history --format json", ActivityHistory],
  ["measures", "frist measures --format json", Measures],
  ["findings", "frist findings --format json", FindingList],
  ["milestone-trend", "frist slips --chart --format json", MilestoneTrend],
  ["report", "frist report --format json", Report],
  ["import", "frist import --format json", ImportView],
  ["gathered", "frist gather --format json", GatheredView],
  ["ask-status", "frist ask --status --format json", AskStatusView],
  ["reread", "frist reread --format json", RereadView],
  ["editions", "frist editions --format json", EditionsView],
  ["recorded", "what a verb prints with --format json", RecordingView],
  ["exported", "frist export --out FILE --format json", ExportView],
  ["restored", "frist restore --format json", RestoreView],
  ["relocated", "frist relocate --format json", RelocationView],
  ["sealed", "frist seal --format json", SealView],
  ["verified", "frist verify --format json", VerificationView],
  ["proof", "what frist prove writes of an event", EventProof],
  ["consistency-proof", "what frist prove --between writes", ConsistencyProof],
  ["bundled", "frist bundle --format json", BundleView],
  ["export-line", "A line of what frist export writes", CopyLine],
  ["projected", "frist project --format json", ProjectionView],
  ["check", "frist check --format json", ReadModelCheckView],
  ["rebuilt", "frist rebuild --format json", RebuildView],
  ["migrated", "frist migrate --format json", MigrationView],
  ["doctor", "frist doctor --format json", DiagnosisView]
]

/** Returns a published JSON Schema. Its name is a URN: it is told apart by it, and not fetched from there. */
const jsonSchema = (name: string, title: string, schema: Schema.Constraint): string => {
  const { definitions, schema: root } = Schema.toJsonSchemaDocument(schema, { onExcessProperty: "error" })
  const shape = { ...root, $defs: definitions }
  const { version } = shapeOf(name, JSON.stringify(shape))
  const head = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:frist:shape:${name}:${version}`,
    title
  }
  return `${JSON.stringify({ ...head, ...shape }, null, 2)}\n`
}

/** Returns every published JSON Schema by its name. */
export const publishedSchemas = (): ReadonlyMap<string, string> =>
  new Map(schemas.map(([name, title, schema]) => [name, jsonSchema(name, title, schema)]))

/** Returns every shape as it is now. */
export const shapes = (): ReadonlyArray<Shape> => [...publishedSchemas()].map(([name, page]) => shapeOf(name, page))

const findingsPage = (): string =>
  [
    "# Findings",
    "",
    "The rules by which Frist checks a document. Generated from the code. A finding is recorded as an event, `FindingRaised`, with the words it was found in. `error`: the row was left out. `warning`: recorded, and a person should look. `info`: good to know.",
    "",
    "| code | severity | in English | in Swedish |",
    "|---|---|---|---|",
    ...Object.entries(severities).map(
      ([code, severity]) =>
        `| \`${code}\` | ${severity} | ${texts.en.findings[code as keyof typeof severities]} | ${texts.sv.findings[code as keyof typeof severities]} |`
    ),
    "",
    "## The irregularities of one document",
    "",
    "What is odd in the follow-up of December 2023 that the [sample plan](../../examples/plan/README.md) retells, and the finding of each. `A` are the ongoing rows, `K` the completed ones. An oddity of severity info in more than ten rows of a column is one finding.",
    "",
    "| what is odd | where | finding | severity |",
    "|---|---|---|---|",
    ...irregularities.map(
      ({ code, what, where }) =>
        `| ${what} | ${where === "-" ? "the document" : where} | \`${code}\` | ${severities[code]} |`
    ),
    "",
    "No rule reports these:",
    "",
    ...outOfReach.map((line) => `- ${line}`),
    ""
  ].join("\n")

const help = (...words: ReadonlyArray<string>): Promise<string> =>
  Effect.runPromise(
    Effect.gen(function* () {
      yield* run([...words, "--help", "--lang", "en"])
      return (yield* TestConsole.logLines)
        .join("\n")
        .replace(/[ \t]+$/gmu, "")
        .trim()
    }).pipe(Effect.provide(TestConsole.layer))
  )

const commandsPage = async (): Promise<string> => {
  const pages: Array<string> = []
  const all = await help()
  for (const { commands } of (await commandTree()).subcommands)
    for (const { name } of commands) pages.push(`## frist ${name}\n\n\`\`\`text\n${await help(name)}\n\`\`\`\n`)
  return [
    "# Commands",
    "",
    "The help of every command. Generated from the code. Exit codes: 0 done, 1 refused or findings of severity error, 2 wrong usage, 3 storage, 141 output closed early. An error is one sentence on stderr.",
    "",
    `\`\`\`text\n${all}\n\`\`\``,
    "",
    ...pages
  ].join("\n")
}

const readModelsPage = (): string =>
  [
    "# Read models",
    "",
    "Tables for other programs. Generated from the code. On a server they are views in the schema `frist_read`. With a file they are tables of `frist.read.db` next to `frist.db`; its table `documentation` holds what are comments on a server. `frist project --follow` keeps them up to date. Days are `date` on a server and `YYYY-MM-DD` in a file; instants are `timestamptz` and ISO 8601 in UTC.",
    "",
    ...readModels.flatMap(({ about, columns, computed, key, name }) => [
      `## ${name}`,
      "",
      `${about} Key: ${["plan", ...key].map((each) => `\`${each}\``).join(", ")}.`,
      "",
      "| column | kind | |",
      "|---|---|---|",
      ...[...columns, ...computed].map(
        (column) => `| \`${column.name}\` | ${column.kind}${column.required ? "" : " or null"} | ${column.about} |`
      ),
      ""
    ])
  ].join("\n")

/** Returns every generated page and picture by its path within `docs`. */
export const generated = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...[...publishedSchemas()].map(([name, page]) => [`reference/json/${name}.schema.json`, page] as const),
    ["reference/findings.md", findingsPage()],
    ["reference/events.md", eventsPage()],
    ["reference/deciding.md", decidingPage()],
    ["reference/api.md", apiPage()],
    ["reference/headings.md", headingsPage()],
    ["reference/read-models.md", readModelsPage()],
    ["reference/commands.md", await commandsPage()],
    ["sv/meningar.md", sentencesPage()],
    ["reference/evidence-vectors.json", evidenceVectors()],
    ...pictures()
  ])
