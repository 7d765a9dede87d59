/**
 * The thread of `readInThread`: reads one PDF and ends.
 */
import { parentPort, workerData } from "node:worker_threads"
import { Unreadable } from "../office/Unreadable.ts"
import { pdfGrids, pdfParagraphs } from "./PdfContent.ts"
import type { PdfAnswer, PdfRequest, PdfResult } from "./PdfThread.ts"

const readers = { grids: pdfGrids, paragraphs: pdfParagraphs }

const answer = async ({ bytes, wanted }: PdfRequest): Promise<PdfAnswer<keyof PdfResult>> => {
  try {
    return { result: await readers[wanted](bytes) }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem, detail: error.detail }
    throw error
  }
}

void answer(workerData).then((given) => parentPort?.postMessage(given))
