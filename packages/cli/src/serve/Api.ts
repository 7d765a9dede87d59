/**
 * The views of a served plan as JSON, described by OpenAPI: the shapes that `--format json` prints.
 */
import { Day } from "@frist/domain/Day"
import { ActivityHistory, activityHistory } from "@frist/projections/ActivityHistory"
import { Board, board } from "@frist/projections/Board"
import { Completed, completed } from "@frist/projections/Completed"
import { DeadlineHistory, deadlineHistory } from "@frist/projections/DeadlineHistory"
import type { History } from "@frist/projections/History"
import { MilestoneTrend, milestoneTrend } from "@frist/projections/MilestoneTrend"
import { Timeline, timeline } from "@frist/projections/Timeline"
import * as Effect from "effect/Effect"
import * as HttpApi from "effect/http-api/HttpApi"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as OpenApi from "effect/http-api/OpenApi"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { version as software } from "../Version.ts"
import { takingDay, takingNothing } from "./AskedDay.ts"
import type { ServedPlan } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** The answer about an activity that the plan does not have. */
class NoActivity extends Schema.TaggedError<NoActivity>()(
  "NoActivity",
  { activity: Schema.String, sentence: Schema.String },
  { httpApiStatus: 404, description: "The plan has no such activity on that day" }
) {}

/** What `SiteApp` answers where no view can: a sentence for a person, in the language of the command. */
const sentence = (httpApiStatus: number, description: string) =>
  Schema.Struct({ sentence: Schema.String }).annotate({ httpApiStatus, description })

/** The answers of every view that are not the view. */
const refusals = [
  sentence(400, "asOf is not one day that exists, written YYYY-MM-DD, or there is another parameter"),
  sentence(503, "The plan cannot be read at the moment; ask again")
] as const

/** The day that a view is of; default: the day of the pages. */
const query = { asOf: Schema.optionalKey(Day) }

const described = (summary: string) => OpenApi.annotations({ summary })

/** The views of a plan over HTTP. */
const api = HttpApi.make("frist")
  .add(
    HttpApiGroup.make("plan")
      .add(
        HttpApiEndpoint.get("board", "/board", { query, success: Board, error: refusals }).annotateMerge(
          described("What remains to be done, and how late it is")
        ),
        HttpApiEndpoint.get("completed", "/completed", { query, success: Completed, error: refusals }).annotateMerge(
          described("What is done")
        ),
        HttpApiEndpoint.get("slips", "/slips", { query, success: DeadlineHistory, error: refusals }).annotateMerge(
          described("Every change of each deadline")
        ),
        HttpApiEndpoint.get("trend", "/trend", { query, success: MilestoneTrend, error: refusals }).annotateMerge(
          described("The deadline of each activity at each review")
        ),
        HttpApiEndpoint.get("timeline", "/timeline", { query, success: Timeline, error: refusals }).annotateMerge(
          described("The milestones in order")
        ),
        HttpApiEndpoint.get("history", "/activities/:activity", {
          params: { activity: Schema.String },
          query,
          success: ActivityHistory,
          error: [NoActivity, sentence(404, "The activity is not written as a part of a URL is"), ...refusals]
        }).annotateMerge(described("Everything recorded about one activity"))
      )
      .prefix("/api")
  )
  .annotateMerge(
    OpenApi.annotations({
      title: "Frist",
      version: software,
      description: "The views of one plan. Read only. Shapes have a version, and change only with a new one."
    })
  )

/** Returns the routes of the views, and of their description. */
export const apiRoutes = (served: ServedPlan, site: Site) => {
  const at =
    <A>(select: (history: History) => A) =>
    ({ query: { asOf } }: { readonly query: { readonly asOf?: Day } }): Effect.Effect<A> =>
      // A plan that cannot be read is answered for with the pages.
      Effect.orDie(
        Effect.map(served.now, ({ history }) =>
          select(asOf === undefined ? history : history.at({ asOf, today: asOf }))
        )
      )
  const views = HttpApiBuilder.group(api, "plan", (handlers) =>
    handlers
      .handle("board", at(board))
      .handle("completed", at(completed))
      .handle(
        "slips",
        at((history) => deadlineHistory(history))
      )
      .handle("trend", at(milestoneTrend))
      .handle(
        "timeline",
        at((history) => timeline(history))
      )
      .handle("history", ({ params: { activity }, query }) =>
        Effect.flatMap(at((history) => activityHistory(history, activity))({ query }), (view) =>
          view.entries.length === 0
            ? Effect.fail(new NoActivity({ activity, sentence: site.texts.noActivity(activity) }))
            : Effect.succeed(view)
        )
      )
  )
  const description = { ...OpenApi.fromApi(api), servers: [{ url: site.url }] }
  return Layer.merge(
    Layer.provide(HttpApiBuilder.layer(api), [views, takingDay(site.texts)]),
    Layer.provide(
      HttpRouter.add("GET", "/api/openapi.json", HttpServerResponse.jsonUnsafe(description)),
      takingNothing(site.texts)
    )
  )
}
