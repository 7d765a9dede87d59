/**
 * The order in which a view's activities are shown: as in the document, or by what a reader looks for.
 */
import type { Slip } from "@frist/domain/PlannedDate"
import type { ShownActivity } from "@frist/projections/View"

/** `document`: as first written down. `area`: by the alphabet of the language. `deadline`, `slip`: what is nearest, what slipped most. */
export const orders = ["document", "area", "deadline", "slip"] as const
export type Order = (typeof orders)[number]

interface Sortable extends Pick<ShownActivity, "activity" | "area" | "goal" | "deadline" | "parent"> {
  readonly slip: Slip
}

/** What has no date, or no known slip, stands last. Parts follow their whole, in their own order. */
export const inOrderOf = <Row>(
  rows: ReadonlyArray<Row>,
  order: Order,
  sortable: (row: Row) => Sortable,
  compare: (a: string, b: string) => number
): ReadonlyArray<Row> => {
  if (order === "document") return rows
  const all = rows.map((row) => ({ row, key: sortable(row) }))
  const ids = new Set<string>(all.map(({ key }) => key.activity))
  const isWhole = ({ key }: (typeof all)[number]) => key.parent === null || !ids.has(key.parent)
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
  const parts = Map.groupBy(all, ({ key }) => key.parent)
  // Every row once, also where a correction has made an activity a part of itself.
  const shown = new Set<Row>()
  // A stack of its own: nothing limits how deep parts of parts go.
  const family = (whole: (typeof all)[number]): void => {
    const waiting = [whole]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (shown.has(next.row)) continue
      shown.add(next.row)
      for (const part of (parts.get(next.key.activity) ?? []).toReversed()) waiting.push(part)
    }
  }
  const wholes = all.filter(isWhole).sort((a, b) => first(a.key, b.key))
  for (const whole of [...wholes, ...all]) family(whole)
  return [...shown]
}

const most = ({ max, min }: Slip): number | null => min ?? max

const lastOf = <A>(a: A | null | undefined, b: A | null | undefined, compare: (a: A, b: A) => number): number =>
  a == null ? (b == null ? 0 : 1) : b == null ? -1 : compare(a, b)
