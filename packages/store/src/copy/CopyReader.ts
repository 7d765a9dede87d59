/**
 * Reads copies of a log, one or several that continue each other, as a stream of events and editions.
 */
import type { PlanId } from "@frist/domain/Names"
import { TreeLevels } from "@frist/evidence/tree/TreeLevels"
import type { CopiedNote } from "@frist/evidence/CopyFormat"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { oneLine } from "../CheckedInput.ts"
import type { KeptEdition } from "../EventLog.ts"
import { CopyLines, type CopyProgress } from "./CopyLines.ts"
import { CopyRefused } from "./CopyRefused.ts"
import { lineSplitter, longestLine } from "./LineSplitter.ts"

/** A file: a name for messages, and its bytes from the first. */
export interface CopyFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Copies that together contain one plan from its first event. */
export interface Copies {
  readonly plan: PlanId
  /**
   * Every event in order, then what is kept of each edition, the last where several files have one, and then the
   * checkpoints that were kept; readable once.
   * Fails at the first line that is not valid.
   */
  readonly records: Stream.Stream<StoredRecord | KeptEdition | CopiedNote, CopyRefused>
  /** Returns the file and line of an event that has been read. */
  readonly lineOf: (position: number) => { readonly file: string; readonly line: number }
}

/** Events per page, at most. */
const pageSize = 500

/** Returns the events in pages. The first page is empty, and comes as soon as the plan is known. */
const pagesOf = async function* (
  files: ReadonlyArray<CopyFile>,
  read: CopyProgress
): AsyncGenerator<ReadonlyArray<StoredRecord | KeptEdition | CopiedNote>> {
  for (const { bytes, name } of files) {
    const reader = new CopyLines(name, read)
    const lines = lineSplitter()
    let page: Array<StoredRecord> = []
    // Events before an invalid line come first: one of them may fail verification.
    let failed: CopyRefused | undefined
    // A last line that is not JSON is one that was cut off.
    let notJson: CopyRefused | undefined
    try {
      for await (const piece of bytes) {
        for (const line of lines.push(piece)) {
          if (notJson !== undefined) throw notJson
          const taken = Result.try(() => reader.take(line))
          if (Result.isFailure(taken)) {
            if (!(taken.failure instanceof CopyRefused) || taken.failure.fault !== "notJson") throw taken.failure
            notJson = taken.failure
            continue
          }
          const stored = taken.success
          if (reader.line === 1 && read.begun.length === 1) yield []
          if (stored !== undefined) page.push(stored)
          if (page.length === pageSize) {
            yield page
            page = []
          }
        }
        if (lines.rest() > longestLine) throw notJson ?? reader.cutOff(lines.begun(), "tooLong")
      }
      if (notJson !== undefined) throw lines.rest() > 0 ? notJson : reader.fail("cutOff")
      if (lines.rest() > 0) throw reader.cutOff(lines.begun(), reader.ended ? "afterEnd" : "cutOff")
      if (reader.line === 0) throw reader.fail("empty")
      if (!reader.ended) throw reader.fail("cutOff")
    } catch (error) {
      failed = error instanceof CopyRefused ? error : reader.fail("unread", error)
    }
    if (page.length > 0) yield page
    if (failed !== undefined) throw failed
  }
  for (const edition of read.editions.values()) yield [edition]
  for (const note of read.notes) yield [{ note }]
}

/** The most bytes of kept editions: they are in memory until all files are read. Default of `readCopies`. */
const mostEditionBytes = 536_870_912

/** Opens copies. Reads the first line of the first file, so that the plan is known, and the rest on demand. */
export const readCopies = (
  files: ReadonlyArray<CopyFile>,
  most = mostEditionBytes
): Effect.Effect<Copies, CopyRefused> =>
  Effect.gen(function* () {
    const read: CopyProgress = {
      plan: undefined,
      tree: new TreeLevels(),
      origin: undefined,
      begun: [],
      notes: [],
      editions: new Map(),
      editionBytes: 0,
      mostEditionBytes: most
    }
    const unread = (error: unknown) =>
      error instanceof CopyRefused
        ? error
        : new CopyRefused({ file: files[0]?.name ?? "", line: 1, fault: "unread", detail: oneLine(error) })
    const pages = pagesOf(files, read)
    yield* Effect.tryPromise({ try: () => pages.next(), catch: unread })
    const { plan } = read
    if (plan === undefined) return yield* unread("no file")
    return {
      plan,
      records: Stream.fromAsyncIterable(pages, unread).pipe(
        Stream.filter((page) => page.length > 0),
        Stream.flattenIterable
      ),
      lineOf: (position) => {
        const { file, from } = read.begun.findLast((each) => each.from <= position) ?? { file: "", from: 1 }
        return { file, line: position - from + 2 }
      }
    }
  })
