/**
 * The tables and views of read models in SQLite, written from their definitions. They are in a file beside the log; a
 * program that reads both attaches it under the name `frist_read`.
 */
import { parse, join } from "node:path"
import type { ModelColumn, ColumnKind, DateSql, ReadModel } from "../ReadModel.ts"

/** The file of the read models of a log: `frist.read.db` beside `frist.db`. */
export const readFileOf = (filename: string): string => {
  const { dir, ext, name } = parse(filename)
  return join(dir, `${name}.read${ext === "" ? ".db" : ext}`)
}

/** The application id that marks the file: `FRSR`. */
export const readApplicationId = 0x46525352
/** The version of the tables around the read models. */
export const readFileVersion = 2

const types: Readonly<Record<ColumnKind, string>> = {
  text: "text",
  integer: "integer",
  number: "real",
  boolean: "integer",
  day: "text",
  instant: "text"
}

const dateSql: DateSql = {
  today: "date('now', 'localtime')",
  days: (from, to) => `cast(julianday(${to}) - julianday(${from}) as integer)`
}

/** The name of a version's table. */
export const tableOf = ({ name }: Pick<ReadModel, "name">, version: number): string => `${name}_v${version}`

const columnSql = ({ kind, name, required }: ModelColumn): string =>
  `${name} ${types[kind]}${required ? " not null" : ""}`

const checkpointTable = `create table checkpoint (
  plan text not null, projection text not null, version integer not null, position integer not null,
  as_of text not null, next_day text, leaf blob, primary key (plan, projection, version)
) strict, without rowid`

/** Upgrades the tables of version 1, which kept no leaves. */
export const upgradeSchema = `
create temp table kept as select * from checkpoint;
drop table checkpoint;
${checkpointTable};
insert into checkpoint select *, null from kept;
drop table temp.kept;
update work set parked = 'wentBack' where parked = 'behind';
pragma user_version = ${readFileVersion};
`

/** The tables of progress. */
export const progressSchema = `
create table projection (
  projection text not null, version integer not null, shape integer not null,
  state text not null check (state in ('serving', 'building', 'retired')), primary key (projection, version)
) strict, without rowid;
create unique index one_serves on projection (projection) where state = 'serving';
create unique index one_is_built on projection (projection) where state = 'building';
${checkpointTable};
create table work (
  plan text not null primary key, attempts integer not null default 0, parked text, position integer, detail text
) strict, without rowid;
create table documentation (
  view text not null, place integer not null, name text, about text not null, primary key (view, place)
) strict, without rowid;
`

/** The statements that create the table of a version. */
export const createTable = (model: ReadModel, version: number): string => {
  const { columns, key, name } = model
  const table = tableOf(model, version)
  return `create table ${table} (${columns.map(columnSql).join(", ")}, primary key (plan, ${key.join(", ")})) strict, without rowid;
    ${key.includes("activity") ? "" : `create index ${name}_v${version}_activity on ${table} (plan, activity);`}`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The statements that make the view show that version, with its documentation in a table: SQLite has no comments. */
export const showVersion = (model: ReadModel, version: number): string => {
  const { about, columns, computed, name } = model
  const shown = [
    ...columns.map((column) => column.name),
    ...computed.map((column) => `${column.sql(dateSql)} as ${column.name}`)
  ].join(", ")
  const lines = [
    `(${quoted(name)}, 0, null, ${quoted(about)})`,
    ...[...columns, ...computed].map(
      (column, at) => `(${quoted(name)}, ${at + 1}, ${quoted(column.name)}, ${quoted(column.about)})`
    )
  ]
  return `drop view if exists ${name};
    create view ${name} as select ${shown} from ${tableOf(model, version)};
    delete from documentation where view = ${quoted(name)};
    insert into documentation (view, place, name, about) values ${lines.join(", ")};`
}
