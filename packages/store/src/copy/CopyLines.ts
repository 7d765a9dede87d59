/**
 * The lines of one copy of a log: each is checked as it arrives, and the last against all lines before it.
 */
import type { PlanId } from "@frist/domain/Names"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { createHash, type Hash } from "node:crypto"
import { checkpointText, namesLog, originOf, readCheckpoint } from "@frist/evidence/checkpoints/Checkpoint"
import { checkpointMatches } from "@frist/evidence/checkpoints/CheckpointMatch"
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import { oneLine } from "../CheckedInput.ts"
import type { KeptEdition } from "../EventLog.ts"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import type { TreeLevels } from "@frist/evidence/tree/TreeLevels"
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

const decoders = {
  start: Schema.decodeUnknownResult(CopyStart),
  event: Schema.decodeUnknownResult(CopiedEvent),
  edition: Schema.decodeUnknownResult(CopiedEdition),
  note: Schema.decodeUnknownResult(CopiedNote),
  end: Schema.decodeUnknownResult(CopyEnd)
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const newline = Uint8Array.of(10)

/** How the first line of a copy begins. */
const beginning = new TextEncoder().encode(`{"format":"${copyFormat}"`)

/** How archives and packed files begin: zip, gzip, bzip2, xz, zstd, 7z. */
const archives = [
  [0x50, 0x4b, 3, 4],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf]
]

/** The progress of reading all files. */
export interface CopyProgress {
  plan: PlanId | undefined
  readonly tree: TreeLevels
  /** The name of the log, from the first kept checkpoint of any event. */
  origin: string | undefined
  readonly begun: Array<{ readonly file: string; readonly from: number }>
  readonly notes: Array<string>
  /** By the SHA-256 of the document. */
  readonly editions: Map<string, KeptEdition>
  /** The bytes of their contents together, and the most that they may be. */
  editionBytes: number
  readonly mostEditionBytes: number
}

/** Checks the lines of one file, in order. */
export class CopyLines {
  line = 0
  events = 0
  notes = 0
  editions = 0
  version = 0
  ended = false
  readonly sum: Hash = createHash("sha256")
  readonly file: string
  readonly read: CopyProgress

  constructor(file: string, read: CopyProgress) {
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

  /** Returns the error of a file that ends, or goes on for too long, within the line that begins with these bytes. */
  cutOff(bytes: Uint8Array, fault: CopyFault): CopyRefused {
    this.line += 1
    const isBegun = this.line > 1 || beginning.every((byte, at) => at >= bytes.length || bytes[at] === byte)
    return isBegun ? this.fail(fault) : this.notACopy(bytes)
  }

  private notACopy(bytes: Uint8Array): CopyRefused {
    return this.fail(archives.some((magic) => magic.every((byte, at) => bytes[at] === byte)) ? "packed" : "notACopy")
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
    if (Result.isFailure(text)) throw this.line === 1 ? this.notACopy(bytes) : this.fail("notText")
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
    if (typeof version !== "number") throw this.fail("notACopy")
    if (!copyVersions.some((each) => each === version)) throw this.fail("version", version)
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
    if (stored.leaf.length !== 32) throw this.fail("fields", "a leaf of another length")
    read.tree.push(stored.leaf)
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
    const { read } = this
    read.editionBytes += bytes.length - (editions.get(sha256)?.content.length ?? 0)
    if (read.editionBytes > read.mostEditionBytes) throw this.fail("tooLarge", read.mostEditionBytes / 1_048_576)
    editions.set(sha256, { sha256, document: editions.get(sha256)?.document ?? document, content: bytes })
  }

  /** Keeps a checkpoint of the events before it: a false one would fail the restored log for ever. */
  private note({ note }: CopiedNote): void {
    const { notes, plan, tree } = this.read
    const read = readCheckpointNote(note)
    const size = read?.checkpoint.size
    if (plan === undefined || size === undefined || size > tree.size) {
      throw this.fail("fields", "no checkpoint of these events")
    }
    if (read !== undefined && namesLog(read.checkpoint, plan)) this.read.origin ??= read.checkpoint.origin
    const log = { plan, origin: this.read.origin ?? originOf(plan), size: tree.size }
    const [match] = checkpointMatches([{ note, kept: true }], [read], new Map([[size, tree.head(size)]]), log)
    if (match?.fault !== undefined) throw this.fail("root")
    this.notes += 1
    notes.push(note)
  }

  private end({ checkpoint, events, sha256 }: CopyEnd): undefined {
    const { plan, tree } = this.read
    if (events !== this.events) throw this.fail("count", events, this.events)
    const said = readCheckpoint(checkpoint)
    if (plan === undefined || said?.origin !== originOf(plan) || said.size !== tree.size) throw this.fail("checkpoint")
    if (checkpointText({ origin: said.origin, ...tree.head() }) !== checkpoint) throw this.fail("root")
    if (this.sum.digest("hex") !== sha256) throw this.fail("sum")
    this.ended = true
  }
}
