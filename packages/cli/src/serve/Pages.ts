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
import { activityAddress, boardAddress, type PageBase } from "@frist/reports/live/PageAddress"
import { jsonText } from "@frist/domain/text/InertText"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { commandText } from "../report/ReportRequest.ts"
import { reportMaker } from "../Version.ts"
import { askedDay, takingDay, takingNothing } from "./AskedDay.ts"
import type { PlanVersion, ServedPlan } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** Returns the routes of the pages. */
export const pageRoutes = (served: ServedPlan, site: Site) => {
  const present = onceEach((version: PlanVersion) => boardOf(version, { root: site.root }, site))
  const presentText = onceEach((board: Board) => boardText(board, site))
  const asked = Effect.gen(function* () {
    const asOf = yield* askedDay
    const version = yield* served.now
    const base: PageBase = { root: site.root, asOf }
    return { base, version: asOf === undefined ? version : versionAt(version, asOf) }
  })
  const board = Effect.map(asked, ({ base, version }) =>
    base.asOf === undefined ? present(version) : boardOf(version, base, site)
  )
  const activity = Effect.gen(function* () {
    const { id = "" } = yield* HttpRouter.params
    const { base, version } = yield* asked
    const { history } = version
    const page = activityPage(history, id, phrases(site.language), base)
    return { id, base, version: version.version, page, day: dayOf(history) }
  })
  const pages = Layer.mergeAll(
    HttpRouter.add(
      "GET",
      "/",
      Effect.map(board, (each) =>
        HttpServerResponse.html(each.base.asOf === undefined ? presentText(each) : boardText(each, site))
      )
    ),
    HttpRouter.add(
      "GET",
      "/page.json",
      Effect.map(board, ({ page }) => json(page))
    ),
    HttpRouter.add(
      "GET",
      "/activities/:id",
      Effect.map(activity, ({ base, day, id, page, version }) =>
        page === null
          ? sentencePage(site.texts.noActivity(id), day, site)
          : HttpServerResponse.html(
              livePageText(page, site.language, {
                ...base,
                own: activityAddress(base, id, "/page.json"),
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
    )
  )
  const files = Layer.mergeAll(
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
  return Layer.merge(Layer.provide(pages, takingDay(site.texts)), Layer.provide(files, takingNothing(site.texts)))
}

/** Returns a plan as of another day. Its version is that of the messages, since the page changes with them. */
const versionAt = (version: PlanVersion, asOf: Day): PlanVersion => ({
  ...version,
  history: version.history.at({ asOf, today: asOf })
})

/** The page of a board, with what it was made from. */
interface Board {
  readonly base: PageBase
  readonly version: string
  readonly page: LivePage
}

const boardText = ({ base, page, version }: Board, { language }: Site): string =>
  livePageText(page, language, { ...base, own: boardAddress(base, "page.json"), version })

/** Returns a page that says that something is not there. */
export const sentencePage = (sentence: string, day: Day, site: Site, status = 404) =>
  HttpServerResponse.html(
    livePageText(plainPage(sentence, day, site.language, site.root), site.language, { root: site.root, version: "" })
  ).pipe(HttpServerResponse.setStatus(status))

const json = (page: LivePage) =>
  HttpServerResponse.text(jsonText(page), { contentType: "application/json; charset=utf-8" })

const boardOf = ({ checkpoint, history, plan, version }: PlanVersion, base: PageBase, { language }: Site): Board => {
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
  return { base, version, page: boardPage(report, history, base) }
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
