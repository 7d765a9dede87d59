/**
 * The calls of one transaction: which are in progress, which nobody awaited, and whether more are taken.
 */
import { FristError } from "./FristError.ts"

const over = "The transaction is over: use it only inside its function, and await every call."

/** The calls of one transaction. */
export class TransactionCalls {
  readonly #inProgress = new Set<Promise<unknown>>()
  /** The promises whose failure somebody sees. */
  readonly #seen = new Set<Promise<unknown>>()
  readonly #failed = new Map<Promise<unknown>, unknown>()
  #isOver = false
  #hasSucceeded = false

  /** Whether the function of the transaction has ended. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Starts a call; rejects it where the transaction is over. A rejection that nobody awaits never ends the process. */
  start<A>(run: () => Promise<A>): Promise<A> {
    if (this.#isOver) {
      const late = Promise.reject<A>(new FristError("closed", over))
      late.catch(() => {})
      return late
    }
    const call = run()
    this.#inProgress.add(call)
    const ended = () => this.#inProgress.delete(call)
    call.then(ended, ended)
    return this.#noted(call)
  }

  /**
   * Returns the promise as one that notes whether somebody sees its failure: what `then` returns without a function for
   * errors fails in its place, and so does what `finally` returns.
   */
  #noted<A>(promise: Promise<A>): Promise<A> {
    promise.catch((error: unknown) => {
      // A transaction that has succeeded tells nobody: this is a rejection as any other.
      if (this.#hasSucceeded) throw error
      this.#failed.set(promise, error)
    })
    return new Proxy(promise, {
      get: (target, key) => {
        if (key !== "then") return Reflect.get(target, key)
        return (onValue?: ((value: A) => unknown) | null, onError?: ((error: unknown) => unknown) | null) => {
          if (typeof onError === "function") this.#seen.add(target)
          return this.#noted(target.then(onValue, onError))
        }
      }
    })
  }

  /** Takes no more calls, and waits for those in progress; returns how many there were. */
  async end(): Promise<number> {
    this.#isOver = true
    const count = this.#inProgress.size
    await Promise.allSettled(this.#inProgress)
    return count
  }

  /** Ends a function that has succeeded; throws if a call was still in progress, or failed and nobody saw it. */
  async endDone(): Promise<void> {
    const count = await this.end()
    if (count > 0) {
      throw new FristError(
        "failed",
        `${count === 1 ? "A call" : `${count} calls`} of the transaction had not ended when its function did, so everything is rolled back: await every call.`
      )
    }
    const unseen = [...this.#failed].find(([call]) => !this.#seen.has(call))
    if (unseen !== undefined) {
      throw new FristError(
        "failed",
        "A call of the transaction failed and was not awaited, so everything is rolled back: await every call.",
        { cause: unseen[1] }
      )
    }
    this.#hasSucceeded = true
  }
}
