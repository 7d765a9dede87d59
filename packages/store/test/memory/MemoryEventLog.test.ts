/**
 * The log in memory passes the contract.
 */
import { eventLogContract } from "../../src/contract/EventLogContract.ts"
import { layer } from "../../src/memory/MemoryEventLog.ts"
import { sizes } from "../sizes.ts"

eventLogContract("The log in memory", layer, sizes)
