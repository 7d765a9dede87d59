/**
 * The input of `frist mcp` by lines, each answered by itself. Effect's reader parses a whole chunk at once: one line that
 * is not JSON would drop its neighbours, and a value that is no request would have no answer. It names wrong parameters by
 * the path of a schema. So a line goes on to it only if it is a message, and no request for what Frist does not have.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import type { mcpTexts } from "../texts/McpTexts.ts"
import { isObject, type RequestFault } from "./RequestFault.ts"

/** Returns what is wrong with a request, as a sentence; `undefined` for one that goes on. */
type FaultIn = (method: string, parameters: unknown) => RequestFault | undefined

type Texts = (typeof mcpTexts)["en"]["request"]

const isId = (id: unknown): id is number | string => typeof id === "string" || typeof id === "number"

/** Whether a value is a request, a notification or a response. */
const isMessage = (value: unknown): boolean =>
  isObject(value) &&
  value["jsonrpc"] === "2.0" &&
  (value["id"] === undefined || isId(value["id"])) &&
  (typeof value["method"] === "string" || (isId(value["id"]) && ("result" in value || "error" in value)))

/** Returns the fault of a line with the id of its request; `undefined` for a line that goes on. */
const faultOf = (line: string, requestFault: FaultIn, texts: Texts) => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, fault: { code: -32700, message: texts.notJson } satisfies RequestFault }
  }
  const id = isObject(value) && isId(value["id"]) ? value["id"] : null
  if (!(Array.isArray(value) ? value.every(isMessage) : isMessage(value))) {
    return { id, fault: { code: -32600, message: texts.noRequest } satisfies RequestFault }
  }
  if (!isObject(value) || id === null) return undefined
  // A response to the server has no method.
  if (typeof value["method"] !== "string") return undefined
  const fault = requestFault(value["method"], value["params"])
  return fault === undefined ? undefined : { id, fault }
}

/** Standard input of which only messages go on, line by line; the others are answered on standard output. */
export const requestLines = (requestFault: FaultIn, texts: Texts) =>
  Layer.effect(
    Stdio.Stdio,
    Effect.map(Stdio.Stdio, (stdio) => {
      const encoder = new TextEncoder()
      const answered = (line: string) => {
        const found = faultOf(line, requestFault, texts)
        if (found === undefined) return Effect.succeed(true)
        const answer = `${JSON.stringify({ jsonrpc: "2.0", id: found.id, error: found.fault })}\n`
        return Effect.as(Stream.run(Stream.make(answer), stdio.stdout({ endOnDone: false })), false)
      }
      return Stdio.make({
        ...stdio,
        stdin: stdio.stdin.pipe(
          Stream.decodeText(),
          Stream.splitLines,
          Stream.filter((line) => line.trim() !== ""),
          Stream.filterEffect(answered),
          // One chunk a line, so that a line is answered before the next is read.
          Stream.map((line) => encoder.encode(`${line}\n`))
        )
      })
    })
  )
