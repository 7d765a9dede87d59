/**
 * The plan for programs that people follow it in: a calendar and a feed.
 */
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import { calendarText } from "./Calendar.ts"
import { takingNothing } from "./AskedDay.ts"
import { moveFeedText } from "./MoveFeed.ts"
import type { ServedPlan } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** Returns the routes of the calendar and the feed. */
export const followingRoutes = ({ now }: ServedPlan, site: Site) =>
  Layer.mergeAll(
    HttpRouter.add(
      "GET",
      "/plan.ics",
      Effect.map(now, (version) =>
        HttpServerResponse.text(calendarText(version, site), { contentType: "text/calendar; charset=utf-8" })
      )
    ),
    HttpRouter.add(
      "GET",
      "/moves.atom",
      Effect.map(now, (version) =>
        HttpServerResponse.text(moveFeedText(version, site), { contentType: "application/atom+xml; charset=utf-8" })
      )
    )
  ).pipe(Layer.provide(takingNothing(site.texts)))
