/**
 * `frist relocate`: moves a plan to another database, and closes its log here. Run again after a crash, it goes on.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { PlanId } from "@frist/domain/Names"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { CopyRefused } from "@frist/store/copy/CopyRefused"
import { relocatePlan } from "@frist/store/copy/Relocation"
import { Conflict } from "@frist/store/EventLog"
import type { LogServices } from "@frist/store/LogServices"
import { placeOf } from "@frist/store/DatabaseAddress"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { databaseOf } from "../database/Database.ts"
import { refused, storage, wrongUsage } from "../failures/Failure.ts"
import type { RelocationView } from "../JsonViews.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { copyTexts } from "../texts/CopyTexts.ts"
import { copyFailure, evidenceFailure } from "./CopyFailure.ts"
import { isForOwners } from "./RunRestore.ts"

interface RelocationInput {
  readonly plan: string
  readonly to: string
}

/** Moves the plan, and prints its new place with the root that both places have. */
export const runRelocate = Effect.fn(function* (input: RelocationInput) {
  const session = yield* readSession
  const { phrase } = session
  const texts = copyTexts[phrase.language]
  const target = databaseOf(input.to)
  if (Result.isFailure(target)) return yield* wrongUsage(phrase.text.errors.address[target.failure])
  const database = target.success
  const to = placeOf(database)
  const asked = Schema.decodeOption(PlanId)(input.plan)
  if (Option.isNone(asked)) return yield* wrongUsage(phrase.text.errors.notAnId(input.plan))
  const { plan, root, size } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const here = yield* Effect.context<LogServices>()
      const { plan } = yield* chosenPlan({ ...session, plan: asked })
      const moving = Effect.flatMap(Effect.context<LogServices>(), (there) =>
        relocatePlan({ plan, to, actor: session.actor, effectiveOn: session.today }, there).pipe(
          Effect.provideContext(here)
        )
      ).pipe(
        Effect.mapError((error) => {
          if (error instanceof Conflict) return refused(texts.occupied(plan, to))
          if (error instanceof CopyRefused) return copyFailure(error, texts)
          if (error instanceof EvidenceBroken) return evidenceFailure(error, texts.inLog(error.position), texts)
          return isForOwners(error) ? storage(texts.ownerOnly(database.name)) : error
        })
      )
      return { plan, ...(yield* withLog({ ...session, database }, true, moving)) }
    })
  )
  if (session.format === "json") {
    const view: RelocationView = {
      view: "frist/relocated",
      version: 1,
      plan,
      to,
      events: size,
      size,
      root: rootText(root)
    }
    return yield* Console.log(jsonText(view))
  }
  yield* Console.log(
    [texts.relocated(phrase.text.plural.events(size), plan, to), texts.root(size, rootText(root))].join("\n")
  )
})
