/**
 * The log in a SQLite file passes the contract.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { generatedContract } from "../../src/contract/GeneratedContract.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"
import { runs, sizes } from "../sizes.ts"

const newLog = Layer.unwrap(Effect.map(newFile, (filename) => layer({ filename })))

eventLogContract("The log in a SQLite file", newLog, sizes)
generatedContract("The log in a SQLite file", newLog, runs(25, 15))
