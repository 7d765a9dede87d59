/**
 * What a read model is: a table with documented columns, and the pure function that gives its rows for one activity, or
 * for the plan itself. Nothing here knows of a database.
 */
import type { Day } from "@frist/domain/Day"
import type { PlannedDate } from "@frist/domain/PlannedDate"
import type { ActivityId } from "@frist/domain/Names"
import type { History } from "@frist/projections/History"

/** `day` is `YYYY-MM-DD`; `instant` is ISO 8601 in UTC with milliseconds. */
export type Kind = "text" | "integer" | "number" | "boolean" | "day" | "instant"
export type Value = string | number | boolean | null

export interface Column {
  readonly name: string
  readonly kind: Kind
  readonly required: boolean
  /** What it says, in one sentence that ends up in the database and in the reference. */
  readonly about: string
}

/** Values in the order of the columns; the first is the plan. */
export type Row = ReadonlyArray<Value>

/** The source of rows: the events that can affect one activity, or the plan itself where `id` is null, as known now. */
export interface Slice {
  readonly history: History
  readonly id: ActivityId | null
}

/** A column that the view computes when it is asked, because it depends on the day. */
export interface Computed extends Column {
  readonly postgres: string
  readonly sqlite: string
}

export interface ReadModel {
  readonly name: string
  /** Raised when the columns or what they mean change: then tables made before are no longer written by this code. */
  readonly shape: number
  readonly about: string
  readonly columns: ReadonlyArray<Column>
  readonly computed: ReadonlyArray<Computed>
  /** What tells its rows apart within a plan. */
  readonly key: ReadonlyArray<string>
  readonly rows: (slice: Slice) => ReadonlyArray<Row>
}

type Columns = Readonly<Record<string, Omit<Column, "name">>>
/** A row before its columns are put in order; the plan is added. */
export type Fields<C extends Columns> = { readonly [Name in keyof C]: Value }

const plan: Column = { name: "plan", kind: "text", required: true, about: "The plan, by its id." }

/** A read model whose rows are told by name. */
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
  readonly computed?: ReadonlyArray<Computed>
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

/** Where the key stands in a row. */
export const keyIndexes = ({ columns, key }: ReadModel): ReadonlyArray<number> =>
  key.map((name) => columns.findIndex((column) => column.name === name))

/** The key of a row as text. */
export const keyOf = (indexes: ReadonlyArray<number>, row: Row): string =>
  indexes.length === 1 ? String(row[indexes[0] ?? 0]) : JSON.stringify(indexes.map((at) => row[at]))

const column = (kind: Kind, required: boolean) => (about: string) => ({ kind, required, about })
export const text = column("text", true)
export const textOrNull = column("text", false)
export const integer = column("integer", true)
export const integerOrNull = column("integer", false)
export const number = column("number", true)
export const numberOrNull = column("number", false)
export const boolean = column("boolean", true)
export const booleanOrNull = column("boolean", false)
export const day = column("day", true)
export const dayOrNull = column("day", false)
export const instant = column("instant", true)

type DateColumns<Name extends string> = Readonly<
  Record<Name | `${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`, Omit<Column, "name">>
>

/** A date as it was written, its reading, and the first and last day that it can mean. */
export const dateColumns = <const Name extends string>(name: Name, about: string): DateColumns<Name> =>
  ({
    [name]: textOrNull(`${about}, in the words that were written.`),
    [`${name}_edtf`]: textOrNull(`The same as EDTF (ISO 8601-2); null where the words cannot be read.`),
    [`${name}_earliest`]: dayOrNull(
      `The first day that it can mean; null for an open end, or for words that cannot be read.`
    ),
    [`${name}_latest`]: dayOrNull(
      `The last day that it can mean; null for an open end, or for words that cannot be read.`
    )
  }) as DateColumns<Name>

export const dateFields = <const Name extends string>(
  name: Name,
  date: PlannedDate | null
): { readonly [Key in keyof DateColumns<Name>]: Value } =>
  ({
    [name]: date?.words ?? null,
    [`${name}_edtf`]: date?.edtf ?? null,
    [`${name}_earliest`]: date?.earliest ?? null,
    [`${name}_latest`]: date?.latest ?? null
  }) as { readonly [Key in keyof DateColumns<Name>]: Value }

/** A day far enough ahead for whatever does not depend on today. */
export const noDay = "9999-12-31" as Day
