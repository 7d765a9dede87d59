/**
 * The thread of `readInThread`: reads one PDF and ends.
 */
import { parentPort, workerData } from "node:worker_threads"
import { Unreadable } from "../office/Unreadable.ts"
import { pdfContent } from "./PdfContent.ts"
import type { PdfAnswer } from "./PdfThread.ts"

const answer = async (): Promise<PdfAnswer> => {
  try {
    return await pdfContent(workerData)
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem, detail: error.detail }
    throw error
  }
}

void answer().then((given) => parentPort?.postMessage(given))
