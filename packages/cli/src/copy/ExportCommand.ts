/**
 * Writing a plan's log to a file, or to standard output with nothing else.
 */
import type { PlanId } from "@frist/domain/Names"
import { copyTexts } from "../texts/CopyTexts.ts"
import { rootText } from "@frist/evidence/Checkpoint"
import { type ExportedPlan, exportPlan } from "@frist/store/copy/LogExport"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { once } from "node:events"
import { chosenPlan } from "../ChosenPlan.ts"
import { positionArgument } from "../commands/Arguments.ts"
import { type Failure, refused, wrongUsage } from "../Failure.ts"
import { session, type Session, withLog } from "../Session.ts"
import type { Exported } from "../JsonViews.ts"
import { writingNewFile } from "../files/NewFile.ts"
import { evidenceFailure } from "./CopyFailure.ts"

interface Asked {
  readonly from: Option.Option<string>
  readonly out: Option.Option<string>
}

/** Writes the copy, and where it goes to a file, says so. */
export const exportTo = Effect.fn(function* ({ from, out }: Asked) {
  const own = yield* session
  const { errors, plural } = own.phrase.text
  const texts = copyTexts[own.phrase.language]
  const first = Option.isNone(from) ? Option.some(1) : positionArgument(from.value)
  if (Option.isNone(first)) {
    return yield* wrongUsage(errors.notAPosition(Option.getOrElse(from, () => "")))
  }
  const written = <E>(write: (lines: string) => Effect.Effect<void, E>) =>
    withLog(
      own,
      false,
      Effect.gen(function* () {
        const { events, plan } = yield* chosenPlan(own)
        if (first.value > events + 1) {
          return yield* wrongUsage(texts.beyond(plan, plural.events(events), String(first.value)))
        }
        const copied = yield* exportPlan(plan, first.value, write).pipe(
          Effect.mapError((error) =>
            error instanceof EvidenceBroken ? evidenceFailure(error, texts.inLog(error.position), texts) : error
          )
        )
        return { plan, copied }
      })
    )
  if (Option.isNone(out)) {
    yield* written(toStandardOutput)
    return
  }
  const file = out.value
  const { copied, plan } = yield* writingNewFile(file, (error) => cannotWrite(file, error, own), written)
  yield* report(own, plan, file, copied)
})

/** Lines as they are; a reader that is slow is waited for. */
const toStandardOutput = (lines: string): Effect.Effect<void> =>
  Effect.andThen(
    Console.log(lines.slice(0, -1)),
    // One that went away is told of where the process starts.
    Effect.promise(async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain").catch(() => undefined)
    })
  )

const cannotWrite = (file: string, error: unknown, { phrase }: Session): Failure => {
  const { errors } = phrase.text
  return error instanceof Error && "code" in error && error.code === "EEXIST"
    ? refused(errors.fileExists(file))
    : wrongUsage(errors.cannotWrite(file))
}

const report = ({ format, phrase }: Session, plan: PlanId, file: string, { events, root, size }: ExportedPlan) => {
  if (format === "json") {
    const exported: Exported = { view: "frist/exported", version: 1, plan, events, size, root: rootText(root) }
    return Console.log(JSON.stringify(exported))
  }
  const texts = copyTexts[phrase.language]
  return Console.log(
    `${texts.exported(phrase.text.plural.events(events), plan, file)}\n${texts.root(size, rootText(root))}`
  )
}
