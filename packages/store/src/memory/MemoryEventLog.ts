/**
 * The log in memory, with the same promises while the process lives. For tests and experiments.
 */
import * as Layer from "effect/Layer"
import type { LogServices } from "../LogServices.ts"
import { makeMemory } from "./MemoryTransactions.ts"

/** A new, empty log. */
export const layer: Layer.Layer<LogServices> = Layer.effectContext(makeMemory)
