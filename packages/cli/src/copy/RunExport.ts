/**
 * `frist export`: the log of a plan to a new file, or to standard output with nothing else.
 */
import { jsonText } from "@frist/domain/text/InertText"
import type { PlanId } from "@frist/domain/Names"
import { copyTexts } from "../texts/CopyTexts.ts"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { type ExportedPlan, exportPlan } from "@frist/store/copy/LogExport"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { once } from "node:events"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { positionArgument } from "../arguments/ArgumentValues.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { ExportView } from "../JsonViews.ts"
import { writingNewFile } from "../files/NewFile.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { exactConsole } from "../terminal/InertConsole.ts"
import { editionLines } from "./EditionWords.ts"
import { evidenceFailure } from "./CopyFailure.ts"

interface ExportInput {
  readonly from: Option.Option<string>
  readonly out: Option.Option<string>
}

/** Exports the chosen plan; prints a summary only where the copy goes to a file. */
export const runExport = Effect.fn(function* ({ from, out }: ExportInput) {
  const session = yield* readSession
  const { plural } = session.phrase.text
  const texts = copyTexts[session.phrase.language]
  const first = Option.isNone(from) ? 1 : yield* positionArgument(from.value, session.phrase)
  const written = <E>(write: (lines: string) => Effect.Effect<void, E>) =>
    withLog(
      session,
      false,
      Effect.gen(function* () {
        const { events, plan } = yield* chosenPlan(session)
        if (first > events + 1) {
          return yield* wrongUsage(texts.beyond(plan, plural.events(events), String(first)))
        }
        const copied = yield* exportPlan(plan, first, write).pipe(
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
  const { copied, plan } = yield* writingNewFile(file, session, written)
  yield* printExported(session, plan, file, copied)
})

/** Prints lines unchanged, and waits for a slow reader. */
const toStandardOutput = (lines: string): Effect.Effect<void> =>
  Effect.andThen(
    Effect.map(Console.Console, (console) => exactConsole(console).log(lines.slice(0, -1))),
    // The start of the process handles a reader that has gone away.
    Effect.promise(async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain").catch(() => undefined)
    })
  )

const printExported = (
  { format, phrase }: Session,
  plan: PlanId,
  file: string,
  { editions, events, root, size }: ExportedPlan
) => {
  if (format === "json") {
    const view: ExportView = { view: "frist/exported", version: 1, plan, events, size, root: rootText(root), editions }
    return Console.log(jsonText(view))
  }
  const texts = copyTexts[phrase.language]
  return Console.log(
    [
      texts.exported(phrase.text.plural.events(events), plan, file),
      texts.root(size, rootText(root)),
      ...editionLines(editions, keptTexts[phrase.language])
    ].join("\n")
  )
}
