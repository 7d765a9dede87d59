/**
 * `frist serve`: serves one plan until the command is stopped.
 */
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as HttpServer from "effect/http/HttpServer"
import * as Option from "effect/Option"
import { createServer } from "node:http"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { wrongUsage } from "../failures/Failure.ts"
import { frist } from "../RootCommand.ts"
import { localDay, type Session, sessionOf } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { serveTexts } from "../texts/ServeTexts.ts"
import { followedVersions } from "./EventStream.ts"
import { brokenLog, planSentence } from "./PlanSentence.ts"
import { servedPlan, type ServedDays } from "./ServedPlan.ts"
import { siteApp } from "./SiteApp.ts"
import { stopped } from "./Stopping.ts"
import { publicUrl, siteOf } from "./Site.ts"

/** The arguments of the command. */
interface Input {
  readonly port: number
  readonly address: string
  readonly url: Option.Option<string>
}

/** The most connections at once; each page has one of its own while it is shown. */
const mostConnections = 256

/** Serves the plan until the process is asked to stop. */
export const runServe = Effect.fn("runServe")(function* (input: Input) {
  const flags = yield* frist
  const session = yield* sessionOf(flags, "text")
  const { language, text } = session.phrase
  const texts = serveTexts[language]
  if (flags.format !== "text") return yield* wrongUsage(text.errors.onlyText)
  if (input.port < 0 || input.port > 65_535) return yield* wrongUsage(texts.notAPort(input.port))
  const url = Option.isNone(input.url) ? null : publicUrl(input.url.value)
  if (url === null && Option.isSome(input.url)) return yield* wrongUsage(texts.notAUrl(input.url.value))
  const isFixed = Option.isSome(flags.asOf) || Option.isSome(flags.today)
  const days: Effect.Effect<ServedDays> = Effect.map(Clock.currentTimeMillis, (now) =>
    isFixed ? { asOf: session.times.asOf ?? session.times.today, today: session.times.today } : both(localDay(now))
  )
  const serving = Effect.scoped(served(input, url, session, days))
  return yield* withLog(
    session,
    false,
    Effect.catchTag(serving, "EvidenceBroken", (error) => brokenLog(error, session))
  )
})

const both = (day: ServedDays["asOf"]): ServedDays => ({ asOf: day, today: day })

const served = Effect.fnUntraced(function* (
  { address, port }: Input,
  url: URL | null,
  session: Session,
  days: Effect.Effect<ServedDays>
) {
  const { language } = session.phrase
  const texts = serveTexts[language]
  const { plan } = yield* chosenPlan(session)
  const plans = yield* servedPlan(plan, session.times.knownAt, days)
  const report = (cause: Cause.Cause<unknown>) => Console.error(planSentence(Cause.squash(cause), session))
  const server = createServer()
  server.maxConnections = mostConnections
  const listening = yield* NodeHttpServer.make(() => server, {
    host: address,
    port,
    disablePreemptiveShutdown: true
  }).pipe(Effect.mapError(({ cause }) => wrongUsage(texts.cannotListen(address, port, String(cause)))))
  const bound = "port" in listening.address ? listening.address.port : port
  const site = siteOf(language, { address, port: bound, url })
  const versions = yield* followedVersions(plans, report)
  const app = yield* siteApp(plans, { site, days, versions, report })
  yield* Effect.provideService(HttpServer.serveEffect(app), HttpServer.HttpServer, listening)
  yield* Console.log(texts.serving(`${site.url}/`))
  yield* stopped
  server.closeAllConnections()
})
