/**
 * A process that is killed while it keeps editions in a SQLite file leaves each with its event, or neither.
 */
import { it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { keptThroughKills } from "../KilledKeeping.ts"
import { long } from "../sizes.ts"
import { newFile } from "../TemporaryFile.ts"

it.live(
  "a killed process leaves every edition with its event, or neither",
  () => Effect.flatMap(newFile, (filename) => keptThroughKills(filename, layer({ filename }), long ? 50 : 4)),
  300_000
)
