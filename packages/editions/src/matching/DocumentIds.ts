/**
 * The ids that a document itself gives its rows: which of them identify an activity, and which only number the rows.
 */

/** A row with the words of its id cell. `address` names its table and its place. */
interface Numbered {
  readonly address: string
  readonly kind: string
  readonly id: string | null
}

/** Returns an id as it is compared: without regard to case, spaces and a full stop at its end. */
export const comparableId = (id: string | null | undefined): string =>
  (id ?? "").normalize("NFC").replace(/\s+/gu, " ").trim().replace(/\.$/u, "").toUpperCase()

/** Whether an id is digits and points only: `7`, `2.1`. Such an id may be a place in the table. */
export const isNumber = (id: string): boolean => id.length <= 20 && /^#?\d+(?:[.-]\d+)*$/u.test(id)

/** Returns the table of a row's address. */
export const addressedTable = ({ address }: Pick<Numbered, "address">): string =>
  address.slice(0, address.lastIndexOf(":"))

/** Whether the ids of a table, in the order of its rows, are 1, 2, 3 … or 0, 1, 2 … */
const areRowNumbers = (ids: ReadonlyArray<string>): boolean => {
  const first = numberOf(ids[0] ?? "")
  return first !== null && first <= 1 && ids.every((id, at) => numberOf(id) === first + at)
}

const numberOf = (id: string): number | null => (/^#?\d{1,9}$/u.test(id) ? Number(id.replace("#", "")) : null)

/** The ids of the rows of an edition, by row. An id of several rows is none: they are the parts of one thing. */
export interface DocumentIds<Row> {
  /** Ids that identify an activity. */
  readonly proper: ReadonlyMap<Row, string>
  /** Ids that are only the number of the row. */
  readonly numbers: ReadonlyMap<Row, string>
}

/** Returns the ids of rows, which are in the order of the document. */
export const documentIds = <Row extends Numbered>(rows: ReadonlyArray<Row>): DocumentIds<Row> => {
  const withId = rows.filter(({ id }) => comparableId(id) !== "")
  const holders = Map.groupBy(withId, ({ id, kind }) => `${kind} ${comparableId(id)}`)
  const proper = new Map<Row, string>()
  const numbers = new Map<Row, string>()
  for (const own of Map.groupBy(withId, addressedTable).values()) {
    const ids = own.map(({ id }) => comparableId(id))
    const into = areRowNumbers(ids) ? numbers : proper
    for (const row of own) {
      const id = comparableId(row.id)
      if (holders.get(`${row.kind} ${id}`)?.length === 1) into.set(row, id)
    }
  }
  return { proper, numbers }
}
