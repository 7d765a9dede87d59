/**
 * The log in memory passes the contract.
 */
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { generatedContract } from "../../src/contract/GeneratedContract.ts"
import { layer } from "../../src/memory/MemoryEventLog.ts"
import { runs, sizes } from "../sizes.ts"

eventLogContract("The log in memory", layer, sizes)
generatedContract("The log in memory", layer, runs(200, 200))
