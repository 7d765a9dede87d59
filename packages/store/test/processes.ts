/**
 * Writers in processes of their own, and what they sent and were told by their end.
 */
import type { PlanId } from "@frist/domain/Names"
import { PlanId as PlanIdSchema } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Sent } from "./kept.ts"

const script = fileURLToPath(new URL("writer.ts", import.meta.url))

/** What a writer did, and how it ended. */
export interface Written {
  readonly sent: ReadonlyArray<Sent>
  /** Its code, or the signal that it died of. */
  readonly end: number | string | null
  /** What it complained of. */
  readonly said: string
}

export interface WriterOptions {
  readonly plans: ReadonlyArray<PlanId>
  readonly name: string
  readonly mode: "own" | "late" | "same"
  readonly count: number
  /** Writers at once in the process: one unless told. */
  readonly writers?: number
  /** It is killed so many milliseconds after it was first told anything. */
  readonly killAfter?: number
}

export const writer = (
  address: string,
  { count, killAfter, mode, name, plans, writers = 1 }: WriterOptions
): Effect.Effect<Written> =>
  Effect.callback<Written>((resume) => {
    const child = spawn(process.execPath, [script, address, plans.join(), name, mode, String(count), String(writers)])
    let output = ""
    let said = ""
    let dying = false
    child.stdout.on("data", (chunk) => {
      output += chunk
      if (dying || killAfter === undefined || !output.includes("\ntold")) return
      dying = true
      setTimeout(() => child.kill("SIGKILL"), killAfter)
    })
    child.stderr.on("data", (chunk) => (said += chunk))
    child.on("close", (code, signal) => {
      resume(Effect.succeed({ sent: sentIn(output), end: signal ?? code, said }))
    })
    return Effect.sync(() => child.kill("SIGKILL"))
  })

const sentIn = (output: string): ReadonlyArray<Sent> => {
  const sent = new Map<string, Sent>()
  // A line without its end is of the moment of death.
  for (const line of output.split("\n").slice(0, -1)) {
    const [word, batch = "", one = "", two = ""] = line.split(" ")
    const before = sent.get(batch)
    if (word === "sent") sent.set(batch, { plan: PlanIdSchema.make(one), batch, size: Number(two), told: null })
    else if (before !== undefined) {
      before.told = word === "told" ? { first: Number(one), last: Number(two) } : "refused"
    }
  }
  return [...sent.values()]
}
