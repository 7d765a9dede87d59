/**
 * A service in plain TypeScript: the board and slips of plans as JSON over HTTP, a POST that moves a deadline, and an
 * OpenAPI document.
 */
import { serve } from "@hono/node-server"
import { FristError, type FristLog, openApiSchemas, openLog } from "@frist/promises"
import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"

const ref = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } })
const json = (name: string) => ({ content: { "application/json": ref(name) } })
const text = (name: string, where: "path" | "query" | "header", required = where === "path") => ({
  name,
  in: where,
  required,
  schema: { type: "string" }
})
const day = [text("asOf", "query"), text("today", "query")]

/** The OpenAPI document. Its schemas come from the library, so they cannot drift from the answers. */
export const openApi = () => ({
  openapi: "3.1.0",
  info: { title: "Follow-up", version: "1" },
  paths: {
    "/plans/{plan}/board": {
      get: {
        operationId: "board",
        summary: "What is still to be done",
        parameters: [text("plan", "path"), ...day],
        responses: { 200: { description: "The board", ...json("Board") } }
      }
    },
    "/plans/{plan}/slips/{activity}": {
      get: {
        operationId: "slips",
        summary: "Every move of a deadline",
        parameters: [text("plan", "path"), text("activity", "path"), ...day],
        responses: { 200: { description: "The slip history", ...json("DeadlineHistory") } }
      }
    },
    "/plans/{plan}/moves": {
      post: {
        operationId: "move",
        summary: "Move a deadline",
        parameters: [text("plan", "path"), text("Idempotency-Key", "header")],
        requestBody: { required: true, ...json("Move") },
        responses: {
          200: { description: "Recorded, or in effect already", ...json("Recorded") },
          400: { description: "Not a move" },
          409: { description: "The plan forbids it, for the reason given", ...json("Refusal") }
        }
      }
    }
  },
  components: {
    schemas: {
      ...openApiSchemas(),
      Move: {
        type: "object",
        required: ["activity", "to", "on", "by"],
        properties: Object.fromEntries(["activity", "to", "on", "by", "reason"].map((key) => [key, { type: "string" }]))
      },
      Recorded: { type: "object", properties: { first: { type: ["integer", "null"] } } }
    }
  }
})

const timesOf = (context: Context) => {
  const asOf = context.req.query("asOf")
  const today = context.req.query("today") ?? new Date().toISOString().slice(0, 10)
  return { today, ...(asOf === undefined ? {} : { asOf }) }
}

/** Returns the routes of a log. */
export const app = (log: FristLog) =>
  new Hono()
    .get("/openapi.json", (context) => context.json(openApi()))
    .get("/plans/:plan/board", async (context) =>
      context.json(await log.board(context.req.param("plan"), timesOf(context)))
    )
    .get("/plans/:plan/slips/:activity", async (context) => {
      const { activity, plan } = context.req.param()
      return context.json(await log.slips(plan, timesOf(context), { activity }))
    })
    .post("/plans/:plan/moves", async (context) => {
      const {
        activity,
        by,
        on,
        reason = null,
        to
      } = await context.req.json().catch(() => {
        throw new HTTPException(400, { message: "Send a move as JSON." })
      })
      const batch = context.req.header("Idempotency-Key")
      const recording = { plan: context.req.param("plan"), actor: by, effectiveOn: on, ...(batch && { batch }) }
      return context.json(await log.record(recording, { _tag: "MoveDeadline", activity, to, reason }))
    })
    .onError((error, context) => {
      if (error instanceof HTTPException) return error.getResponse()
      if (!(error instanceof FristError)) return context.json({ message: "Something failed." }, 500)
      if (error.refusal !== null) return context.json(error.refusal, 409)
      return context.json({ message: error.message }, error.code === "invalid" ? 400 : 503)
    })

/** `node http-service.ts frist.db 8080`, or an address `postgres://…` instead of the file. */
if (process.argv[1] === import.meta.filename) {
  const [address = "frist.db", port = "8080"] = process.argv.slice(2)
  const log = await openLog(address)
  const server = serve({ fetch: app(log).fetch, port: Number(port), hostname: "127.0.0.1" })
  process.once("SIGTERM", () => server.close(() => void log.close()))
}
