/**
 * The site of a log in memory, answering in this process.
 */
import { ActivityId } from "@frist/domain/Names"
import type { NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import * as HttpEffect from "effect/http/HttpEffect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Scope from "effect/Scope"
import type { Language } from "@frist/reports/words/Language"
import { sample } from "../../../reports/test/logs.ts"
import { day } from "../../../editions/test/sampleEditions.ts"
import { followedVersions } from "../../src/serve/EventStream.ts"
import { servedPlan } from "../../src/serve/ServedPlan.ts"
import { publicUrl, siteOf } from "../../src/serve/Site.ts"
import { siteApp } from "../../src/serve/SiteApp.ts"
import { append, newEvent, plan } from "./recordedSample.ts"

/** What can be asked of a site. */
export interface Asked {
  /** Asks for a path; `host` defaults to that of this machine. */
  readonly ask: (path: string, options?: RequestInit & { readonly host?: string }) => Promise<Response>
  /** Records events in the plan, in a batch of their own. */
  readonly record: (...events: ReadonlyArray<NewEvent>) => Promise<void>
  /** What the terminal of the server shows. */
  readonly reported: ReadonlyArray<unknown>
}

/** Serves a log, default: the sample plan, as of the day of its last review. */
export const served = async ({
  events = sample,
  language = "en",
  url
}: {
  readonly events?: ReadonlyArray<RecordedEvent>
  readonly language?: Language
  readonly url?: string
} = {}): Promise<Asked> => {
  const runtime = ManagedRuntime.make(layer)
  const reported: Array<unknown> = []
  const report = (cause: unknown) => Effect.sync(() => void reported.push(cause))
  const app = await runtime.runPromise(
    Effect.gen(function* () {
      yield* append("first", events.flatMap(newEvent))
      const days = Effect.succeed({ asOf: day("2024-12-16"), today: day("2024-12-16") })
      const served = yield* servedPlan(plan, undefined, days)
      const scope = yield* Scope.make()
      return yield* Scope.provide(
        Effect.gen(function* () {
          const versions = yield* followedVersions(served, report)
          const site = siteOf(language, {
            address: "127.0.0.1",
            port: 8420,
            url: url === undefined ? null : publicUrl(url)
          })
          return yield* siteApp(served, { site, days, versions, report })
        }),
        scope
      )
    })
  )
  const handler = HttpEffect.toWebHandler(app)
  let batches = 0
  return {
    ask: (path, { host = "localhost:8420", ...init } = {}) => {
      const request = new Request(`http://localhost:8420${path}`, { redirect: "manual", ...init })
      request.headers.set("host", host)
      return handler(request)
    },
    record: (...recorded) => runtime.runPromise(append(`more-${batches++}`, recorded)),
    reported
  }
}

/** Returns the event of a deadline that moved. */
export const moveOf = (activity: string, on: string, to: string, reason: string | null): NewEvent => ({
  activity: ActivityId.make(activity),
  effectiveOn: day(on),
  event: {
    _tag: "DeadlineMoved",
    from: null,
    to: { words: to, edtf: to, earliest: day(to), latest: day(to) },
    reason
  },
  provenance: "stated",
  source: null
})
