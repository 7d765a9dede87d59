/**
 * `frist restore`: restores a plan from files, complete and verified, or not at all.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import { copyTexts } from "../texts/CopyTexts.ts"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { type CopyFile, readCopies } from "@frist/store/copy/CopyReader"
import { namedEditions, verifyKept } from "@frist/store/evidence/KeptVerification"
import { Conflict, EventLogError } from "@frist/store/EventLog"
import { LogAdministration } from "@frist/store/LogAdministration"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { CopyRefused } from "@frist/store/copy/CopyRefused"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { open } from "node:fs/promises"
import { refused, storage, wrongUsage } from "../failures/Failure.ts"
import { readSession } from "../Session.ts"
import { documentFailure, nameOf, unreadableFile } from "../files/UnreadableFile.ts"
import { withWholeLog } from "../SessionLog.ts"
import type { RestoreView } from "../JsonViews.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { editionLines } from "./EditionWords.ts"
import { copyFailure, evidenceFailure } from "./CopyFailure.ts"

/** The bytes to read at a time. */
const highWaterMark = 262_144

/** Opens a file, or a pipe, until the scope closes. */
const opened = (file: string): Effect.Effect<CopyFile, UnreadableDocument, Scope.Scope> => {
  const name = nameOf(file)
  return Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        const handle = await open(file)
        if (!(await handle.stat()).isDirectory()) return handle
        await handle.close()
        throw new UnreadableDocument({ document: name, problem: "directory", detail: "" })
      },
      catch: (error) => unreadableFile(file, error)
    }),
    (handle) => Effect.promise(() => handle.close().catch(() => undefined))
  ).pipe(Effect.map((handle) => ({ name, bytes: handle.createReadStream({ highWaterMark, autoClose: false }) })))
}

/** Returns true if the user lacks the permission to restore, which only owners of the tables have. */
export const isForOwners = (error: { readonly _tag: string }): boolean =>
  error instanceof EventLogError && error.reason === "refused" && error.sqlState === "42501"

/** Restores the plan in the files, and prints the number of events and the root. */
export const runRestore = Effect.fn(
  function* (files: ReadonlyArray<string>) {
    const session = yield* readSession
    const { plural } = session.phrase.text
    const texts = copyTexts[session.phrase.language]
    const copies = yield* Effect.forEach(files, opened).pipe(
      Effect.mapError((error) => documentFailure(error, session.phrase)),
      Effect.flatMap((named) => Effect.mapError(readCopies(named), (error) => copyFailure(error, texts)))
    )
    const { plan } = copies
    if (Option.isSome(session.plan) && session.plan.value !== plan) {
      return yield* wrongUsage(texts.otherPlan(plan, session.plan.value))
    }
    const { editions, root, size } = yield* withWholeLog(
      session,
      Effect.gen(function* () {
        const restored = yield* (yield* LogAdministration).restore(plan, copies.records)
        const { erased, kept, missing } = yield* verifyKept(plan, yield* namedEditions(plan))
        return { ...restored, editions: { kept: kept.length, erased: erased.length, missing: missing.length } }
      }).pipe(
        Effect.mapError((error) => {
          if (error instanceof Conflict) return refused(texts.notEmpty(plan, plural.events(error.head)))
          if (error instanceof CopyRefused) return copyFailure(error, texts)
          if (isForOwners(error) && session.database.kind === "server")
            return storage(texts.ownerOnly(session.database.name))
          if (!(error instanceof EvidenceBroken)) return error
          const { file, line } = copies.lineOf(error.position)
          return evidenceFailure(error, texts.at(file, line), texts)
        })
      )
    )
    if (session.format === "json") {
      const restored: RestoreView = {
        view: "frist/restored",
        version: 1,
        plan,
        events: size,
        size,
        root: rootText(root),
        editions
      }
      return yield* Console.log(jsonText(restored))
    }
    yield* Console.log(
      [
        texts.restored(plural.events(size), plan),
        texts.root(size, rootText(root)),
        ...editionLines(editions, keptTexts[session.phrase.language])
      ].join("\n")
    )
  },
  (self) => Effect.scoped(self)
)
