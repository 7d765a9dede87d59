/**
 * The one error that promises are rejected with; `code` says what to do about it.
 */
import type { Refusal } from "@frist/domain/Refusal"
import { Conflict, EventLogError, type Reason } from "@frist/store/EventLog"
import { Refused } from "@frist/store/Recording"

/**
 * `refused`: the plan forbids it, and `refusal` is the fact that does. `conflict`: others were first, again and again:
 * try again. `forbidden`: the log lets this user in no further. `closed`: the log, or the transaction, has ended.
 * `failed`: a statement of your own, or what no code foresees. The others are the log's own: `unreachable`, `timedOut`,
 * `invalid` …
 */
export type FristErrorCode = "refused" | "conflict" | "forbidden" | "closed" | "failed" | Exclude<Reason, "refused">

export class FristError extends Error {
  override readonly name = "FristError"
  readonly code: FristErrorCode
  /** The fact that forbids the command; null unless it was refused. */
  readonly refusal: Refusal | null

  constructor(code: FristErrorCode, message: string, refusal: Refusal | null = null, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.refusal = refusal
  }

  /** The same failure in this form. */
  static of(error: unknown): FristError {
    if (error instanceof FristError) return error
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Refused) return new FristError("refused", message, error.refusal, error)
    if (error instanceof Conflict) return new FristError("conflict", message, null, error)
    if (error instanceof EventLogError) {
      return new FristError(error.reason === "refused" ? "forbidden" : error.reason, message, null, error)
    }
    return new FristError("failed", message, null, error)
  }
}
