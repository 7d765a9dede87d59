/**
 * The log at an address, with its driver loaded only when an address needs it.
 */
import { addressSentence } from "@frist/store/AddressFault"
import { parseAddress, placeOf } from "@frist/store/DatabaseAddress"
import { EventLog, type EventLogError } from "@frist/store/EventLog"
import { eventLogs } from "@frist/store/EventLogs"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { isBuiltin } from "node:module"
import { FristError } from "./FristError.ts"
import type { OpenLogOptions, TransactionRunner } from "./Transaction.ts"

/** The layer of a log, and its transactions where the log supports them. */
export interface OpenedLog {
  readonly layer: Layer.Layer<EventLog, EventLogError>
  readonly transaction?: TransactionRunner
}

/** Returns the log at an address, as one with those that its plans may have moved to. */
export const logsAt = async (address: string, { elsewhere = [], ...options }: OpenLogOptions): Promise<OpenedLog> => {
  const own = await logAt(address, options)
  if (elsewhere.length === 0) return own
  const layers = new Map([[placeAt(address), own.layer]])
  for (const each of elsewhere) layers.set(placeAt(each), (await logAt(each, options)).layer)
  const opened = Effect.gen(function* () {
    const logs = new Map<string, EventLog["Service"]>()
    for (const [place, layer] of layers) {
      logs.set(place, Context.get(yield* Layer.build(Layer.fresh(layer)), EventLog))
    }
    return eventLogs(logs, () => placeAt(address))
  })
  return { layer: Layer.effect(EventLog, opened) }
}

/** Returns the address as a log names it; one that is none is refused when it is opened. */
const placeAt = (address: string): string =>
  Result.match(parseAddress(address), { onFailure: () => address, onSuccess: placeOf })

/** Returns the log at an address; rejects with a `FristError` whose code is `invalid` where no log can be there. */
const logAt = async (address: string, options: OpenLogOptions): Promise<OpenedLog> => {
  needsNode()
  if (typeof address !== "string") throw new FristError("invalid", `${addressSentence("blank")} Is a variable unset?`)
  if (address === "memory:") {
    const { makeMemory } = await import("@frist/store/memory/MemoryTransactions")
    const { memoryTransaction } = await import("./MemoryTransaction.ts")
    return { layer: Layer.effectContext(makeMemory), transaction: memoryTransaction(options) }
  }
  const parsed = parseAddress(address)
  if (Result.isFailure(parsed)) throw new FristError("invalid", addressSentence(parsed.failure))
  if (parsed.success.kind === "file") {
    return { layer: (await import("@frist/store/sqlite/SqliteEventLog")).layer({ filename: parsed.success.name }) }
  }
  await driverInstalled()
  const { layerAtServer, serverTransaction } = await import("./ServerTransaction.ts")
  return { layer: layerAtServer(parsed.success.url, options), transaction: serverTransaction }
}

/** Checks that this Node can keep a log in a file, in memory and on a server alike: one that is older fails later. */
const needsNode = (): void => {
  if (isBuiltin("node:sqlite")) return
  throw new FristError("invalid", `Frist needs Node 22.13 or later; this is ${process.version}: install a newer Node.`)
}

/**
 * Checks that the driver, an optional peer dependency, is installed: Node would report a missing module by path only.
 */
const driverInstalled = async (): Promise<void> => {
  try {
    await import("@effect/sql-pg/PgClient")
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error
    throw new FristError(
      "invalid",
      "A log on PostgreSQL needs a driver that is not installed: run npm install @effect/sql-pg.",
      { cause: error }
    )
  }
}
