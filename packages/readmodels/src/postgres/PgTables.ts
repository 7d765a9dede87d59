/**
 * A read model as tables and a view in PostgreSQL, written out from its definition.
 */
import type { Column, Kind, ReadModel } from "../ReadModel.ts"

const types: Readonly<Record<Kind, string>> = {
  text: `text collate "C"`,
  integer: "bigint",
  number: "double precision",
  boolean: "boolean",
  day: "date",
  instant: "timestamptz"
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The table of a version, and the view that has the read model's name. */
export const tableOf = ({ name }: Pick<ReadModel, "name">, version: number): string => `frist_read.${name}_v${version}`
export const viewOf = ({ name }: Pick<ReadModel, "name">): string => `frist_read.${name}`

const columnSql = ({ kind, name, required }: Column): string => `${name} ${types[kind]}${required ? " not null" : ""}`

const comments = (relation: string, what: "table" | "view", about: string, columns: ReadonlyArray<Column>) => [
  `comment on ${what} ${relation} is ${quoted(about)}`,
  ...columns.map((column) => `comment on column ${relation}.${column.name} is ${quoted(column.about)}`)
]

/** Who may see which plan is as in the log. */
const policy = (table: string) => `create policy visible on ${table} for select using (
  (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
  and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
)`

/** Statements that make the table of a version. The planner's estimates would show what is hidden, as in the log. */
export const createTable = (model: ReadModel, version: number): ReadonlyArray<string> => {
  const table = tableOf(model, version)
  const { about, columns, key, name } = model
  const byActivity = key.includes("activity")
    ? []
    : [`create index ${name}_v${version}_activity on ${table} (plan, activity)`]
  return [
    `create table ${table} (${columns.map(columnSql).join(", ")}, primary key (plan, ${key.join(", ")}))`,
    ...byActivity,
    `alter table ${table} enable row level security`,
    `alter table ${table} ${columns.map((column) => `alter ${column.name} set statistics 0`).join(", ")}`,
    policy(table),
    `grant select on ${table} to frist_reader`,
    ...comments(table, "table", `${about} Version ${version}: query the view without a number.`, columns)
  ]
}

/** Statements that make the view show that version. A view whose columns are others is made anew. */
export const showVersion = (model: ReadModel, version: number, anew: boolean): ReadonlyArray<string> => {
  const view = viewOf(model)
  const { about, columns, computed } = model
  const shown = [
    ...columns.map(({ name }) => name),
    ...computed.map(({ name, postgres }) => `${postgres} as ${name}`)
  ].join(", ")
  return [
    ...(anew ? [`drop view if exists ${view}`] : []),
    `create or replace view ${view} with (security_invoker = true) as select ${shown} from ${tableOf(model, version)}`,
    `grant select on ${view} to frist_reader`,
    ...comments(view, "view", about, [...columns, ...computed])
  ]
}

/** A value as it is handed in, and what makes it the column's: days and instants as text, whole numbers as numbers. */
export const sent: Readonly<Record<Kind, { readonly as: "text" | "float8" | "bool"; readonly cast: string }>> = {
  text: { as: "text", cast: "" },
  integer: { as: "float8", cast: "::bigint" },
  number: { as: "float8", cast: "" },
  boolean: { as: "bool", cast: "" },
  day: { as: "text", cast: "::date" },
  instant: { as: "text", cast: "::timestamptz" }
}

/** A column as it is read back, whatever the session's settings. */
export const readSql = ({ kind, name }: Column): string => {
  switch (kind) {
    case "integer":
      return `${name}::float8`
    case "day":
      return `to_char(${name}, 'YYYY-MM-DD')`
    case "instant":
      return `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    case "text":
    case "number":
    case "boolean":
      return name
  }
}
