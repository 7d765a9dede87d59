/**
 * The log at an address, with its driver loaded only when an address needs it.
 */
import { addressSentence } from "@frist/store/AddressFault"
import { parseAddress } from "@frist/store/DatabaseAddress"
import type { EventLog, EventLogError } from "@frist/store/EventLog"
import type * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { FristError } from "./FristError.ts"
import type { OpenLogOptions, TransactionRunner } from "./Transaction.ts"

/** The layer of a log, and its transactions where the log supports them. */
export interface OpenedLog {
  readonly layer: Layer.Layer<EventLog, EventLogError>
  readonly transaction?: TransactionRunner
}

/** Returns the log at an address; rejects with a `FristError` whose code is `invalid` where no log can be there. */
export const logAt = async (address: string, options: OpenLogOptions): Promise<OpenedLog> => {
  if (address === "memory:") return { layer: (await import("@frist/store/memory/MemoryEventLog")).layer }
  const parsed = parseAddress(address)
  if (Result.isFailure(parsed)) throw new FristError("invalid", addressSentence(parsed.failure))
  if (parsed.success.kind === "file") {
    return { layer: (await import("@frist/store/sqlite/SqliteEventLog")).layer({ filename: parsed.success.name }) }
  }
  await driverInstalled()
  const { layerAtServer, transaction } = await import("./Transaction.ts")
  return { layer: layerAtServer(parsed.success.url, options), transaction }
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
      null,
      error
    )
  }
}
