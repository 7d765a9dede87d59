/**
 * What is wrong with the parameters of a request, in a sentence that says what is wanted.
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

/** Returns the check of parameters for these tools. Methods of the protocol that Frist does not add to are left to Effect. */
export const parameterFault =
  (tools: Tools, texts: Texts) =>
  (method: string, parameters: unknown): string | undefined => {
    if (method === "initialize") return isObject(parameters) && isClient(parameters) ? undefined : texts.initialize
    if (method !== "tools/call") return undefined
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

const isClient = ({ capabilities, clientInfo, protocolVersion }: Readonly<Record<string, unknown>>): boolean =>
  typeof protocolVersion === "string" &&
  isObject(capabilities) &&
  isObject(clientInfo) &&
  typeof clientInfo["name"] === "string" &&
  typeof clientInfo["version"] === "string"
