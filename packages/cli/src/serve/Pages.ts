/**
 * The pages of a served plan: the report of the day, and a page for each activity, with their style and script.
 */
import type { Day } from "@frist/domain/Day"
import { activityPage } from "@frist/reports/live/ActivityPage"
import { boardPage, type LivePage, livePageText, liveStyle } from "@frist/reports/live/LivePage"
import { livePageScript } from "@frist/reports/live/PageScript"
import { plainPage } from "@frist/reports/live/PlainPage"
import { reportOf } from "@frist/reports/ReportAssembly"
import { phrases } from "@frist/reports/words/Phrases"
import { activityAddress } from "@frist/reports/live/ActivityAddress"
import { jsonText } from "@frist/domain/text/InertText"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { commandText } from "../report/ReportRequest.ts"
import { reportMaker } from "../Version.ts"
import type { PlanVersion, ServedPlan } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** Returns the routes of the pages. */
export const pageRoutes = (served: ServedPlan, site: Site) => {
  const board = Effect.map(
    served.now,
    onceEach((version) => boardOf(version, site))
  )
  const boardText = Effect.map(
    board,
    onceEach(({ page, version }) =>
      livePageText(page, site.language, { root: site.root, own: `${site.root}page.json`, version })
    )
  )
  const activity = Effect.gen(function* () {
    const { id = "" } = yield* HttpRouter.params
    const { history, version } = yield* served.now
    return { id, version, page: activityPage(history, id, phrases(site.language), site.root), day: dayOf(history) }
  })
  return Layer.mergeAll(
    HttpRouter.add(
      "GET",
      "/",
      Effect.map(boardText, (text) => HttpServerResponse.html(text))
    ),
    HttpRouter.add(
      "GET",
      "/page.json",
      Effect.map(board, ({ page }) => json(page))
    ),
    HttpRouter.add(
      "GET",
      "/activities/:id",
      Effect.map(activity, ({ day, id, page, version }) =>
        page === null
          ? sentencePage(site.texts.noActivity(id), day, site)
          : HttpServerResponse.html(
              livePageText(page, site.language, {
                root: site.root,
                own: `${activityAddress(site.root, id)}/page.json`,
                version
              })
            )
      )
    ),
    HttpRouter.add(
      "GET",
      "/activities/:id/page.json",
      Effect.map(activity, ({ day, id, page }) =>
        page === null ? json(plainPage(site.texts.noActivity(id), day, site.language, site.root)) : json(page)
      )
    ),
    HttpRouter.add(
      "GET",
      "/style.css",
      HttpServerResponse.text(liveStyle(), { contentType: "text/css; charset=utf-8" })
    ),
    HttpRouter.add(
      "GET",
      "/page.js",
      HttpServerResponse.text(livePageScript, { contentType: "text/javascript; charset=utf-8" })
    ),
    HttpRouter.add("GET", "/icon.svg", HttpServerResponse.text(icon, { contentType: "image/svg+xml" }))
  )
}

/** Returns a page that says that something is not there. */
export const sentencePage = (sentence: string, day: Day, site: Site, status = 404) =>
  HttpServerResponse.html(
    livePageText(plainPage(sentence, day, site.language, site.root), site.language, { root: site.root, version: "" })
  ).pipe(HttpServerResponse.setStatus(status))

const json = (page: LivePage) =>
  HttpServerResponse.text(jsonText(page), { contentType: "application/json; charset=utf-8" })

const boardOf = ({ checkpoint, history, plan, version }: PlanVersion, { language, root }: Site) => {
  const heldOn = dayOf(history)
  const { knownAt, today } = history.times
  const report = reportOf(history, {
    language,
    checkpoint,
    software: reportMaker,
    command: commandText({
      plan,
      heldOn,
      today,
      knownAt: knownAt ?? history.events.at(-1)?.recordedAt,
      anchor: undefined,
      findings: false,
      language,
      format: "html"
    })
  })
  return { version, page: boardPage(report, history, root) }
}

const dayOf = ({ times: { asOf, today } }: PlanVersion["history"]): Day => asOf ?? today

/** Returns a function that remembers its last answer, for the same value. */
const onceEach = <A extends object, B>(make: (value: A) => B): ((value: A) => B) => {
  let last: { readonly value: A; readonly made: B } | undefined
  return (value) => {
    if (last?.value !== value) last = { value, made: make(value) }
    return last.made
  }
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5a8a"/><path d="M3 12h10M4 10l4-4 4-2" stroke="#fff" stroke-width="2" fill="none"/></svg>'
