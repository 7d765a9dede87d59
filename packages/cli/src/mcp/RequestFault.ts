/**
 * What is wrong with a request, in a sentence that says what is wanted.
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { mcpTexts } from "../texts/McpTexts.ts"

type Texts = (typeof mcpTexts)["en"]["request"]

/** The tools, each with what it takes. */
type Tools = Readonly<
  Record<string, { readonly parametersSchema: { readonly fields: Readonly<Record<string, Schema.Decoder<unknown>>> } }>
>

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Why a request has no answer, by the codes of JSON-RPC 2.0. */
export interface RequestFault {
  readonly code: -32700 | -32600 | -32601 | -32602
  readonly message: string
}

/** The methods that are answered in every version of the protocol. */
const always = ["tools/list", "tools/call", "resources/list", "resources/templates/list", "prompts/list"]

/** The methods that are answered in a conversation that begins with `initialize`, and before it. */
const beforeInitialize = ["initialize", "ping"]
const inConversation: ReadonlySet<string> = new Set([...always, ...beforeInitialize, "logging/setLevel"])

/** The methods that are answered to requests that name their version themselves, from 2026-07-28 on. */
const byThemselves: ReadonlySet<string> = new Set([...always, "server/discover", "subscriptions/listen"])

/** What a request that names its version carries in `params._meta`. */
const carried = "io.modelcontextprotocol/"

const levels: ReadonlyArray<string> = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"]

/**
 * Returns the check of requests for these tools: `undefined` for a request that goes on. `hasBegun` says whether an
 * `initialize` went on before it.
 */
export const requestFault =
  (tools: Tools, texts: Texts) =>
  (method: string, parameters: unknown, hasBegun: boolean): RequestFault | undefined => {
    if (!inConversation.has(method) && !byThemselves.has(method))
      return noMethod(texts.noMethod(method, Object.keys(tools).join(", ")))
    const meta = isObject(parameters) && isObject(parameters["_meta"]) ? parameters["_meta"] : {}
    const namesVersion = `${carried}protocolVersion` in meta
    if (namesVersion && !byThemselves.has(method)) return noMethod(texts.notInVersion(method))
    if (!namesVersion && hasBegun && !inConversation.has(method)) return noMethod(texts.notInConversation(method))
    const message = (namesVersion ? !isDescribed(meta) : !hasBegun && !beforeInitialize.includes(method))
      ? texts.noVersion
      : parameterFault(tools, texts, method, parameters)
    return message === undefined ? undefined : { code: -32602, message }
  }

const noMethod = (message: string): RequestFault => ({ code: -32601, message })

const isDescribed = (meta: Readonly<Record<string, unknown>>): boolean =>
  typeof meta[`${carried}protocolVersion`] === "string" &&
  isObject(meta[`${carried}clientCapabilities`]) &&
  (meta[`${carried}clientInfo`] === undefined || isImplementation(meta[`${carried}clientInfo`]))

const parameterFault = (tools: Tools, texts: Texts, method: string, parameters: unknown): string | undefined => {
  if (method === "initialize") return isObject(parameters) && isClient(parameters) ? undefined : texts.initialize
  if (method !== "tools/call") return otherFault(texts, method, parameters)
  const names = Object.keys(tools).join(", ")
  if (!isObject(parameters) || typeof parameters["name"] !== "string") return texts.noTool(names)
  const { arguments: given = {}, name } = parameters
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined
  if (tool === undefined) return texts.unknownTool(name, names)
  const { fields } = tool.parametersSchema
  const keys = Object.keys(fields).join(", ")
  if (!isObject(given)) return texts.notArguments(keys)
  for (const [key, value] of Object.entries(given)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (field === undefined) return texts.unknownArgument(name, key, keys)
    if (Option.isNone(Schema.decodeUnknownOption(field)(value))) return texts.wrongArgument(key)
  }
  return undefined
}

/** Returns what is wrong with the parameters of a method that takes few or none. All that there is is listed at once. */
const otherFault = (texts: Texts, method: string, parameters: unknown): string | undefined => {
  if (parameters !== undefined && !isObject(parameters)) return texts.notParameters
  if (method.endsWith("/list") && parameters?.["cursor"] !== undefined) return texts.noCursor
  if (method === "subscriptions/listen") return isObject(parameters?.["notifications"]) ? undefined : texts.listen
  if (method !== "logging/setLevel") return undefined
  return levels.some((level) => level === parameters?.["level"]) ? undefined : texts.noLevel(levels.join(", "))
}

const isClient = ({ capabilities, clientInfo, protocolVersion }: Readonly<Record<string, unknown>>): boolean =>
  typeof protocolVersion === "string" && isObject(capabilities) && isImplementation(clientInfo)

const isImplementation = (value: unknown): boolean =>
  isObject(value) && typeof value["name"] === "string" && typeof value["version"] === "string"
