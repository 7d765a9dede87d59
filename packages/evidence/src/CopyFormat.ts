/**
 * The format of copies: the log of a plan as lines of JSON. The first line says what the file is, and the last gives
 * the checkpoint. `docs/reference/export.md` describes it for other languages. Each value has one form, and no other is
 * read.
 */
import { Day } from "@frist/domain/Day"
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import { Provenance, RecordedEvent, Source } from "@frist/domain/RecordedEvent"
import { Text } from "@frist/domain/text/Text"
import * as Schema from "effect/Schema"
import { bytesOfHex } from "./Bytes.ts"
import type { StoredRecord, StoredRow } from "./StoredEvent.ts"

/** The name of the format, in the first line of every copy. */
export const copyFormat = "frist/log"
/** The versions of the format: 2 has kept editions, and 1 is written where there are none. */
export const copyVersions = [1, 2] as const
type CopyVersion = (typeof copyVersions)[number]

const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u))

/** The first line: the plan, and the position of its first event in the file. */
export const CopyStart = Schema.Struct({
  format: Schema.Literal(copyFormat),
  version: Schema.Literals(copyVersions),
  plan: PlanId,
  from: Position
})
export type CopyStart = typeof CopyStart.Type

/**
 * An event: its header, the exact text of its content, and its salt and leaf in hex. Content and salt are null if a
 * decision removed them; only then is there a digest.
 */
export const CopiedEvent = Schema.Struct({
  position: Position,
  activity: Schema.NullOr(ActivityId),
  type: Schema.String,
  effectiveOn: Day,
  recordedAt: Schema.Int,
  actor: Actor,
  batch: BatchId,
  provenance: Provenance,
  source: Schema.NullOr(Source),
  content: Schema.NullOr(Schema.String),
  salt: Schema.NullOr(Hash),
  digest: Schema.NullOr(Hash),
  leaf: Hash
})
export type CopiedEvent = typeof CopiedEvent.Type

/** A checkpoint that was kept with the log, as the text of its note. These lines follow the events. */
export const CopiedNote = Schema.Struct({ note: Schema.String })
export type CopiedNote = typeof CopiedNote.Type

/**
 * What is kept of a document's cells, in base64, with the document's name and SHA-256. These lines come after the events
 * and before the checkpoints.
 */
export const CopiedEdition = Schema.Struct({
  edition: Schema.Struct({ sha256: Hash, document: Text, content: Schema.String })
})
export type CopiedEdition = typeof CopiedEdition.Type

/**
 * The last line: the number of events in the file, the checkpoint at the last of them, and the SHA-256 of all lines
 * before this one.
 */
export const CopyEnd = Schema.Struct({
  events: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  checkpoint: Schema.String,
  sha256: Hash
})
export type CopyEnd = typeof CopyEnd.Type

/** Any line of a copy. */
export const CopyLine = Schema.Union([CopyStart, CopiedEvent, CopiedEdition, CopiedNote, CopyEnd])

/** Writes the first line. */
export const startLine = ({ from, plan, version = 1 }: Pick<CopyStart, "from" | "plan"> & StartVersion): string =>
  `${JSON.stringify({ format: copyFormat, version, plan, from })}\n`
interface StartVersion {
  readonly version?: CopyVersion
}

/**
 * Reads a first line, without its line end; `undefined` unless it is in the one form. Like `readEventLine` it needs no
 * schema, for the page of a bundle has none.
 */
export const readStartLine = (line: string): CopyStart | undefined => {
  try {
    const start: CopyStart = JSON.parse(line)
    const isKnown = copyVersions.includes(start.version)
    const isStart =
      isKnown && isPlanId(start.plan) && Number.isSafeInteger(start.from) && startLine(start) === `${line}\n`
    return isStart ? start : undefined
  } catch {
    return undefined
  }
}

const isPlanId = (value: unknown): boolean => typeof value === "string" && /^[a-z0-9-]{1,64}$/u.test(value)

/** Writes the line of a kept checkpoint. */
export const noteLine = ({ note }: CopiedNote): string => `${JSON.stringify({ note })}\n`

/** Reads the line of a kept checkpoint, without its line end; `undefined` unless it is in the one form. */
export const readNoteLine = (line: string): string | undefined => {
  if (!line.startsWith('{"note":')) return undefined
  try {
    const { note }: CopiedNote = JSON.parse(line)
    return isText(note) && noteLine({ note }) === `${line}\n` ? note : undefined
  } catch {
    return undefined
  }
}

/** Writes the line of a kept edition. */
export const editionLine = ({ edition: { content, document, sha256 } }: CopiedEdition): string =>
  `${JSON.stringify({ edition: { sha256, document, content } })}\n`

/** Reads the line of a kept edition, without its line end; `undefined` unless it is in the one form. */
export const readEditionLine = (line: string): CopiedEdition["edition"] | undefined => {
  if (!line.startsWith('{"edition":')) return undefined
  try {
    const { edition }: CopiedEdition = JSON.parse(line)
    const isEdition = [edition.sha256, edition.document, edition.content].every(isText)
    return isEdition && editionLine({ edition }) === `${line}\n` ? edition : undefined
  } catch {
    return undefined
  }
}

/** Writes the last line. */
export const endLine = ({ checkpoint, events, sha256 }: CopyEnd): string =>
  `${JSON.stringify({ events, checkpoint, sha256 })}\n`

/** Reads the last line, without its line end; `undefined` unless it is in the one form. */
export const readEndLine = (line: string): CopyEnd | undefined => {
  try {
    const end: CopyEnd = JSON.parse(line)
    return Number.isSafeInteger(end.events) && endLine(end) === `${line}\n` ? end : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns whether a copy, split at its line ends, ends before its last line does: that line is missing, or only its
 * beginning is there.
 */
export const isCutOff = (lines: ReadonlyArray<string>): boolean => {
  const ended = lines.at(-1) === ""
  const [before = "", last = ""] = lines.slice(ended ? -3 : -2)
  if (readEndLine(last) !== undefined) return !ended
  if (readEndLine(before) !== undefined) return false
  try {
    const line: unknown = JSON.parse(last)
    return typeof line === "object" && line !== null && !("checkpoint" in line)
  } catch {
    return true
  }
}

/** Writes the line of an event, with its fields in order. */
export const eventLine = ({
  activity,
  actor,
  batch,
  content,
  digest,
  effectiveOn,
  leaf,
  position,
  provenance,
  recordedAt,
  salt,
  source,
  type
}: CopiedEvent): string => {
  const { column, document, row, sha256, table } = source ?? {}
  const from = source === null ? null : { document, sha256, table, row, column }
  const said = { position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source: from }
  return `${JSON.stringify({ ...said, content, salt, digest, leaf })}\n`
}

/** Reads the line of an event, without its line end; `undefined` unless it is in the one form of that event. */
export const readEventLine = (plan: PlanId, line: string): StoredRow | undefined => {
  try {
    const event: CopiedEvent = JSON.parse(line)
    const { activity, actor, batch, content, digest, effectiveOn, leaf, position, provenance, recordedAt, salt } = event
    const { source, type } = event
    const texts = [actor, batch, effectiveOn, leaf, provenance, type].every(isText)
    const sourceTexts = source === null || (isText(source.document) && isText(source.sha256))
    const orNone = [activity, content, digest, salt, source?.table ?? null, source?.column ?? null]
    const numbers = [position, recordedAt, source?.row ?? 0].every(Number.isSafeInteger)
    if (!texts || !sourceTexts || !numbers || !orNone.every((each) => each === null || isText(each))) return undefined
    if (eventLine(event) !== `${line}\n`) return undefined
    return {
      record: { plan, position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source },
      bytes: content === null ? null : encoder.encode(content),
      salt: bytesOrNull(salt),
      digest: bytesOrNull(digest),
      leaf: bytesOrNull(leaf) ?? new Uint8Array()
    }
  } catch {
    return undefined
  }
}

const isText = (value: unknown): boolean => typeof value === "string"

/** Decodes hex. Text that is not hex becomes no bytes, which match nothing. */
const bytesOrNull = (text: string | null): Uint8Array | null =>
  text === null ? null : (bytesOfHex(text) ?? new Uint8Array())

// Every byte matters: bytes that are not UTF-8 fail, and a byte order mark stays.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "hex"))

/** Converts a record into the value of its line. */
export const copiedEvent = ({ bytes, digest, leaf, record, salt }: StoredRecord): CopiedEvent => ({
  ...record,
  content: bytes && utf8.decode(bytes),
  salt: salt && hex(salt),
  digest: digest && hex(digest),
  leaf: hex(leaf)
})

/** Converts the value of a line into a record. Its content is not decoded. */
export const storedOf = (plan: PlanId, { content, digest, leaf, salt, ...said }: CopiedEvent): StoredRecord => {
  const record = RecordedEvent.of({ plan, ...said, event: null })
  return {
    record,
    bytes: content === null ? null : encoder.encode(content),
    salt: salt === null ? null : bytesOf(salt),
    digest: digest === null ? null : bytesOf(digest),
    leaf: bytesOf(leaf)
  }
}
