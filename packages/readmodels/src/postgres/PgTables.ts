/**
 * The table and the view of a read model in PostgreSQL, written from its definition.
 */
import type { ModelColumn, ColumnKind, DateSql, ReadModel } from "../ReadModel.ts"

const types: Readonly<Record<ColumnKind, string>> = {
  text: `text collate "C"`,
  integer: "bigint",
  number: "double precision",
  boolean: "boolean",
  day: "date",
  instant: "timestamptz"
}

const dateSql: DateSql = { today: "current_date", days: (from, to) => `${to} - ${from}` }

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The name of a version's table. */
export const tableOf = ({ name }: Pick<ReadModel, "name">, version: number): string => `frist_read.${name}_v${version}`
const viewOf = ({ name }: Pick<ReadModel, "name">): string => `frist_read.${name}`

const columnSql = ({ kind, name, required }: ModelColumn): string =>
  `${name} ${types[kind]}${required ? " not null" : ""}`

const comments = (relation: string, what: "table" | "view", about: string, columns: ReadonlyArray<ModelColumn>) => [
  `comment on ${what} ${relation} is ${quoted(about)}`,
  ...columns.map((column) => `comment on column ${relation}.${column.name} is ${quoted(column.about)}`)
]

/** Plans are visible as in the log. */
const policy = (table: string) => `create policy visible on ${table} for select using (
  (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
  and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
)`

/** The statements that create the table of a version. No statistics: the planner's estimates would show hidden rows. */
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

/** The columns of a view, in SQL. */
export const shownSql = ({ columns, computed }: ReadModel): string =>
  [...columns.map(({ name }) => name), ...computed.map(({ name, sql }) => `${sql(dateSql)} as ${name}`)].join(", ")

/** The statements that make the view show that version. `again`: its columns differ, so it is created again. */
export const showVersion = (model: ReadModel, version: number, again: boolean): ReadonlyArray<string> => {
  const view = viewOf(model)
  const { about, columns, computed } = model
  return [
    ...(again ? [`drop view if exists ${view}`] : []),
    `create or replace view ${view} with (security_invoker = true) as select ${shownSql(model)} from ${tableOf(model, version)}`,
    `grant select on ${view} to frist_reader`,
    ...comments(view, "view", about, [...columns, ...computed])
  ]
}

/** The type of a parameter by kind of column, and the cast to the column: days and instants are sent as text. */
export const sent: Readonly<Record<ColumnKind, { readonly as: "text" | "float8" | "bool"; readonly cast: string }>> = {
  text: { as: "text", cast: "" },
  integer: { as: "float8", cast: "::bigint" },
  number: { as: "float8", cast: "" },
  boolean: { as: "bool", cast: "" },
  day: { as: "text", cast: "::date" },
  instant: { as: "text", cast: "::timestamptz" }
}

/** The expression that reads a column, independent of the settings of the session. */
export const selectSql = ({ kind, name }: ModelColumn): string => {
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
