/**
 * Where an activity was first written down: the day and the position that give a plan its order.
 */
import { standingIn } from "@frist/projections/View"
import type { Slice } from "../ReadModel.ts"

export const registeredFields = ({ id, log, times }: Slice) => {
  const first = standingIn(log, times).entries.find(
    ({ fact, record }) => record.activity === id && fact._tag === "ActivityRegistered"
  )
  return { registered_on: first?.record.effectiveOn ?? null, registered_at: first?.record.position ?? null }
}
