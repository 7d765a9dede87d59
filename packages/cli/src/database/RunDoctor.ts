/**
 * `frist doctor`: examines the database of the session and prints the findings.
 */
import { doctorText } from "../terminal/DoctorText.ts"
import { diagnoseReadModels } from "@frist/readmodels/ReadModelDiagnosis"
import { readFileOf } from "@frist/readmodels/sqlite/SqliteTables"
import { diagnostic } from "@frist/store/doctor/Diagnostic"
import { comparedCheckpoints } from "@frist/store/evidence/KeptCheckpoints"
import { examineFile } from "@frist/store/sqlite/SqliteDoctor"
import type { DatabaseAddress } from "@frist/store/DatabaseAddress"
import * as Effect from "effect/Effect"
import { existsSync } from "node:fs"
import { storage } from "../failures/Failure.ts"
import { print } from "../Output.ts"
import { readSession, type Session } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import type { DiagnosisView } from "../JsonViews.ts"
import { withReadModels } from "../readmodels/SessionReadModels.ts"

/** Prints the findings of an examination; fails on an error, but not on a warning. */
export const runDoctor = Effect.gen(function* () {
  const session = yield* readSession
  const { database } = session
  const ofLog = yield* Effect.flatten(Effect.promise(() => examination(database)))
  const findings = ofLog.some(({ code }) => code === "versionKnown")
    ? [...ofLog, ...(yield* ofCheckpoints(session)), ...(yield* ofReadModels(session))]
    : ofLog
  const examined: DiagnosisView = { view: "frist/doctor", version: 1, database: database.name, findings }
  yield* print(session, examined, doctorText, (view) => view.findings)
  const wrong = findings.filter(({ level }) => level === "error").length
  if (wrong > 0) return yield* storage(session.phrase.text.errors.wrong(wrong))
})

/** The most checkpoints to name. */
const mostNamed = 20

/** Compares the checkpoints that are kept with the log, if there are any. A log that cannot be read has its findings. */
const ofCheckpoints = (session: Session) =>
  withLog(session, false, comparedCheckpoints).pipe(
    Effect.map(({ compared, differing }) => {
      if (compared === 0) return []
      const named = differing.slice(0, mostNamed).map(({ plan, size }) => `${plan}: ${size}`)
      return [
        named.length === 0
          ? diagnostic("checkpointsMatch", String(compared))
          : diagnostic("checkpointsDiffer", named.join(", "))
      ]
    }),
    Effect.catch(() => Effect.succeed([]))
  )

/** Examines the read models if the log has any. */
const ofReadModels = (session: Session) =>
  session.database.kind === "file" && !existsSync(readFileOf(session.database.name))
    ? Effect.succeed([])
    : withReadModels(session, diagnoseReadModels(session.times.asOf ?? session.today)).pipe(
        Effect.map((seen) => seen.map(({ code, detail }) => diagnostic(code, detail))),
        Effect.catch((failure) =>
          Effect.succeed(session.database.kind === "file" ? [diagnostic("examinationFailed", failure.message)] : [])
        )
      )

/** Returns the examination of a database, which never fails. */
export const examination = async (database: DatabaseAddress) => {
  if (database.kind === "file") {
    return examineFile({ filename: database.name })
  }
  const server = await import("./Server.ts")
  return server.examineServer({ url: database.url })
}
