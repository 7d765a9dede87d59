/**
 * Random bytes, drawn from the system many at a time: a call costs more than the bytes.
 */
import { randomFillSync } from "node:crypto"

/** The bytes drawn at a time. */
const drawn = 8192

/** Hands out random bytes, each once. */
export class RandomPool {
  private pool = new Uint8Array(0)
  private at = 0

  /** Returns this many new random bytes. They stay as they are. */
  take(bytes: number): Uint8Array<ArrayBuffer> {
    if (this.at + bytes > this.pool.length) {
      this.pool = randomFillSync(new Uint8Array(Math.max(bytes, drawn)))
      this.at = 0
    }
    this.at += bytes
    return this.pool.subarray(this.at - bytes, this.at)
  }
}
