/**
 * The sheets of a workbook that are read: those that a person named, or all, unless they are the same table at several
 * times.
 */
import { slug } from "@frist/domain/Slug"
import type { ReadingOptions } from "../../ReadingOptions.ts"
import type { Grid } from "./Grid.ts"
import { isSameHead, withHeads } from "./HeadingRows.ts"
import type { Reading, TableHead } from "./TableHead.ts"

/** The sheets to read, or the reason why a person must choose: `names` are those there are, or those that are alike. */
export type SheetChoice =
  | { readonly grids: ReadonlyArray<Grid> }
  | { readonly problem: "noSuchSheet" | "alikeSheets"; readonly names: ReadonlyArray<string> }

const key = (name: string): string => name.normalize("NFC").trim().toLowerCase()

/** Chooses the sheets. Tables of a document without sheets have no names. */
export const chosenSheets = (grids: ReadonlyArray<Grid>, options: ReadingOptions): SheetChoice => {
  const { sheets = [] } = options
  if (sheets.length === 0) {
    const names = alikeIn(grids, options)
    return names.length > 1 ? { problem: "alikeSheets", names } : { grids }
  }
  const wanted = new Set(sheets.map(key))
  const chosen = grids.filter(({ name }) => name !== null && wanted.has(key(name)))
  const found = new Set(chosen.map(({ name }) => key(name ?? "")))
  return [...wanted].every((name) => found.has(name))
    ? { grids: chosen }
    : { problem: "noSuchSheet", names: grids.flatMap(({ name }) => name ?? []) }
}

/** Returns the names of sheets that hold the same table, with mostly the same rows, for different periods. */
const alikeIn = (grids: ReadonlyArray<Grid>, options: ReadingOptions): ReadonlyArray<string> => {
  const periods = grids.filter(({ name }) => name !== null && isOfPeriod(name))
  if (periods.length < 2) return []
  const { grids: headed, reading } = withHeads(periods, options)
  const tables = headed.flatMap((grid) => {
    const table = namesIn(grid, reading)
    return table === null ? [] : [{ ...table, name: grid.name ?? "" }]
  })
  const [first, ...others] = tables
  if (first === undefined) return []
  const alike = others.filter(({ head, names }) => isSameHead(first.head, head) && overlap(first.names, names) >= 0.5)
  return alike.length === 0 ? [] : [first.name, ...alike.map(({ name }) => name)]
}

/** Whether a sheet is named after a period: `Q1 2024`, `Tertial 2`, `Mars`, `2024-06`. */
const isOfPeriod = (name: string): boolean =>
  /(?<!\d)(?:19|20)\d\d(?!\d)/u.test(name) ||
  /(?<![\p{L}\d])(?:q|kv|t|h|s)\d(?![\p{L}\d])/iu.test(name) ||
  slug(name)
    .split("-")
    .some((word) => periodWords.test(word))

const periodWords =
  /^(?:kvartal|tertial|halvar|quarter|quartal|halbjahr|trimestre|semestre|jan(?:uari?|uary|uar|vier)?|feb(?:ruari?|ruary|ruar)?|mar(?:s|ch|ts|z)?|april?|ma[ijy]|jun[ei]?|jul[iy]?|aug(?:usti?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[czs](?:ember)?)$/u

interface NamedRows {
  readonly head: TableHead
  readonly names: ReadonlySet<string>
}

/** Returns what the rows of a sheet's first table are named; null if it has none. */
const namesIn = ({ rows }: Grid, { heads }: Reading): NamedRows | null => {
  const at = rows.findIndex((row) => heads.has(row))
  const head = rows[at] === undefined ? undefined : heads.get(rows[at])
  if (head === undefined) return null
  const naming = [...head.columns].flatMap(([place, column]) =>
    column === "area" || column === "goal" || column === "actions" ? [place] : []
  )
  const names = new Set<string>()
  for (const { cells } of rows.slice(at + 1, at + 501)) {
    const words = naming.map((place) => cells.get(place)?.text.trim() ?? "").join("\n")
    if (words.trim() !== "") names.add(words)
  }
  return { head, names }
}

const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const least = Math.min(one.size, other.size)
  let both = 0
  for (const name of one) if (other.has(name)) both++
  return least === 0 ? 0 : both / least
}
