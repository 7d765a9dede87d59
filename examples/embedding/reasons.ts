import type { History } from "@frist/projections"

/** Counts how often each reason was given for a move, the most frequent first. */
export const reasons = (history: History): ReadonlyArray<{ readonly reason: string; readonly moves: number }> => {
  const counted = new Map<string, number>()
  for (const { id } of history.plan.activities.values()) {
    for (const { from, reason, type } of history.movesOf(id)) {
      if (type !== "moved" || from === null) continue
      const words = reason ?? "none given"
      counted.set(words, (counted.get(words) ?? 0) + 1)
    }
  }
  return [...counted].map(([reason, moves]) => ({ reason, moves })).sort((a, b) => b.moves - a.moves)
}
