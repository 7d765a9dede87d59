/**
 * Writes the objects of a PDF as Word does: pages, fonts and contents as they are, the structure packed in streams of
 * objects, and a table of objects for programs that know those beside one for programs that do not.
 */
import { deflateSync } from "node:zlib"

/** An object. One with a stream, or that is `apart`, is packed in no other. */
export interface WordObject {
  readonly value: string
  readonly stream?: string
  readonly isApart?: boolean
}

/** The most objects of one stream. */
const perStream = 200

/** Returns a file of objects that are numbered from 1, the first its catalogue. `changed` may spoil its text. */
export const wordFile = (objects: ReadonlyArray<WordObject>, isPacked = true): Uint8Array => {
  const parts: Array<Buffer> = [Buffer.from("%PDF-1.7\r\n%\u00B5\u00B5\u00B5\u00B5\r\n", "latin1")]
  let length = parts[0]?.length ?? 0
  const entries: Array<readonly [kind: number, place: number, nth: number]> = [[0, 0, 65_535]]
  const add = (...added: ReadonlyArray<string | Buffer>): void => {
    for (const each of added) {
      const bytes = typeof each === "string" ? Buffer.from(each, "latin1") : each
      parts.push(bytes)
      length += bytes.length
    }
  }
  const write = (number: number, value: string, stream?: Buffer): void => {
    entries[number] = [1, length, 0]
    if (stream === undefined) return add(`${number} 0 obj\r\n${value}\r\nendobj\r\n`)
    add(`${number} 0 obj\r\n${value.replace(/>>$/u, `/Filter/FlateDecode/Length ${stream.length}>>`)}\r\nstream\r\n`)
    add(stream, "\r\nendstream\r\nendobj\r\n")
  }
  const packed: Array<readonly [number: number, value: string]> = []
  objects.forEach(({ isApart = false, stream, value }, at) => {
    if (isPacked && !isApart && stream === undefined) packed.push([at + 1, value])
    else write(at + 1, value, stream === undefined ? undefined : deflateSync(Buffer.from(stream, "latin1")))
  })
  let next = objects.length + 1
  for (let from = 0; from < packed.length; from += perStream) {
    const own = packed.slice(from, from + perStream)
    const container = next++
    let place = 0
    const head = own.map(([number, value], nth) => {
      entries[number] = [2, container, nth]
      const at = place
      place += Buffer.byteLength(value, "latin1") + 2
      return `${number} ${at}`
    })
    const first = `${head.join(" ")}\r\n`
    const content = first + own.map(([, value]) => `${value}\r\n`).join("")
    const dictionary = `<</Type/ObjStm/N ${own.length}/First ${first.length}>>`
    write(container, dictionary, deflateSync(Buffer.from(content, "latin1")))
  }
  const start = length
  entries[next] = [1, start, 0]
  const table = entries.map(([kind, place, nth]) =>
    Buffer.from([kind, place >>> 24, place >>> 16, place >>> 8, place, nth >>> 8, nth])
  )
  const trailer = `/Size ${entries.length}/Root 1 0 R`
  write(next, `<</Type/XRef${trailer}/W[1 4 2]>>`, deflateSync(Buffer.concat(table)))
  const old = length
  const lines = entries.map(([kind, place]) =>
    kind === 1 ? `${String(place).padStart(10, "0")} 00000 n\r\n` : "0000000000 65535 f\r\n"
  )
  add(`xref\r\n0 ${entries.length}\r\n`, ...lines, `trailer\r\n<<${trailer}>>\r\nstartxref\r\n${old}\r\n%%EOF\r\n`)
  const last = length
  add(`xref\r\n0 0\r\ntrailer\r\n<<${trailer}/Prev ${old}/XRefStm ${start}>>\r\nstartxref\r\n${last}\r\n%%EOF`)
  return Buffer.concat(parts)
}
