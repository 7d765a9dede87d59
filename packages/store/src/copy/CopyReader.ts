/**
 * Reads copies of a log. Each line is checked as it arrives, and the last line of a file against all lines before it.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { createHash, type Hash } from "node:crypto"
import { checkpointText, originOf, readCheckpoint } from "@frist/evidence/Checkpoint"
import { readCheckpointNote } from "@frist/evidence/Note"
import { oneLine } from "../CheckedInput.ts"
import type { KeptEdition } from "../EventLog.ts"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import { emptyTree, type Tree, treeHead, withLeaf } from "@frist/evidence/MerkleTree"
import {
  CopiedEdition,
  CopiedEvent,
  CopiedNote,
  CopyEnd,
  copyFormat,
  CopyStart,
  copyVersions,
  editionLine,
  endLine,
  eventLine,
  noteLine,
  startLine,
  storedOf
} from "@frist/evidence/CopyFormat"
import { type CopyFault, CopyRefused } from "./CopyRefused.ts"
import { longestLine, lineSplitter } from "./LineSplitter.ts"

/** A file: a name for messages, and its bytes from the first. */
export interface CopyFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Copies that together contain one plan from its first event. */
export interface Copies {
  readonly plan: PlanId
  /**
   * Every event in order, and then what is kept of each edition, the last where several files have one; readable once.
   * Fails at the first line that is not valid.
   */
  readonly records: Stream.Stream<StoredRecord | KeptEdition, CopyRefused>
  /** Returns the file and line of an event that has been read. */
  readonly lineOf: (position: number) => { readonly file: string; readonly line: number }
  /** Returns the checkpoints that were kept with the log, once every event is read. */
  readonly notes: () => ReadonlyArray<string>
}

const decoders = {
  start: Schema.decodeUnknownResult(CopyStart),
  event: Schema.decodeUnknownResult(CopiedEvent),
  edition: Schema.decodeUnknownResult(CopiedEdition),
  note: Schema.decodeUnknownResult(CopiedNote),
  end: Schema.decodeUnknownResult(CopyEnd)
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const newline = Uint8Array.of(10)

/** Events per page, at most. */
const pageSize = 500

/** The progress of reading all files. */
interface Read {
  plan: PlanId | undefined
  tree: Tree
  readonly begun: Array<{ readonly file: string; readonly from: number }>
  readonly notes: Array<string>
  /** By the SHA-256 of the document. */
  readonly editions: Map<string, KeptEdition>
}

/** Reads the lines of one file, in order. */
class CopyReader {
  line = 0
  events = 0
  notes = 0
  editions = 0
  version = 0
  ended = false
  readonly sum: Hash = createHash("sha256")
  readonly file: string
  readonly read: Read

  constructor(file: string, read: Read) {
    this.file = file
    this.read = read
  }

  fail(fault: CopyFault, detail: unknown = "", against?: string | number): CopyRefused {
    return new CopyRefused({
      file: this.file,
      line: Math.max(this.line, 1),
      fault,
      detail: oneLine(detail),
      ...(against === undefined ? {} : { against: String(against) })
    })
  }

  /** Returns the event on the next line, if it has one. */
  take(bytes: Uint8Array): StoredRecord | undefined {
    this.line += 1
    if (this.ended) throw this.fail("afterEnd")
    const text = this.textOf(bytes)
    const parsed = Result.try((): unknown => JSON.parse(text))
    let event: StoredRecord | undefined
    if (this.line === 1) this.start(text, parsed)
    else if (Result.isFailure(parsed)) throw this.fail("notJson", parsed.failure)
    else if (typeof parsed.success === "object" && parsed.success !== null && "checkpoint" in parsed.success) {
      return this.end(this.decoded(decoders.end, parsed.success, endLine, text))
    } else if (typeof parsed.success === "object" && parsed.success !== null && "note" in parsed.success) {
      this.note(this.decoded(decoders.note, parsed.success, noteLine, text))
    } else if (typeof parsed.success === "object" && parsed.success !== null && "edition" in parsed.success) {
      this.edition(this.decoded(decoders.edition, parsed.success, editionLine, text))
    } else event = this.event(this.decoded(decoders.event, parsed.success, eventLine, text))
    this.sum.update(bytes).update(newline)
    return event
  }

  private textOf(bytes: Uint8Array): string {
    const text = Result.try(() => utf8.decode(bytes))
    if (Result.isFailure(text)) throw this.fail("notText")
    if (text.success.startsWith("\u{feff}")) throw this.fail("byteOrderMark")
    if (text.success.endsWith("\r")) throw this.fail("lineEnds")
    return text.success
  }

  /** Decodes a line, which must be in the one form of its value. */
  private decoded<A>(
    decode: (value: unknown) => Result.Result<A, Schema.SchemaError>,
    value: unknown,
    write: (value: A) => string,
    text: string
  ): A {
    const decoded = decode(value)
    if (Result.isFailure(decoded)) throw this.fail("fields", decoded.failure)
    if (write(decoded.success) !== `${text}\n`) throw this.fail("otherForm")
    return decoded.success
  }

  private start(text: string, parsed: Result.Result<unknown, unknown>): void {
    const value = Result.isSuccess(parsed) ? parsed.success : undefined
    if (typeof value !== "object" || value === null || !("format" in value) || value.format !== copyFormat) {
      throw this.fail("notACopy")
    }
    const version = "version" in value ? value.version : undefined
    if (!copyVersions.some((each) => each === version)) throw this.fail("version", JSON.stringify(version) ?? "")
    const { from, plan, ...start } = this.decoded(decoders.start, value, startLine, text)
    this.version = start.version
    const { read } = this
    if (read.plan !== undefined && plan !== read.plan) throw this.fail("otherPlan", plan, read.plan)
    if (from !== read.tree.size + 1) throw this.fail("begins", from, read.tree.size + 1)
    read.plan = plan
    read.begun.push({ file: this.file, from })
  }

  private event(event: CopiedEvent): StoredRecord {
    const { read } = this
    if (read.plan === undefined) throw this.fail("notACopy")
    if (this.notes > 0) throw this.fail("fields", "an event after a checkpoint")
    if (this.editions > 0) throw this.fail("fields", "an event after an edition")
    const stored = storedOf(read.plan, event)
    read.tree = withLeaf(read.tree, stored.leaf)
    this.events += 1
    return stored
  }

  /** Keeps an edition as it is: whether the events name it is seen when all are read. */
  private edition({ edition: { content, document, sha256 } }: CopiedEdition): void {
    const { editions } = this.read
    if (this.version < 2) throw this.fail("fields", "an edition in version 1")
    if (this.notes > 0) throw this.fail("fields", "an edition after a checkpoint")
    const bytes = Buffer.from(content, "base64")
    if (bytes.toString("base64") !== content) throw this.fail("otherForm")
    this.editions += 1
    editions.set(sha256, { sha256, document: editions.get(sha256)?.document ?? document, content: bytes })
  }

  /** Keeps a checkpoint as it is: comparing it with the events is left to verification. */
  private note({ note }: CopiedNote): void {
    const size = readCheckpointNote(note)?.checkpoint.size
    if (size === undefined || size > this.read.tree.size) throw this.fail("fields", "no checkpoint of these events")
    this.notes += 1
    this.read.notes.push(note)
  }

  private end({ checkpoint, events, sha256 }: CopyEnd): undefined {
    const { plan, tree } = this.read
    if (events !== this.events) throw this.fail("count", events, this.events)
    const said = readCheckpoint(checkpoint)
    if (plan === undefined || said?.origin !== originOf(plan) || said.size !== tree.size) throw this.fail("checkpoint")
    if (checkpointText({ origin: said.origin, ...treeHead(tree) }) !== checkpoint) throw this.fail("root")
    if (this.sum.digest("hex") !== sha256) throw this.fail("sum")
    this.ended = true
  }
}

/** Returns the events in pages. The first page is empty, and comes as soon as the plan is known. */
const pagesOf = async function* (
  files: ReadonlyArray<CopyFile>,
  read: Read
): AsyncGenerator<ReadonlyArray<StoredRecord | KeptEdition>> {
  for (const { bytes, name } of files) {
    const reader = new CopyReader(name, read)
    const lines = lineSplitter()
    let page: Array<StoredRecord> = []
    // Events before an invalid line come first: one of them may fail verification.
    let failed: CopyRefused | undefined
    try {
      for await (const piece of bytes) {
        for (const line of lines.push(piece)) {
          const stored = reader.take(line)
          if (reader.line === 1 && read.begun.length === 1) yield []
          if (stored !== undefined) page.push(stored)
          if (page.length === pageSize) {
            yield page
            page = []
          }
        }
        if (lines.rest() > longestLine) {
          reader.line += 1
          throw reader.fail("tooLong")
        }
      }
      if (lines.rest() > 0) reader.line += 1
      if (reader.line === 0) throw reader.fail("empty")
      if (lines.rest() > 0) throw reader.fail(reader.ended ? "afterEnd" : "cutOff")
      if (!reader.ended) throw reader.fail("cutOff")
    } catch (error) {
      failed = error instanceof CopyRefused ? error : reader.fail("unread", error)
    }
    if (page.length > 0) yield page
    if (failed !== undefined) throw failed
  }
  for (const edition of read.editions.values()) yield [edition]
}

/** Opens copies. Reads the first line of the first file, so that the plan is known, and the rest on demand. */
export const readCopies = (files: ReadonlyArray<CopyFile>): Effect.Effect<Copies, CopyRefused> =>
  Effect.gen(function* () {
    const read: Read = { plan: undefined, tree: emptyTree, begun: [], notes: [], editions: new Map() }
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
      },
      notes: () => read.notes
    }
  })
