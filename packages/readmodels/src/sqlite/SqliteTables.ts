/**
 * Read models as tables and views in SQLite, written out from their definitions. They lie in a file of their own beside
 * the log, which stays a log and nothing else; a program that wants both attaches it under the name `frist_read`.
 */
import { parse, join } from "node:path"
import type { Column, Kind, ReadModel } from "../ReadModel.ts"

/** Where the read models of the log in that file are: `frist.read.db` beside `frist.db`. */
export const readFileOf = (filename: string): string => {
  const { dir, ext, name } = parse(filename)
  return join(dir, `${name}.read${ext === "" ? ".db" : ext}`)
}

/** Marks a file as ours (`FRSR`), and the version of what surrounds the read models. */
export const applicationId = 0x46525352
export const schemaVersion = 1

const types: Readonly<Record<Kind, string>> = {
  text: "text",
  integer: "integer",
  number: "real",
  boolean: "integer",
  day: "text",
  instant: "text"
}

export const tableOf = ({ name }: Pick<ReadModel, "name">, version: number): string => `${name}_v${version}`

const columnSql = ({ kind, name, required }: Column): string => `${name} ${types[kind]}${required ? " not null" : ""}`

export const progressSchema = `
create table projection (
  projection text not null, version integer not null, shape integer not null,
  state text not null check (state in ('serving', 'building', 'retired')), primary key (projection, version)
) strict, without rowid;
create unique index one_serves on projection (projection) where state = 'serving';
create unique index one_is_built on projection (projection) where state = 'building';
create table checkpoint (
  plan text not null, projection text not null, version integer not null, position integer not null,
  as_of text not null, next_day text, primary key (plan, projection, version)
) strict, without rowid;
create table work (
  plan text not null primary key, attempts integer not null default 0, parked text, position integer, detail text
) strict, without rowid;
create table documentation (
  view text not null, place integer not null, name text, about text not null, primary key (view, place)
) strict, without rowid;
`

/** Statements that make the table of a version. */
export const createTable = (model: ReadModel, version: number): string => {
  const { columns, key, name } = model
  const table = tableOf(model, version)
  return `create table ${table} (${columns.map(columnSql).join(", ")}, primary key (plan, ${key.join(", ")})) strict, without rowid;
    ${key.includes("activity") ? "" : `create index ${name}_v${version}_activity on ${table} (plan, activity);`}`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Statements that make the view show that version, and its documentation, which SQLite has no comments for. */
export const showVersion = (model: ReadModel, version: number): string => {
  const { about, columns, computed, name } = model
  const shown = [
    ...columns.map((column) => column.name),
    ...computed.map((column) => `${column.sqlite} as ${column.name}`)
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
