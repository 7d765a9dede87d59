/**
 * The rows that each responsible answers for. A cell names several only where each of them has a row of its own.
 */
import { comparable } from "@frist/domain/text/ComparableText"

/** A row, and who is responsible for it, as written. */
interface ResponsibleRow {
  readonly responsible: string | null
}

/** The rows of one responsible; of none where `responsible` is null. `responsible` is as it was written first. */
interface ResponsibleGroup<Row extends ResponsibleRow> {
  readonly responsible: string | null
  readonly rows: ReadonlyArray<Row>
}

/** What may stand between the names of several. */
const separators = /[,;/&+\n]|(?<=\s)(?:och|samt|and)(?=\s)/giu

/**
 * Groups rows by who is responsible, in the order of the first row of each; those of nobody come last. Capitals and signs make
 * no difference. `HR och IT` is two where both `HR` and `IT` have rows, and otherwise one: `Kultur och fritid`. A row of
 * several is in the group of each. `names` gives the name that others are written as, by each in `comparable` form: a name
 * in it is that of one responsible, whatever stands in it.
 */
export const rowsByResponsible = <Row extends ResponsibleRow>(
  rows: ReadonlyArray<Row>,
  names: ReadonlyMap<string, string> = new Map()
): ReadonlyArray<ResponsibleGroup<Row>> => {
  const groups = new Map<string, { readonly responsible: string; readonly rows: Array<Row> }>()
  const known = (name: string): string => names.get(comparable(name)) ?? name
  const single = new Set([...rows.flatMap(({ responsible }) => keyOf(responsible) ?? []), ...names.keys()])
  const nobody: Array<Row> = []
  for (const row of rows) {
    const written = namesIn(row.responsible, { single, whole: names })
    if (written.length === 0) nobody.push(row)
    for (const responsible of new Set(written.map(known))) {
      const key = keyOf(responsible) ?? ""
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { responsible, rows: [row] })
      else if (group.rows.at(-1) !== row) group.rows.push(row)
    }
  }
  const all: ReadonlyArray<ResponsibleGroup<Row>> = [...groups.values()]
  return nobody.length === 0 ? all : [...all, { responsible: null, rows: nobody }]
}

/** Returns a name for comparison; null for a cell without letters and digits, such as a dash. */
const keyOf = (name: string | null): string | null => {
  const key = comparable(name ?? "")
  return /[\p{L}\p{N}]/u.test(key) ? key : null
}

const namesIn = (
  responsible: string | null,
  known: { readonly single: ReadonlySet<string>; readonly whole: ReadonlyMap<string, string> }
): ReadonlyArray<string> => {
  const whole = (responsible ?? "").replace(/\s+/gu, " ").trim()
  if (keyOf(whole) === null) return []
  if (known.whole.has(comparable(whole))) return [whole]
  const names = (responsible ?? "")
    .split(separators)
    .map((name) => name.replace(/\s+/gu, " ").trim())
    .filter((name) => name !== "")
  const areAllKnown = names.length > 1 && names.every((name) => known.single.has(keyOf(name) ?? ""))
  return areAllKnown ? names : [whole]
}
