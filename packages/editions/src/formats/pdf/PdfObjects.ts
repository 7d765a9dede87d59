/**
 * The objects of a PDF that pdf.js does not hand out: as they lie in the file, the last of each number, whatever its
 * tables of objects say. Texts are left out, and what is encrypted is not found.
 */
import { unpackedStream, streamsIn } from "./PdfStreams.ts"

/** A value: a name begins with `/`; a text, true, false and null are null. */
export type PdfValue = null | number | string | PdfReference | ReadonlyArray<PdfValue> | PdfDictionary
type PdfDictionary = ReadonlyMap<string, PdfValue>

/** Names another object. */
export class PdfReference {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map
export const isArray = (value: PdfValue | undefined): value is ReadonlyArray<PdfValue> => Array.isArray(value)

interface Place {
  readonly text: string
  readonly at: number
}

export class PdfObjects {
  readonly #places = new Map<number, Place>()
  #root: PdfValue = null

  constructor(file: Buffer) {
    let from = 0
    for (const stream of streamsIn(file)) {
      this.#index(file.toString("latin1", from, stream.begin))
      from = stream.end
      if (/\/Type\s{0,9}\/ObjStm\b/u.test(stream.dictionary)) this.#unpack(stream.dictionary, unpackedStream(stream))
    }
    this.#index(file.toString("latin1", from))
  }

  /** The catalogue that the file names last. */
  get catalogue(): PdfValue | undefined {
    return this.get(this.#root)
  }

  get numbers(): Iterable<number> {
    return this.#places.keys()
  }

  /** Returns the value of an object, or of what a reference names; `undefined` where there is none. */
  get(given: PdfValue | undefined, depth = 0): PdfValue | undefined {
    if (!(given instanceof PdfReference)) return given
    const place = this.#places.get(given.number)
    if (place === undefined || depth > 9) return undefined
    return this.get(new PdfText(place.text, place.at).value(), depth + 1)
  }

  /** Returns the entry of a dictionary. */
  entry(of: PdfValue | undefined, name: string): PdfValue | undefined {
    return isDictionary(of) ? this.get(of.get(name)) : undefined
  }

  #index(text: string): void {
    for (const [, number] of text.matchAll(/\/Root\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/gu))
      this.#root = new PdfReference(Number(number))
    for (const match of text.matchAll(/(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj(?![A-Za-z])/gu))
      this.#places.set(Number(match[1]), { text, at: match.index + match[0].length })
  }

  #unpack(dictionary: string, bytes: Buffer | undefined): void {
    const first = Number(/\/First\s{1,9}(\d{1,9})/u.exec(dictionary)?.[1])
    if (bytes === undefined || !(first <= bytes.length)) return
    const text = bytes.toString("latin1")
    const numbers = text.slice(0, first).trim().split(/\s+/u).map(Number)
    for (let at = 0; at + 1 < numbers.length; at += 2)
      this.#places.set(numbers[at] ?? -1, { text, at: first + (numbers[at + 1] ?? 0) })
  }
}

/** The deepest nesting of a value that is read. */
const deepest = 50

/** Reads a value where it is written. */
class PdfText {
  readonly #text: string
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  value(depth = 0): PdfValue {
    this.#take(/(?:\s|%[^\r\n]*)*/uy)
    if (depth > deepest) return null
    if (this.#take(/<</uy) !== undefined) return this.#dictionary(depth)
    if (this.#take(/\[/uy) !== undefined) return this.#array(depth)
    if (this.#take(/\(/uy) !== undefined) return this.#skipText()
    if (this.#take(/<[^>]*>/uy) !== undefined) return null
    const name = this.#take(/\/[^\s/()<>[\]{}%]*/uy)
    if (name !== undefined)
      return name.replace(/#([0-9a-f]{2})/giu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    const reference = this.#take(/\d{1,10}\s{1,9}\d{1,5}\s{1,9}R(?![A-Za-z])/uy)
    if (reference !== undefined) return new PdfReference(Number.parseInt(reference, 10))
    const number = this.#take(/[-+]?[\d.]{1,30}/uy)
    if (number !== undefined) return Number(number)
    if (this.#take(/[A-Za-z]+/uy) === undefined) this.#at++
    return null
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #isAtEnd(close: RegExp): boolean {
    this.#take(/(?:\s|%[^\r\n]*)*/uy)
    return this.#at >= this.#text.length || this.#take(close) !== undefined
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>()
    while (!this.#isAtEnd(/>>/uy)) {
      const name = this.value(depth + 1)
      const value = this.value(depth + 1)
      if (typeof name !== "string") break
      entries.set(name.slice(1), value)
    }
    return entries
  }

  #array(depth: number): ReadonlyArray<PdfValue> {
    const values: Array<PdfValue> = []
    while (!this.#isAtEnd(/\]/uy)) values.push(this.value(depth + 1))
    return values
  }

  #skipText(): null {
    for (let open = 1; open > 0 && this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at]
      if (sign === "\\") this.#at++
      else if (sign === "(") open++
      else if (sign === ")") open--
    }
    return null
  }
}
