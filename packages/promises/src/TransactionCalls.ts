/**
 * The calls of one transaction: which are in progress, which nobody awaited, and whether more are taken.
 */
import { FristError } from "./FristError.ts"

/** A promise that knows whether anybody awaits it. */
class Call<A> extends Promise<A> {
  /** Promises derived from a call are ordinary ones. */
  static override get [Symbol.species]() {
    return Promise
  }

  isAwaited = false

  override then<B = A, C = never>(
    onfulfilled?: ((value: A) => B | PromiseLike<B>) | null,
    onrejected?: ((reason: unknown) => C | PromiseLike<C>) | null
  ): Promise<B | C> {
    this.isAwaited = true
    return super.then(onfulfilled, onrejected)
  }
}

const over = "The transaction is over: use it only inside its function, and await every call."

/** The calls of one transaction. */
export class TransactionCalls {
  readonly #inProgress = new Set<Promise<unknown>>()
  readonly #failed: Array<{ readonly call: Call<unknown>; readonly error: unknown }> = []
  #isOver = false

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
    const running = run()
    const call = new Call<A>((resolve, reject) => running.then(resolve, reject))
    this.#inProgress.add(running)
    running.then(
      () => this.#inProgress.delete(running),
      (error: unknown) => {
        this.#inProgress.delete(running)
        this.#failed.push({ call, error })
      }
    )
    // Without marking it as awaited.
    Promise.prototype.then.call(call, undefined, () => {})
    return call
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
    const unseen = this.#failed.find(({ call }) => !call.isAwaited)
    if (unseen !== undefined) {
      throw new FristError(
        "failed",
        "A call of the transaction failed and was not awaited, so everything is rolled back: await every call.",
        null,
        unseen.error
      )
    }
  }
}
