/**
 * Collects consecutive events of one batch into the columns of a row.
 */
import type { RecordHeader } from "@frist/domain/RecordedEvent"
import { type BatchChunk, chunkBytes, chunkEvents } from "./BatchRow.ts"

/** What an entry of a header says of an event. */
type EntryHeader = Pick<RecordHeader, "activity" | "type" | "effectiveOn" | "provenance" | "source">

/** Whether two events have the same place in the list of origins. */
const sameOrigin = (a: EntryHeader, b: EntryHeader): boolean =>
  a.effectiveOn === b.effectiveOn &&
  a.provenance === b.provenance &&
  (a.source === null) === (b.source === null) &&
  a.source?.document === b.source?.document &&
  a.source?.sha256 === b.source?.sha256 &&
  a.source?.table === b.source?.table

const originInJson = ({ effectiveOn, provenance, source }: EntryHeader): string =>
  source === null
    ? JSON.stringify([effectiveOn, provenance])
    : JSON.stringify([effectiveOn, provenance, source.document, source.sha256, source.table])

/** The event whose origin was written last, with its text: consecutive batches mostly have the same. */
let known: { readonly event: EntryHeader; readonly text: string } | undefined

const originOf = (event: EntryHeader): string => {
  if (known === undefined || !sameOrigin(known.event, event)) {
    // A copy: the caller may change a source that was given, and give it again.
    const source = event.source === null ? null : { ...event.source }
    known = { event: { ...event, source }, text: originInJson(event) }
  }
  return known.text
}

/** The texts from which on a list is searched by a map. */
const manyTexts = 8

/** Numbers texts in the order in which they first come. */
class TextList {
  readonly texts: Array<string> = []
  private places: Map<string, number> | undefined

  /** Returns the place of a text, which is added if it is new. */
  placeOf(text: string): number {
    const place = this.places === undefined ? this.texts.indexOf(text) : (this.places.get(text) ?? -1)
    if (place >= 0) return place
    const added = this.texts.push(text) - 1
    if (this.places !== undefined) this.places.set(text, added)
    else if (added + 1 === manyTexts) this.places = new Map(this.texts.map((each, at) => [each, at]))
    return added
  }
}

/** Types in JSON: an entry has one, and they are few. */
const typesInJson = new Map<string, string>()
const mostTypes = 1000

const typeInJson = (type: string): string => {
  const known = typesInJson.get(type)
  if (known !== undefined) return known
  const text = JSON.stringify(type)
  if (typesInJson.size < mostTypes) typesInJson.set(type, text)
  return text
}

/** The columns of one row while its events are added. */
export class ChunkWriter {
  size = 0
  bytes = 0
  private readonly activities = new TextList()
  private readonly origins = new TextList()
  private header = ""
  private last: EntryHeader | undefined
  private origin = 0
  private readonly contents: Array<Uint8Array> = []

  /** Whether an event with this content goes to the next row. */
  isFullFor(content: Uint8Array | null): boolean {
    return this.size > 0 && (this.size === chunkEvents || this.bytes + (content?.length ?? 0) > chunkBytes)
  }

  /** Adds an event. Its content is null where it is erased. */
  add(event: EntryHeader, content: Uint8Array | null): void {
    const { activity, source, type } = event
    if (this.last === undefined || !sameOrigin(this.last, event)) this.origin = this.origins.placeOf(originOf(event))
    this.last = event
    const place = activity === null ? null : this.activities.placeOf(activity)
    const cell =
      source === null ? "" : `,${source.row},${source.column === null ? null : JSON.stringify(source.column)}`
    const entry = `[${content === null ? null : content.length},${place},${typeInJson(type)},${this.origin}${cell}]`
    this.header += this.size === 0 ? entry : `,${entry}`
    this.size += 1
    if (content === null) return
    this.contents.push(content)
    this.bytes += content.length
  }

  /** Returns the columns. `salt` has 32 bytes for each event. */
  columns(salt: Uint8Array): BatchChunk {
    const [only] = this.contents
    return {
      size: this.size,
      activities: JSON.stringify(this.activities.texts),
      origins: `[${this.origins.texts.join()}]`,
      header: `[${this.header}]`,
      content: this.contents.length === 1 && only !== undefined ? only : Buffer.concat(this.contents, this.bytes),
      salt
    }
  }
}
