/**
 * Splits a stream of bytes into lines. Only the current line is kept.
 */

/** The most bytes that a line can have: more than an event whose texts are all as long as allowed. */
export const longestLine = 67_108_864

/** Splits one stream of bytes. */
export interface LineSplitter {
  /** Returns the lines that end in these bytes, without their line ends. */
  readonly push: (bytes: Uint8Array) => ReadonlyArray<Uint8Array>
  /** The number of bytes since the last line end. */
  readonly rest: () => number
  /** The first of those bytes, some hundred or fewer. */
  readonly begun: () => Uint8Array
}

/** Returns a splitter for a new stream. */
export const lineSplitter = (): LineSplitter => {
  let parts: Array<Uint8Array> = []
  let length = 0
  return {
    push: (bytes) => {
      const lines: Array<Uint8Array> = []
      let start = 0
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        const part = bytes.subarray(start, end)
        lines.push(parts.length === 0 ? part : Buffer.concat([...parts, part]))
        parts = []
        length = 0
        start = end + 1
      }
      if (start < bytes.length) {
        parts.push(bytes.subarray(start))
        length += bytes.length - start
      }
      return lines
    },
    rest: () => length,
    begun: () => Buffer.concat(parts.slice(0, 128)).subarray(0, 128)
  }
}
