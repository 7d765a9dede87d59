import { Actor, Day, PlanId } from "@frist/domain"
import { importEdition, readEdition } from "@frist/editions"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"

/** Records a document in a plan, as presented on a day. Needs an `EventLog`. */
export const importFile = (path: string, heldOn: string) =>
  Effect.gen(function* () {
    const bytes = yield* Effect.promise(() => readFile(path))
    const edition = yield* readEdition(path.replace(/^.*[\\/]/u, ""), bytes)
    const plan = PlanId.make("digital-strategi")
    return yield* importEdition({ plan, edition, heldOn: Day.make(heldOn), actor: Actor.make("Importer") })
  })
