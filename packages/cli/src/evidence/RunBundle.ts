/**
 * `frist bundle`: a ZIP file with the log and everything needed to verify it without Frist.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { checkpointText, rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { exportPlan } from "@frist/store/copy/LogExport"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { hex } from "@frist/evidence/Bytes"
import { sha256 } from "@frist/evidence/Sha256"
import { logOrigin } from "@frist/evidence/LogVerifier"
import { copyTexts } from "../texts/CopyTexts.ts"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { BundleView } from "../JsonViews.ts"
import { archived, type Files, keptName, logName, pageName, sumsName } from "@frist/evidence/bundle/BundleArchive"
import { editionLines } from "../copy/EditionWords.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { writeNewFile } from "../files/NewFile.ts"
import { verifyPageScript } from "@frist/evidence/bundle/VerifyPageScript"
import { madeFiles } from "./BundleContents.ts"

const encoder = new TextEncoder()

/** Writes the bundle of the chosen plan to a new ZIP file. */
export const runBundle = Effect.fn("runBundle")(function* (file: string) {
  const session = yield* readSession
  const texts = evidenceTexts[session.phrase.language]
  const copies = copyTexts[session.phrase.language]
  const { copied, files, plan } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { plan } = yield* chosenPlan(session)
      const lines: Array<Uint8Array> = []
      const copied = yield* exportPlan(plan, 1, (text) =>
        Effect.sync(() => void lines.push(encoder.encode(text)))
      ).pipe(
        Effect.mapError((error) =>
          error instanceof EvidenceBroken ? evidenceFailure(error, copies.inLog(error.position), copies) : error
        )
      )
      const { notes } = copied
      const { root, size } = copied
      const log = Buffer.concat(lines)
      const made = madeFiles(log, { plan, times: session.times, language: session.phrase.language }, verifyPageScript)
      const files: Files = {
        [pageName]: made[pageName] ?? log,
        [logName]: log,
        "checkpoint.txt": encoder.encode(checkpointText({ origin: logOrigin(plan, notes), root, size })),
        ...Object.fromEntries(notes.map((note, at) => [keptName(at + 1), encoder.encode(note)])),
        ...made
      }
      return { copied, files, plan }
    })
  )
  const sums = Object.entries(files).map(([name, bytes]) => `${hex(sha256(bytes))}  ${name}\n`)
  yield* writeNewFile(file, archived({ ...files, [sumsName]: encoder.encode(sums.join("")) }), session)
  if (session.format === "json") {
    const { editions, root, size } = copied
    const shape: BundleView = {
      view: "frist/bundled",
      version: 1,
      plan,
      events: size,
      size,
      root: rootText(root),
      editions
    }
    return yield* Console.log(jsonText(shape))
  }
  const lines = [
    texts.bundled(session.phrase.text.plural.events(copied.size), plan, file),
    ...editionLines(copied.editions, keptTexts[session.phrase.language])
  ]
  return yield* Console.log(lines.join("\n"))
})
