/**
 * From an address to the log there. Drivers are loaded by who uses them.
 */
import { addressSentence } from "@frist/store/AddressFault"
import { parseAddress } from "@frist/store/DatabaseAddress"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import type * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { FristError } from "./FristError.ts"
import type { OpenOptions, Transacting } from "./Transactions.ts"

/** The layer of a log, and how a transaction is done where the log can be part of one. */
export interface Opened {
  readonly layer: Layer.Layer<EventLog, EventLogError>
  readonly transaction?: Transacting
}

/** The log at that address. */
export const layerAt = async (address: string, options: OpenOptions): Promise<Opened> => {
  if (address === "memory:") return { layer: (await import("@frist/store/memory/MemoryEventLog")).layer }
  const parsed = parseAddress(address)
  if (Result.isFailure(parsed)) throw new FristError("invalid", addressSentence(parsed.failure))
  if (parsed.success.kind === "file") {
    return { layer: (await import("@frist/store/sqlite/SqliteEventLog")).layer({ filename: parsed.success.name }) }
  }
  const { layerAtServer, transaction } = await import("./Transactions.ts")
  return { layer: layerAtServer(parsed.success.url, options), transaction }
}
