/**
 * The address of a row in an edition: `aktiviteter:7`, `klara:12`, `tidslinje:1`; in the second table of a kind,
 * `aktiviteter-2:7`.
 */
import type { TableKind } from "../Edition.ts"

const names = { timeline: "tidslinje", activities: "aktiviteter", completed: "klara" } as const
const kinds: ReadonlyMap<string, TableKind> = new Map(
  (Object.keys(names) as ReadonlyArray<TableKind>).flatMap((kind): ReadonlyArray<[string, TableKind]> => [
    [names[kind], kind],
    [kind, kind]
  ])
)

/** An address. `table` counts the tables of that kind from 1, `row` the rows of the table from 1. */
export interface RowAddress {
  readonly kind: TableKind
  readonly table: number
  readonly row: number
}

/** Returns the address as it is written. */
export const rowAddress = ({ kind, row, table }: RowAddress): string =>
  `${names[kind]}${table === 1 ? "" : `-${table}`}:${row}`

/** Reads an address in Swedish or English, without regard to case; `undefined` if it is none. */
export const readRowAddress = (words: string): RowAddress | undefined => {
  const found = /^(\p{L}+)(?:-([1-9]\d{0,4}))?:([1-9]\d{0,8})$/u.exec(words.trim().toLowerCase())
  const kind = kinds.get(found?.[1] ?? "")
  return found === null || kind === undefined
    ? undefined
    : { kind, table: Number(found[2] ?? 1), row: Number(found[3]) }
}
