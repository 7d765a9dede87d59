import { lens } from "@frist/domain/Lens"
import type { Log, ViewTimes } from "@frist/projections/View"

/** How often each reason was given for a move, the most frequent first. */
export const reasons = (
  log: Log,
  times: ViewTimes
): ReadonlyArray<{ readonly reason: string; readonly moves: number }> => {
  const counted = new Map<string, number>()
  for (const { fact } of lens(log, times)) {
    if (fact._tag !== "DeadlineMoved" || fact.from === null) continue
    const reason = fact.reason ?? "none given"
    counted.set(reason, (counted.get(reason) ?? 0) + 1)
  }
  return [...counted].map(([reason, moves]) => ({ reason, moves })).sort((a, b) => b.moves - a.moves)
}
