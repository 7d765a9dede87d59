/**
 * `frist rebuild`: rebuilds read models and shows progress.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { type ReadModelTexts, readModelTexts } from "../texts/ReadModelTexts.ts"
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import { rebuild, rebuildPlan } from "@frist/readmodels/Rebuild"
import { ReadModelStore } from "@frist/readmodels/ReadModelStore"
import { comparedPlaces } from "@frist/readmodels/WentBack"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { availableParallelism } from "node:os"
import { refused, storage, wrongUsage } from "../failures/Failure.ts"
import { namedPlan } from "../arguments/ChosenPlan.ts"
import { type Session, readSession } from "../Session.ts"
import type { RebuildView } from "../JsonViews.ts"
import { chosenModels, withReadModels } from "./SessionReadModels.ts"

interface RebuildInput {
  readonly name: Option.Option<string>
  readonly workers: Option.Option<number>
  readonly dropOld: boolean
}

/** More workers would only wait for each other. */
const mostWorkers = 64

/** Rebuilds read models; refused while another rebuild runs, and fails if a plan is parked. */
export const runRebuild = Effect.fn(function* ({ dropOld, name, workers }: RebuildInput) {
  const session = yield* readSession
  const texts = readModelTexts[session.phrase.language]
  const models = yield* chosenModels(name, session)
  const many = Option.getOrElse(workers, () => 2)
  if (many < 1 || many > mostWorkers) return yield* wrongUsage(texts.notWorkers(mostWorkers))
  const today = session.times.asOf ?? session.today
  const { dropped, result, standing } = yield* withReadModels(
    session,
    Effect.scoped(
      Effect.gen(function* () {
        const plan = yield* planToRebuild(session)
        const result =
          plan === undefined
            ? yield* rebuild({
                models,
                today,
                workers: many,
                onProgress: progress(texts),
                ...(yield* threads(session, many, today))
              })
            : yield* rebuildPlan(plan, { models, today })
        const dropped = dropOld && result.outcome === "done" ? yield* (yield* ReadModelStore).drop : []
        const standing = (yield* (yield* ReadModelStore).parked).filter((each) => parkedIn(result).includes(each.plan))
        return { dropped, result, standing }
      })
    )
  )
  if (result.outcome === "busy") return yield* refused(texts.busy)
  const { events, plans } = result.outcome === "done" ? result : { events: 0, plans: 0 }
  const names = dropped.map(({ projection, version }) => `${projection}_v${version}`)
  if (session.format === "json") {
    const rebuilt: RebuildView = { view: "frist/rebuilt", version: 1, events, plans, dropped: names, parked: standing }
    yield* Console.log(jsonText(rebuilt))
  } else {
    if (result.outcome === "done") yield* Console.log(texts.rebuilt(events, plans))
    if (names.length > 0) yield* Console.log(texts.dropped(names.join(", ")))
    for (const each of standing) yield* Console.log(texts.parked[each.why](each.plan, each.detail))
  }
  if (standing.length > 0) return yield* storage(texts.plansParked(standing.length))
})

/** The plan that `--plan` names, also where the log lost it and only its rows are left. */
const planToRebuild = Effect.fnUntraced(function* (session: Session) {
  const { lost } = yield* comparedPlaces
  const named = lost.find(({ plan }) => Option.contains(session.plan, plan))
  return named?.plan ?? (yield* namedPlan(session))
})

/** The plans whose rows were not all derived again. */
const parkedIn = (result: Effect.Success<ReturnType<typeof rebuild>>): ReadonlyArray<PlanId> =>
  result.outcome === "done" ? result.parked : result.outcome === "parked" ? result.plans : []

/** Derives the rows of a server's read models in threads, one for each core at most. */
const threads = Effect.fnUntraced(function* ({ database }: Session, many: number, today: Day) {
  if (database.kind === "file") return {}
  const { rebuildWorkerPool } = yield* Effect.promise(() => import("@frist/readmodels/postgres/RebuildWorkerPool"))
  const ask = yield* rebuildWorkerPool(database.url, Math.min(many, availableParallelism()))
  return { inWorker: (plan: PlanId, building: ReadonlyArray<string>) => ask({ plan, today, building }) }
})

/** Shows a progress bar on a terminal, and elsewhere a line every few seconds. */
const progress = (texts: ReadModelTexts) => {
  const began = performance.now()
  const isTerminal = process.stderr.isTTY
  let [first, printedAt] = [-1, -Infinity]
  return (built: number, of: number): void => {
    if (first < 0) first = built
    const now = performance.now()
    const isLast = built === of
    if (of === 0 || (!isLast && now - printedAt < (isTerminal ? 100 : 5000)) || (isLast && printedAt === -Infinity))
      return
    printedAt = now
    const rate = (built - first) / Math.max(0.001, (now - began) / 1000)
    const seconds = rate === 0 ? null : Math.ceil((of - built) / rate)
    const percent = Math.floor((100 * built) / of)
    const line = texts.progress(
      String(built),
      String(of),
      percent,
      rate.toFixed(0),
      seconds === null ? "?" : `${seconds} s`
    )
    if (!isTerminal) process.stderr.write(`${line}\n`)
    else process.stderr.write(`\r${bar(percent)} ${line}\u001b[K${isLast ? "\n" : ""}`)
  }
}

const bar = (percent: number): string => "█".repeat(Math.floor(percent / 5)).padEnd(20, "░")
