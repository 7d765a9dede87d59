/**
 * Runs the embedding that the README shows, in memory, and prints how far the deadline has moved.
 */
import * as MemoryEventLog from "@frist/store/memory"
import { Effect } from "effect"
import { moved } from "./embed.ts"

const { activities } = await Effect.runPromise(moved.pipe(Effect.provide(MemoryEventLog.layer)))
for (const { activity, tally } of activities) console.log(activity, tally.count, tally.net)
