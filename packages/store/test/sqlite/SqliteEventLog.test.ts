/**
 * The log in a SQLite file passes the contract.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../files.ts"
import { sizes } from "../sizes.ts"

eventLogContract(
  "The log in a SQLite file",
  Layer.unwrap(Effect.map(newFile, (filename) => layer({ filename }))),
  sizes
)
