/**
 * From an address to the log there. Drivers are loaded by who uses them.
 */
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import type * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { FristError } from "./FristError.ts"
import type { OpenOptions, Transacting } from "./Transactions.ts"

/** The layer of a log, and how a transaction is done where the log can be part of one. */
export interface Opened {
  readonly layer: Layer.Layer<EventLog, EventLogError>
  readonly transaction?: Transacting
}

/** The log at that address. */
export const layerAt = async (address: string, options: OpenOptions): Promise<Opened> => {
  if (address.trim() === "") {
    throw new FristError("invalid", "No log is named: give a file, postgres://… or memory:.")
  }
  if (address === "memory:") return { layer: (await import("@frist/store/memory/MemoryEventLog")).layer }
  if (!/^postgres(?:ql)?:\/\//iu.test(address)) {
    return { layer: (await import("@frist/store/sqlite/SqliteEventLog")).layer({ filename: address }) }
  }
  const { layerAtServer, transaction } = await import("./Transactions.ts")
  return { layer: layerAtServer(Redacted.make(address), options), transaction }
}
