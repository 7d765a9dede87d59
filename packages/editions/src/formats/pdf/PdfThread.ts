/**
 * A thread that reads a PDF, so that reading can be ended: after a time, or when it takes too much memory.
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
  /** The longest time, in milliseconds. A follow-up of a hundred pages takes a few seconds, and pdf.js one or two to start. */
  readonly milliseconds: number
  /** The most memory that reading may add to the process, in megabytes. */
  readonly megabytes: number
}

/** Returns the limits of a file of this many bytes: 20 seconds and 256 MB of a small one, up to a minute and 512 MB. */
const limitsOf = (bytes: number): PdfLimits => ({
  milliseconds: grown(20_000, bytes, 3),
  megabytes: grown(256, bytes, 2)
})

/** How often the memory is looked at, in milliseconds. */
const interval = 20

/** Beside this file and with its extension: as source, built, or bundled. */
const file = new URL(`PdfWorker${/\.\w+$/u.exec(import.meta.url)?.[0] ?? ".js"}`, import.meta.url)

/** Reads a PDF in a thread of its own. Fails with `Unreadable`. */
export const readInThread = <Wanted extends keyof PdfResult>(
  wanted: Wanted,
  bytes: Uint8Array,
  { megabytes, milliseconds }: PdfLimits = limitsOf(bytes.length)
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
    const clock = setTimeout(() => end("takesTooLong"), milliseconds)
    const stop = (): void => {
      clearInterval(watch)
      clearTimeout(clock)
      void thread.terminate()
    }
    thread.on("message", (answer: PdfAnswer<Wanted>) => {
      stop()
      if ("problem" in answer) reject(new Unreadable(answer.problem, answer.detail))
      else resolve(answer.result)
    })
    thread.on("error", (error) => end(isFull(error) ? "unpacksTooLarge" : "damagedPdf"))
    thread.on("exit", () => end("damagedPdf"))
  })

const isFull = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
