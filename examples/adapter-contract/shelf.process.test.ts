/**
 * The log on a shelf passes the contract that every log passes, races included.
 */
import { eventLogContract } from "@frist/store/contract"
import { layer } from "./ShelfEventLog.ts"

eventLogContract("The log on a shelf", layer())
