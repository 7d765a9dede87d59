/**
 * A thread that reads a PDF, so that reading can be ended: after a time, or when it takes too much memory.
 */
import { Worker } from "node:worker_threads"
import type { Grid } from "../grid/Grid.ts"
import { Unreadable } from "../office/Unreadable.ts"
import type { Problem } from "../../UnreadableDocument.ts"

/** What is read of a PDF. */
export interface PdfContent {
  readonly grids: ReadonlyArray<Grid>
}

/** The answer of the thread. */
export type PdfAnswer = PdfContent | { readonly problem: Problem; readonly detail: string }

/** The limits of reading one file. */
interface PdfLimits {
  /** The longest time, in milliseconds. A follow-up of a hundred pages takes a few seconds. */
  readonly milliseconds: number
  /** The most memory that reading may add to the process, in megabytes. */
  readonly megabytes: number
}

const usual: PdfLimits = { milliseconds: 60_000, megabytes: 512 }
/** How often the memory is looked at, in milliseconds. */
const interval = 20

/** Beside this file and with its extension: as source, built, or bundled. */
const file = new URL(`PdfWorker${/\.\w+$/u.exec(import.meta.url)?.[0] ?? ".js"}`, import.meta.url)

/** Reads a PDF in a thread of its own. Fails with `Unreadable`. */
export const readInThread = (bytes: Uint8Array, { megabytes, milliseconds }: PdfLimits = usual): Promise<PdfContent> =>
  new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss()
    const thread = new Worker(file, {
      workerData: bytes,
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
    const clock = setTimeout(() => end("takesTooLong"), milliseconds)
    const stop = (): void => {
      clearInterval(watch)
      clearTimeout(clock)
      void thread.terminate()
    }
    thread.on("message", (answer: PdfAnswer) => {
      stop()
      if ("problem" in answer) reject(new Unreadable(answer.problem, answer.detail))
      else resolve(answer)
    })
    thread.on("error", (error) => end(isFull(error) ? "unpacksTooLarge" : "damagedPdf"))
    thread.on("exit", () => end("damagedPdf"))
  })

const isFull = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
