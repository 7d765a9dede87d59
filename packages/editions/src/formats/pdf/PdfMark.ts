/**
 * The mark by which a PDF is known.
 */

/** Whether bytes are a PDF. A few other bytes may stand before its mark. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /^[^\p{L}]{0,16}%PDF-/u.test(Buffer.from(bytes.subarray(0, 32)).toString("latin1"))
