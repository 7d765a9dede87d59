/**
 * Examining a database, and telling what was found.
 */
import { doctorText } from "@frist/documents/terminal/DoctorText"
import { examine } from "@frist/store/doctor/SqliteDoctor"
import * as Effect from "effect/Effect"
import type { Database } from "../Database.ts"
import { storage } from "../Failure.ts"
import { print } from "../Output.ts"
import { session } from "../Session.ts"
import type { Examined } from "../Shapes.ts"

/** Fails where something is wrong; what somebody should look at is told, and no failure. */
export const examineDatabase = Effect.gen(function* () {
  const own = yield* session
  const { database } = own
  const findings = yield* Effect.flatten(Effect.promise(() => examination(database)))
  const examined: Examined = { view: "frist/doctor", version: 1, database: database.name, findings }
  yield* print(own, examined, doctorText, (view) => view.findings)
  const wrong = findings.filter(({ level }) => level === "error").length
  if (wrong > 0) return yield* storage(own.phrase.text.errors.wrong(wrong))
})

const examination = async (database: Database) => {
  if (database.kind === "file") {
    return examine({ filename: database.name })
  }
  const server = await import("./Server.ts")
  return server.examine({ url: database.url })
}
