/**
 * `frist mcp`: answers an assistant over standard input and output, by the Model Context Protocol, until the input ends.
 */
import * as NodeStdio from "@effect/platform-node/NodeStdio"
import * as McpProtocol from "effect/ai/McpProtocol"
import * as McpServer from "effect/ai/McpServer"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Option from "effect/Option"
import { chosenPlan } from "../arguments/ChosenPlan.ts"
import { storage, wrongUsage } from "../failures/Failure.ts"
import { frist } from "../RootCommand.ts"
import { planSentence } from "../serve/PlanSentence.ts"
import { type ServedDays, servedPlan } from "../serve/ServedPlan.ts"
import { stopped } from "../serve/Stopping.ts"
import { localDay, sessionOf } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { mcpTexts } from "../texts/McpTexts.ts"
import { version } from "../Version.ts"
import { requestFault } from "./RequestFault.ts"
import { planTools } from "./PlanTools.ts"
import { requestLines } from "./RequestLines.ts"

/** The versions of the protocol that are spoken, the newest first. */
export const protocols = [
  McpProtocol.v2026_07_28,
  McpProtocol.v2025_11_25,
  McpProtocol.v2025_06_18,
  McpProtocol.v2025_03_26,
  McpProtocol.v2024_11_05
] as const

/** Answers an assistant until its input ends. Nothing else is written to the output. */
export const runMcp = Effect.gen(function* () {
  const flags = yield* frist
  const session = yield* sessionOf(flags, "text")
  const { phrase } = session
  if (flags.format !== "text") return yield* wrongUsage(phrase.text.errors.onlyText)
  return yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { plan } = yield* chosenPlan(session)
      const isFixed = Option.isSome(flags.asOf) || Option.isSome(flags.today)
      const { asOf, knownAt, today } = session.times
      const days: Effect.Effect<ServedDays> = Effect.map(Clock.currentTimeMillis, (now) => {
        const day = localDay(now)
        return isFixed ? { asOf: asOf ?? today, today } : { asOf: day, today: day }
      })
      const served = yield* servedPlan(plan, knownAt, days)
      const now = Effect.mapError(served.now, (error) => storage(planSentence(error, session)))
      const { handlers, toolkit } = planTools(now, phrase)
      const server = McpServer.layerStdio({
        name: "frist",
        version,
        instructions: mcpTexts[phrase.language].instructions(plan),
        protocols,
        registrations: Layer.provide(McpServer.toolkit(toolkit), handlers)
      })
      // At the end of its input the server interrupts the fiber that it runs in.
      const { request } = mcpTexts[phrase.language]
      const lines = requestLines(requestFault(toolkit.tools, request), request)
      const serving = yield* Effect.forkChild(
        Layer.launch(Layer.provide(server, Layer.provide(lines, NodeStdio.layer)))
      )
      yield* Effect.raceFirst(Fiber.await(serving), stopped)
      // An input that stays open would keep the process.
      process.stdin.destroy()
    })
  )
}).pipe(Effect.provideService(Logger.LogToStderr, true))
