/**
 * Every Swedish sentence of the program as a page, grouped by where it is seen, with an example in place of placeholders.
 */
import { svVerification } from "@frist/evidence/texts/svVerification"
import { sv } from "@frist/reports/texts/sv"
import { svLive } from "../../packages/reports/src/texts/svLive.ts"
import { svHelp } from "../../packages/cli/src/help/svHelp.ts"
import { svOverview } from "../../packages/cli/src/overview/svOverview.ts"
import { svAsking } from "../../packages/reports/src/texts/svAsking.ts"
import { svAsk } from "../../packages/cli/src/texts/sv/svAsk.ts"
import { svCommand } from "../../packages/cli/src/texts/sv/svCommand.ts"
import { svCopy } from "../../packages/cli/src/texts/sv/svCopy.ts"
import { svDoctor } from "../../packages/cli/src/texts/sv/svDoctor.ts"
import { svEvidence } from "../../packages/cli/src/texts/sv/svEvidence.ts"
import { svKept } from "../../packages/cli/src/texts/sv/svKept.ts"
import { svMcp } from "../../packages/cli/src/texts/sv/svMcp.ts"
import { svServe } from "../../packages/cli/src/texts/sv/svServe.ts"
import { svReadModels } from "../../packages/cli/src/texts/sv/svReadModels.ts"
import { svUsage } from "../../packages/cli/src/texts/sv/svUsage.ts"
import { samplesOf } from "./SampleArguments.ts"

/** What reports say outside the tables of texts that are listed by themselves. */
const { findings: _findings, report: _report, ...spoken } = sv
const { columns, errors, findings, outcomes, problems, recorded, refusals, report, ...tables } = svCommand

/** Where sentences are seen, in the order of the page. What is listed in one place is not repeated in a later one. */
const places: ReadonlyArray<readonly [heading: string, ...texts: ReadonlyArray<object>]> = [
  ["Rapporten", report, spoken],
  ["Anmärkningar på ett dokument", findings],
  ["Listor på skärmen", svOverview, tables, { columns }],
  ["När något har sparats", { outcomes, recorded }],
  ["När planen inte tillåter något", { refusals }],
  ["När något inte går", svUsage, { errors, problems }],
  ["Prövning av loggen och rapporter", svVerification, svEvidence],
  ["Bevarade utgåvor och gallring", svKept],
  ["Databasen, kopior och läsmodeller", svDoctor, svCopy, svReadModels],
  ["Sidor från frist serve", svLive, svServe],
  ["Det som frist mcp säger till en assistent", svMcp],
  ["Frågor till ansvariga", { asking: svAsking }, { ask: svAsk }],
  ["Hjälpen", svHelp]
]

type Text = (...args: ReadonlyArray<unknown>) => unknown

/** The parameters of a text, as they are declared: a name, or the names of the fields of an object. */
const parametersOf = (text: Text): ReadonlyArray<string | ReadonlyArray<string>> => {
  const [declared = ""] = text.toString().split("=>", 1)
  return Array.from(declared.matchAll(/\{([^}]*)\}|(\w+)/gu), ([, fields, name = ""]) =>
    fields === undefined ? name : fields.split(",").map((field) => field.trim().replace(/:.*$/u, ""))
  ).map((each) => (typeof each === "string" ? each : each.filter((field) => field !== "")))
}

/** Returns a text with the first example of each argument, and with the others of one argument at a time. */
const examplesOf = (path: string, text: Text): ReadonlyArray<string> => {
  const parameters = parametersOf(text)
  const names = parameters.flat()
  const called = (replaced: string, at: number) => {
    const value = (name: string) => samplesOf(path, name)[name === replaced ? at : 0]
    return text(
      ...parameters.map((each) =>
        typeof each === "string" ? value(each) : Object.fromEntries(each.map((field) => [field, value(field)]))
      )
    )
  }
  const others = names.flatMap((name) =>
    samplesOf(path, name)
      .slice(1)
      // A text that takes no null prints it, or fails.
      .flatMap((sample, at) => (sample === null && !text.toString().includes("null") ? [] : [called(name, at + 1)]))
  )
  return [called("", 0), ...others].map(String).filter((said) => !/\bnull\b/u.test(said))
}

/** Returns every text within a value. */
const textsOf = (value: unknown, path: string): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  if (typeof value === "function") return examplesOf(path, value as Text)
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, path === "" ? key : `${path}.${key}`))
}

const isSentence = (text: string): boolean => / /u.test(text) && (/[.:?!”]$/u.test(text) || text.split(" ").length > 3)

/** Returns the text as Markdown shows it. */
const shown = (text: string): string => text.replaceAll(/[\\`*_[\]<>|]/gu, String.raw`\$&`).replaceAll("\n", " ")

/** How many words of a list a person reads in a minute. */
const wordsAMinute = 250

/** Returns the minutes that a person needs to read texts, rounded up. */
export const minutesOf = (texts: ReadonlyArray<string>): number =>
  Math.ceil(texts.join(" ").split(/\s+/u).length / wordsAMinute)

/** The texts of each place, in order; each text once. */
export const swedishTexts = (): ReadonlyMap<string, ReadonlyArray<string>> => {
  const seen = new Set<string>()
  return new Map(
    places.map(([heading, ...texts]) => [
      heading,
      texts
        .flatMap((each) => textsOf(each, ""))
        .filter((text) => text.trim() !== "" && !seen.has(text) && seen.add(text).size > 0)
    ])
  )
}

/** Returns the page of sentences. */
export const sentencesPage = (): string =>
  [
    "# Allt som Frist säger på svenska",
    "",
    "Sidan görs ur koden. Den är till för den som läser korrektur: varje mening står en gång, där den först syns, med exempel i stället för det som växlar. Efter meningarna kommer de enstaka orden.",
    "",
    ...[...swedishTexts()].flatMap(([heading, texts]) => {
      const words = texts.filter((text) => !isSentence(text))
      return [
        `## ${heading}`,
        "",
        `Läses på ${minutesOf(texts)} ${minutesOf(texts) === 1 ? "minut" : "minuter"}.`,
        "",
        ...texts.filter(isSentence).map((text) => `- ${shown(text)}`),
        "",
        ...(words.length === 0 ? [] : [`Ord: ${words.map(shown).join(" · ")}`, ""])
      ]
    })
  ].join("\n")
