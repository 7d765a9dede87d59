/**
 * The sort order of a view's activities: as in the document, or by area, deadline or slip.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import { withParts } from "@frist/projections/rows/PartOrder"
import type { ShownActivity } from "@frist/projections/View"

/** `document`: in the order of the document. `area`: alphabetical. `deadline`: nearest first. `slip`: largest first. */
export const orders = ["document", "area", "deadline", "slip"] as const
type Order = (typeof orders)[number]

interface Sortable extends Pick<ShownActivity, "activity" | "area" | "goal" | "deadline" | "parent"> {
  readonly slip: Slip
}

/** Sorts rows; those without a date, or without a known slip, come last. Parts follow their whole, in their own order. */
export const inOrderOf = <Row>(
  rows: ReadonlyArray<Row>,
  order: Order,
  sortable: (row: Row) => Sortable,
  compare: (a: string, b: string) => number
): ReadonlyArray<Row> => {
  if (order === "document") return rows
  const keys = new Map(rows.map((row) => [row, sortable(row)]))
  const keyOf = (row: Row): Sortable => keys.get(row) ?? sortable(row)
  const first = (a: Sortable, b: Sortable): number => {
    switch (order) {
      case "area":
        return compare(a.area ?? a.goal ?? "", b.area ?? b.goal ?? "") || compare(a.goal ?? "", b.goal ?? "")
      case "deadline":
        return lastOf(a.deadline?.latest, b.deadline?.latest, (x, y) => (x < y ? -1 : x > y ? 1 : 0))
      case "slip":
        return lastOf(most(a.slip), most(b.slip), (x, y) => y - x)
    }
  }
  return withParts(rows, keyOf, (a, b) => first(keyOf(a), keyOf(b)))
}

const most = ({ max, min }: Slip): number | null => min ?? max

const lastOf = <A>(a: A | null | undefined, b: A | null | undefined, compare: (a: A, b: A) => number): number =>
  a == null ? (b == null ? 0 : 1) : b == null ? -1 : compare(a, b)
