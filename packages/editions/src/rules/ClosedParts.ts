/**
 * The parts of a plan that are closed, by the words of their rows.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Plan } from "@frist/domain/plan/Plan"
import { isClosed } from "@frist/domain/Status"

/** Returns a key of a part: its activity and its name. */
export const partKey = (parent: string, name: string): string => `${parent} ${comparable(name)}`

/** Returns the keys of the parts that are closed. */
export const closedParts = (plan: Plan): ReadonlySet<string> =>
  new Set(
    [...plan.activities.values()].flatMap(({ goal, parent, status }) =>
      parent !== null && isClosed(status) ? [partKey(parent, goal ?? "")] : []
    )
  )
