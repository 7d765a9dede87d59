import { Day } from "@frist/domain"
import { History } from "@frist/projections"
import type { FristLog } from "@frist/promises"
import { reasons } from "./reasons.ts"

/** Shows the reasons for moves, again after each event, until the signal is aborted. */
export const shownReasons = async (
  log: FristLog,
  plan: string,
  show: (rows: ReturnType<typeof reasons>) => void,
  signal: AbortSignal
) => {
  for await (const { position } of log.follow({ plan, signal })) {
    const events = await log.events(plan)
    // Others come: the last of them shows them all.
    if (position < events.length) continue
    show(reasons(History.of(events, { today: Day.fromInstant(Date.now()) })))
  }
}
