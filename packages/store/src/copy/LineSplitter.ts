/**
 * Bytes that come in any pieces, as lines: only the line that is being read is kept.
 */

/** A line of more bytes is no line of a copy: an event with every text as long as may be has fewer. */
export const longestLine = 67_108_864

export interface LineSplitter {
  /** The lines that end in these bytes, without their ends. */
  readonly push: (bytes: Uint8Array) => ReadonlyArray<Uint8Array>
  /** How many bytes have come after the last end of a line. */
  readonly rest: () => number
}

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
    rest: () => length
  }
}
