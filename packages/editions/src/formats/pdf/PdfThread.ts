/**
 * A thread that reads a PDF, so that reading can be ended: when it takes too much work, time or memory, or is not wanted
 * any more.
 */
import { grown } from "@frist/domain/FileBounds"
import { Worker } from "node:worker_threads"
import type { Grid } from "../grid/Grid.ts"
import { Unreadable } from "../office/Unreadable.ts"
import type { Problem } from "../../UnreadableDocument.ts"

/** What is read of a PDF: its tables, or all of its paragraphs in reading order. */
export interface PdfResult {
  readonly grids: ReadonlyArray<Grid>
  readonly paragraphs: ReadonlyArray<string>
}

/** What the thread is asked for. */
export interface PdfRequest {
  readonly bytes: Uint8Array
  readonly wanted: keyof PdfResult
}

/** The answer of the thread. */
export type PdfAnswer<Wanted extends keyof PdfResult> =
  | { readonly result: PdfResult[Wanted] }
  | { readonly problem: Problem; readonly detail: string }

/** The limits of reading one file. */
interface PdfLimits {
  /** The most processor time of the thread, in milliseconds: five times that of a sound file, for slower machines. */
  readonly processor: number
  /** The longest time, in milliseconds, on a machine that has other work. */
  readonly milliseconds: number
  /** The most memory that reading may add to the process, in megabytes. */
  readonly megabytes: number
}

/** Returns the limits of a file of this many bytes: 20 seconds of work and 512 MB of a small one, up to 100 and 1 GB. */
const limitsOf = (bytes: number): PdfLimits => ({
  processor: grown(20_000, bytes, 5),
  milliseconds: grown(120_000, bytes, 5),
  megabytes: grown(512, bytes, 2)
})

/** How often the memory is looked at, and the work, in milliseconds. */
const interval = 20
const workInterval = 200

/** Beside this file and with its extension: as source, built, or bundled. */
const file = new URL(`PdfWorker${/\.\w+$/u.exec(import.meta.url)?.[0] ?? ".js"}`, import.meta.url)

/** Reads a PDF in a thread of its own, which ends at once when `signal` is aborted. Fails with `Unreadable`. */
export const readInThread = <Wanted extends keyof PdfResult>(
  wanted: Wanted,
  bytes: Uint8Array,
  signal: AbortSignal,
  { megabytes, milliseconds, processor }: PdfLimits = limitsOf(bytes.length)
): Promise<PdfResult[Wanted]> =>
  new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss()
    const thread = new Worker(file, {
      workerData: { bytes, wanted } satisfies PdfRequest,
      // What the library says on the screen is for its developers.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 }
    })
    const end = (problem: Problem): void => {
      stop()
      reject(new Unreadable(problem))
    }
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > megabytes * 1_048_576) end("unpacksTooLarge")
    }, interval)
    const work = setInterval(() => {
      void processorTime(thread).then((spent) => {
        if (spent > processor) end("takesTooLong")
      })
    }, workInterval)
    const clock = setTimeout(() => end("takesTooLong"), milliseconds)
    const stop = (): void => {
      clearInterval(watch)
      clearInterval(work)
      clearTimeout(clock)
      signal.removeEventListener("abort", abort)
      void thread.terminate()
    }
    const abort = (): void => {
      stop()
      reject(signal.reason)
    }
    signal.addEventListener("abort", abort)
    if (signal.aborted) abort()
    thread.on("message", (answer: PdfAnswer<Wanted>) => {
      stop()
      if ("problem" in answer) reject(new Unreadable(answer.problem, answer.detail))
      else resolve(answer.result)
    })
    thread.on("error", (error) => end(isFull(error) ? "unpacksTooLarge" : "damagedPdf"))
    thread.on("exit", () => end("damagedPdf"))
  })

/** Returns the processor time of a thread in milliseconds; 0 where Node does not tell it (before 24.6), or it has ended. */
const processorTime = async (thread: Worker): Promise<number> => {
  const { system = 0, user = 0 } = (await thread.cpuUsage?.().catch(() => undefined)) ?? {}
  return (user + system) / 1000
}

const isFull = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
