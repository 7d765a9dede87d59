import { Day, type PlanId } from "@frist/domain"
import { History } from "@frist/projections"
import { EventLog } from "@frist/store"
import { Clock, Effect, Stream } from "effect"
import { reasons } from "./reasons.ts"

/** Shows the reasons for moves, again after each event, until it is interrupted. */
export const shownReasons = Effect.fnUntraced(function* (
  plan: PlanId,
  show: (rows: ReturnType<typeof reasons>) => void
) {
  const log = yield* EventLog
  const shown = Effect.fnUntraced(function* (position: number) {
    const events = yield* log.read(plan)
    if (position < events.length) return
    const today = Day.fromInstant(yield* Clock.currentTimeMillis)
    show(reasons(History.of(events, { today })))
  })
  yield* Stream.runForEach(log.changes({ plan, after: 0 }), ({ position }) => shown(position))
})
