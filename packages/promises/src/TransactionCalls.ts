/**
 * The calls of one transaction: which are in progress, which nobody awaited, and whether more are taken.
 */
import { FristError } from "./FristError.ts"

/** Returns the promise as one that notes when somebody awaits it. */
const noting = <A>(promise: Promise<A>, onAwaited: () => void): Promise<A> =>
  new Proxy(promise, {
    get: (target, key) => {
      if (key !== "then") return Reflect.get(target, key)
      onAwaited()
      return target.then.bind(target)
    }
  })

const over = "The transaction is over: use it only inside its function, and await every call."

/** The calls of one transaction. */
export class TransactionCalls {
  readonly #inProgress = new Set<Promise<unknown>>()
  readonly #awaited = new Set<Promise<unknown>>()
  readonly #failed = new Map<Promise<unknown>, unknown>()
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
    const call = run()
    this.#inProgress.add(call)
    call.then(
      () => this.#inProgress.delete(call),
      (error: unknown) => {
        this.#inProgress.delete(call)
        this.#failed.set(call, error)
      }
    )
    return noting(call, () => this.#awaited.add(call))
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
    const unseen = [...this.#failed].find(([call]) => !this.#awaited.has(call))
    if (unseen !== undefined) {
      throw new FristError(
        "failed",
        "A call of the transaction failed and was not awaited, so everything is rolled back: await every call.",
        { cause: unseen[1] }
      )
    }
  }
}
