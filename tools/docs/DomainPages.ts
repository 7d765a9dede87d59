/**
 * Generates the pages of events, commands and refusals, from their schemas and the comments in the sources.
 */
import { Command } from "@frist/domain/Command"
import { Event } from "@frist/domain/Event"
import { Refusal } from "@frist/domain/Refusal"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { commentBefore, packages } from "./Sources.ts"

interface Described {
  readonly anyOf?: ReadonlyArray<Described>
  readonly enum?: ReadonlyArray<unknown>
  readonly type?: string
  readonly properties?: Readonly<Record<string, Described>>
  readonly $ref?: string
}

const source = (file: string) => readFileSync(join(packages, "domain/src", file), "utf8")

/** Returns the comment above a case. */
const said = (code: string, name: string): string => {
  const at = code.search(new RegExp(`^ {2}${name}: \\{`, "mu"))
  return at === -1 ? "" : commentBefore(code, at)
}

const isDate = ({ properties }: Described): boolean => properties?.["edtf"] !== undefined

/** Returns the words for the type of a field. */
const kindOf = (field: Described): string => {
  if (field.anyOf !== undefined) {
    if (field.anyOf.some(({ properties }) => properties?.["_tag"]?.enum?.[0] === "NotStated")) return "status"
    if (field.anyOf.some(({ properties }) => properties?.["_tag"]?.enum?.[0] === "PlanOpened")) return "fact or null"
    return [...new Set(field.anyOf.map(kindOf))].join(" or ")
  }
  if (field.enum !== undefined) return field.enum.map((each) => `\`${String(each)}\``).join(", ")
  if (isDate(field)) return "imprecise date"
  return field.type ?? "value"
}

const casesOf = (
  schema: Schema.Constraint
): ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, Described]>]> => {
  const { schema: root } = Schema.toJsonSchemaDocument(schema) as unknown as { readonly schema: Described }
  return (root.anyOf ?? []).map(({ properties = {} }) => {
    const { _tag, ...fields } = properties
    return [String(_tag?.enum?.[0]), Object.entries(fields)] as const
  })
}

const table = (schema: Schema.Constraint, code: string): ReadonlyArray<string> =>
  casesOf(schema).flatMap(([name, fields]) => [
    `### ${name}`,
    "",
    ...(said(code, name) === "" ? [] : [said(code, name), ""]),
    ...(fields.length === 0
      ? ["No fields.", ""]
      : [
          "| field | |",
          "|---|---|",
          ...fields.map(([field, kind]) => `| \`${field}\` | ${kindOf(kind).replaceAll("|", "\\|")} |`),
          ""
        ])
  ])

export const eventsPage = (): string =>
  [
    "# Events",
    "",
    "The events of a log. Generated from the code. A field is never absent: an unknown value is null. An imprecise date has its `words` as written, and `edtf`, `earliest` and `latest` ([how dates are read](dates.md)). With each event the log keeps the plan, position, activity, day (`effectiveOn`), instant (`recordedAt`), actor, batch, provenance and source ([JSON Schema](json/recorded-event.schema.json)).",
    "",
    ...table(Event, source("Event.ts"))
  ].join("\n")

export const decidingPage = (): string =>
  [
    "# Commands and refusals",
    "",
    "The commands of a plan, and the facts that forbid them. Generated from the code. A command already in effect records nothing. `decide` returns events or one refusal; `record` fails with an error that holds the refusal.",
    "",
    "## Commands",
    "",
    ...table(Command, source("Command.ts")),
    "## Refusals",
    "",
    ...table(Refusal, source("Refusal.ts"))
  ].join("\n")
