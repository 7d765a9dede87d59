/**
 * Starts writers as processes, and reports what they sent and how each was answered.
 */
import { type PlanId, PlanId as PlanIdSchema } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { spawn } from "node:child_process"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Sent } from "./SentBatches.ts"

// Compiled code is kept from one process to the next, which halves the time that a process takes to start.
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "frist-compile-cache") }
const script = fileURLToPath(new URL("writer.ts", import.meta.url))

/** The batches of a writer, and its exit. */
export interface Written {
  readonly sent: ReadonlyArray<Sent>
  /** The exit code, or the signal that killed it. */
  readonly end: number | string | null
  /** The text written to standard error. */
  readonly said: string
}

export interface WriterOptions {
  readonly plans: ReadonlyArray<PlanId>
  readonly name: string
  readonly mode: "own" | "late" | "same"
  readonly count: number
  /** The number of concurrent writers in the process. Default: one. */
  readonly writers?: number
  /** The process is killed this many milliseconds after its first answer. */
  readonly killAfter?: number
}

export const writer = (
  address: string,
  { count, killAfter, mode, name, plans, writers = 1 }: WriterOptions
): Effect.Effect<Written> =>
  Effect.callback<Written>((resume) => {
    const parameters = [address, plans.join(), name, mode, String(count), String(writers)]
    const child = spawn(process.execPath, [script, ...parameters], { env })
    let output = ""
    let said = ""
    let dying = false
    child.stdout.on("data", (chunk) => {
      output += chunk
      if (dying || killAfter === undefined || !output.includes("\nanswered")) return
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
  // The last line may have been cut off by the kill.
  for (const line of output.split("\n").slice(0, -1)) {
    const [word, batch = "", one = "", two = ""] = line.split(" ")
    const before = sent.get(batch)
    if (word === "sent") sent.set(batch, { plan: PlanIdSchema.make(one), batch, size: Number(two), answer: null })
    else if (before !== undefined) {
      before.answer = word === "answered" ? { first: Number(one), last: Number(two) } : "refused"
    }
  }
  return [...sent.values()]
}
