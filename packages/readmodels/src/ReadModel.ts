/**
 * The definition of a read model: a table with documented columns, and a pure function that derives its rows for one
 * activity, or for the plan itself. Adapters make tables of it.
 */
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { ActivityId } from "@frist/domain/Names"
import type { History } from "@frist/projections/History"

/** The kind of a column. `day` is `YYYY-MM-DD`; `instant` is ISO 8601 in UTC with milliseconds. */
export type ColumnKind = "text" | "integer" | "number" | "boolean" | "day" | "instant"

/** A value in a row. */
export type ColumnValue = string | number | boolean | null

/** A column and its documentation. */
export interface ModelColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly required: boolean
  /** One sentence for the database and the reference. */
  readonly about: string
}

/** A row: values in the order of the columns, the plan first. */
export type ModelRow = ReadonlyArray<ColumnValue>

/** The source of rows: the events that can affect one activity, or the plan itself where `id` is null, as known now. */
export interface Slice {
  readonly history: History
  readonly id: ActivityId | null
}

/** The expressions of a SQL dialect for today, and for the days from one date to another. */
export interface DateSql {
  readonly today: string
  readonly days: (from: string, to: string) => string
}

/** A column that the view computes from stored columns, since it depends on today. */
export interface ComputedColumn extends ModelColumn {
  readonly sql: (dates: DateSql) => string
}

/** A read model. */
export interface ReadModel {
  readonly name: string
  /** Raised when columns or their meaning change: this code then no longer writes the tables made before. */
  readonly shape: number
  readonly about: string
  readonly columns: ReadonlyArray<ModelColumn>
  readonly computed: ReadonlyArray<ComputedColumn>
  /** The columns that identify a row within a plan. */
  readonly key: ReadonlyArray<string>
  readonly rows: (slice: Slice) => ReadonlyArray<ModelRow>
}

type Columns = Readonly<Record<string, Omit<ModelColumn, "name">>>
/** A row by the names of its columns, without the plan. */
type Fields<C extends Columns> = { readonly [Name in keyof C]: ColumnValue }

const plan: ModelColumn = { name: "plan", kind: "text", required: true, about: "The plan, by its id." }

/** Defines a read model whose rows are given by column name. */
export const readModel = <const C extends Columns>({
  columns,
  computed = [],
  rows,
  ...rest
}: {
  readonly name: string
  readonly shape: number
  readonly about: string
  readonly columns: C
  readonly computed?: ReadonlyArray<ComputedColumn>
  readonly key: ReadonlyArray<string & keyof C>
  readonly rows: (slice: Slice) => ReadonlyArray<Fields<C>>
}): ReadModel => {
  const names = Object.keys(columns)
  return {
    ...rest,
    computed,
    columns: [plan, ...Object.entries(columns).map(([name, column]) => ({ name, ...column }))],
    rows: (slice) => {
      const id = slice.history.events[0]?.plan ?? null
      return rows(slice).map((fields) => [id, ...names.map((name) => fields[name] ?? null)])
    }
  }
}

/** The places of the key in a row. */
export const keyIndexes = ({ columns, key }: ReadModel): ReadonlyArray<number> =>
  key.map((name) => columns.findIndex((column) => column.name === name))

/** Returns the key of a row as text. */
export const keyText = (indexes: ReadonlyArray<number>, row: ModelRow): string =>
  indexes.length === 1 ? String(row[indexes[0] ?? 0]) : JSON.stringify(indexes.map((at) => row[at]))

const ofKind = (kind: ColumnKind, required: boolean) => (about: string) => ({ kind, required, about })

/** Makes columns of each kind, required or nullable, from their documentation. */
export const column = {
  text: ofKind("text", true),
  textOrNull: ofKind("text", false),
  integer: ofKind("integer", true),
  integerOrNull: ofKind("integer", false),
  number: ofKind("number", true),
  numberOrNull: ofKind("number", false),
  boolean: ofKind("boolean", true),
  booleanOrNull: ofKind("boolean", false),
  day: ofKind("day", true),
  dayOrNull: ofKind("day", false),
  instant: ofKind("instant", true)
} as const

type DateColumns<Name extends string> = Readonly<
  Record<Name | `${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`, Omit<ModelColumn, "name">>
>

/** Columns of a date: its words, its reading, and the first and last day it can mean. */
export const dateColumns = <const Name extends string>(name: Name, about: string): DateColumns<Name> =>
  ({
    [name]: column.textOrNull(`${about}, in its own words.`),
    [`${name}_edtf`]: column.textOrNull(`The same date as EDTF (ISO 8601-2); null where the words cannot be read.`),
    [`${name}_earliest`]: column.dayOrNull(`Its first possible day; null for an open end or an unread date.`),
    [`${name}_latest`]: column.dayOrNull(`Its last possible day; null for an open end or an unread date.`)
  }) as DateColumns<Name>

/** Returns a function that gives a name these endings, once for all rows: to join them costs more than a column. */
export const namesWith = <const Endings extends ReadonlyArray<string>>(
  ...endings: Endings
): ((name: string) => { readonly [At in keyof Endings]: string }) => {
  const known = new Map<string, { readonly [At in keyof Endings]: string }>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const names = endings.map((ending) => `${name}${ending}`) as { readonly [At in keyof Endings]: string }
    known.set(name, names)
    return names
  }
}

const dateNames = namesWith("", "_edtf", "_earliest", "_latest")

/** Fills the columns of a date. */
export const dateFields = <const Name extends string>(
  name: Name,
  date: PlannedDate | null
): { readonly [Key in keyof DateColumns<Name>]: ColumnValue } => {
  const [words, edtf, earliest, latest] = dateNames(name)
  const fields: Record<string, ColumnValue> = {}
  fields[words] = date?.words ?? null
  fields[edtf] = date?.edtf ?? null
  fields[earliest] = date?.earliest ?? null
  fields[latest] = date?.latest ?? null
  return fields as { readonly [Key in keyof DateColumns<Name>]: ColumnValue }
}
