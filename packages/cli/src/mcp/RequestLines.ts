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
import { boundedLines } from "./BoundedLines.ts"
import { isObject, type RequestFault } from "./RequestFault.ts"

/** Returns what is wrong with a request, as a sentence; `undefined` for one that goes on. */
type FaultIn = (method: string, parameters: unknown, hasBegun: boolean) => RequestFault | undefined

type Texts = (typeof mcpTexts)["en"]["request"]

/** The most megabytes, of 1,048,576 characters, of a line. */
const mostMegabytes = 4

/** The only version of the protocol whose clients may send a list of messages. */
const versionOfBatches = "2025-03-26"

const isId = (id: unknown): id is number | string => typeof id === "string" || typeof id === "number"

/** Whether a value is a request, a notification or a response. */
const isMessage = (value: unknown): boolean =>
  isObject(value) &&
  value["jsonrpc"] === "2.0" &&
  (value["id"] === undefined || isId(value["id"])) &&
  (typeof value["method"] === "string" || (isId(value["id"]) && ("result" in value || "error" in value)))

const refusal = (id: number | string | null, code: RequestFault["code"], message: string) => ({
  id,
  fault: { code, message } satisfies RequestFault
})

/** Returns the check of the lines of one conversation: the fault of a line with the id of its request, if it has one. */
const faultsOf = (requestFault: FaultIn, texts: Texts) => {
  /** The version that the last `initialize` asked for. */
  let version: unknown
  return (line: string | null) => {
    if (line === null) return refusal(null, -32600, texts.tooLong(mostMegabytes))
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return refusal(null, -32700, texts.notJson)
    }
    if (Array.isArray(value))
      return version === versionOfBatches && value.length > 0 && value.every(isMessage)
        ? undefined
        : refusal(null, -32600, texts.noBatch)
    const id = isObject(value) && isId(value["id"]) ? value["id"] : null
    if (!isMessage(value)) return refusal(id, -32600, texts.noRequest)
    if (!isObject(value) || id === null) return undefined
    const { method, params } = value
    // A response to the server has no method.
    if (typeof method !== "string") return undefined
    const fault = requestFault(method, params, version !== undefined)
    if (fault !== undefined) return { id, fault }
    if (method === "initialize" && isObject(params)) version = params["protocolVersion"]
    return undefined
  }
}

/** Standard input of which only messages go on, line by line; the others are answered on standard output. */
export const requestLines = (requestFault: FaultIn, texts: Texts) =>
  Layer.effect(
    Stdio.Stdio,
    Effect.map(Stdio.Stdio, (stdio) => {
      const encoder = new TextEncoder()
      const faultOf = faultsOf(requestFault, texts)
      const answered = (line: string | null) => {
        const found = faultOf(line)
        if (found === undefined) return Effect.succeed(true)
        const answer = `${JSON.stringify({ jsonrpc: "2.0", id: found.id, error: found.fault })}\n`
        return Effect.as(Stream.run(Stream.make(answer), stdio.stdout({ endOnDone: false })), false)
      }
      return Stdio.make({
        ...stdio,
        stdin: stdio.stdin.pipe(
          Stream.decodeText(),
          boundedLines(mostMegabytes * 1_048_576),
          Stream.filter((line) => line === null || line.trim() !== ""),
          Stream.filterEffect(answered),
          // One chunk a line, so that a line is answered before the next is read.
          Stream.map((line) => encoder.encode(`${line}\n`))
        )
      })
    })
  )
