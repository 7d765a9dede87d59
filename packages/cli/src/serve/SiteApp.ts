/**
 * The answers of a site to requests: it reads only, answers only for its own hosts, allows pages nothing from elsewhere,
 * and says what is wrong in a sentence.
 */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServer from "effect/http/HttpServer"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { apiRoutes } from "./Api.ts"
import { WrongParameters } from "./AskedDay.ts"
import { eventRoutes, type Versions } from "./EventStream.ts"
import { followingRoutes } from "./FollowedElsewhere.ts"
import { pageRoutes, sentencePage } from "./Pages.ts"
import type { ServedDays, ServedPlan } from "./ServedPlan.ts"
import { answersFor, pathWithin, type Site } from "./Site.ts"

const headers = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  // What is shown changes with every event.
  "cache-control": "no-cache"
} as const

/** What a site needs beside its plan. */
interface SiteServices {
  readonly site: Site
  readonly days: Effect.Effect<ServedDays>
  readonly versions: Versions
  /** Prints why a plan cannot be read. */
  readonly report: (cause: Cause.Cause<unknown>) => Effect.Effect<void>
}

/** Builds the answers of a site. */
export const siteApp = Effect.fnUntraced(function* (
  served: ServedPlan,
  { days, report, site, versions }: SiteServices
) {
  const { texts } = site
  const routes = Layer.mergeAll(
    pageRoutes(served, site),
    apiRoutes(served, site),
    eventRoutes(versions, site),
    followingRoutes(served, site)
  )
  // The router needs a file system, which it is not given: no request reads a file.
  const app = yield* HttpRouter.toHttpEffect(Layer.provide(routes, HttpServer.layerServices))
  const answer = Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const { asOf } = yield* days
    const host = request.headers["host"] ?? ""
    const { url } = request
    const path = pathWithin(site, url)
    const refusal = (sentence: string, status: number) =>
      isForPrograms(path)
        ? HttpServerResponse.jsonUnsafe({ sentence }, { status })
        : sentencePage(sentence, asOf, site, status)
    if (!answersFor(site, host)) return plain(texts.notThisHost(host.slice(0, 80)), 421)
    if (request.method !== "GET" && request.method !== "HEAD")
      return HttpServerResponse.setHeader(plain(texts.readOnly, 405), "allow", "GET, HEAD")
    const [address = "", ...query] = url.split(/(?=[?;])/u)
    if (`${address}/` === site.root)
      return HttpServerResponse.redirect(`${site.root}${query.join("")}`, { status: 308 })
    return yield* Effect.provideService(app, HttpServerRequest.HttpServerRequest, request.modify({ url: path })).pipe(
      Effect.map((response) =>
        response.status === 404 && isEmpty(response) ? refusal(texts.notFound, 404) : response
      ),
      Effect.catchCause((cause: Cause.Cause<unknown>) => {
        const error = Cause.squash(cause)
        if (isTagged(error, "HttpServerError") && isTagged(error.reason, "RouteNotFound"))
          return Effect.succeed(refusal(texts.notFound, 404))
        if (error instanceof WrongParameters) return Effect.succeed(refusal(error.sentence, 400))
        return Effect.as(report(cause), refusal(texts.failed, 503))
      })
    )
  })
  return Effect.map(answer, HttpServerResponse.setHeaders(headers))
})

const isTagged = (value: unknown, tag: string): value is { readonly _tag: string; readonly reason?: unknown } =>
  typeof value === "object" && value !== null && "_tag" in value && value._tag === tag

const isEmpty = ({ body }: HttpServerResponse.HttpServerResponse): boolean => body._tag === "Empty"

const plain = (sentence: string, status: number) => HttpServerResponse.text(`${sentence}\n`, { status })

const isForPrograms = (path: string): boolean => path.startsWith("/api/") || /\/page\.json(?:[?;]|$)/u.test(path)
