/**
 * The error that every promise rejects with; its `code` tells a program what to do.
 */
import type { Refusal } from "@frist/domain/Refusal"
import { Conflict, EventLogError, type Reason } from "@frist/store/EventLog"
import { Refused } from "@frist/store/Refused"

/**
 * The reason why a call failed. `refused`: the plan forbids the command, and `refusal` holds the reason. `conflict`:
 * concurrent changes kept winning; retry. `unknown`: no event is of that plan, or of that activity. `forbidden`: the user lacks permission. `closed`: the log or the transaction
 * has ended. `failed`: a statement of yours failed, or something unforeseen. Other codes are the reasons of the event
 * log: `unreachable`, `timedOut`, `invalid` …
 */
export type FristErrorCode =
  | "refused"
  | "conflict"
  | "unknown"
  | "forbidden"
  | "closed"
  | "failed"
  | Exclude<Reason, "refused">

/** What is known of a failure beside its sentence. */
interface FailureFacts {
  readonly cause?: unknown
  readonly refusal?: Refusal | undefined
  readonly sqlState?: string | undefined
  readonly constraint?: string | undefined
}

/** A failed call: its message is one sentence, its code tells a program what to do. */
export class FristError extends Error {
  override readonly name = "FristError"
  readonly code: FristErrorCode
  /** The fact that forbids the command; null unless the code is `refused`. */
  readonly refusal: Refusal | null
  /** The SQLSTATE that PostgreSQL gave, such as `23505`; null if it gave none. */
  readonly sqlState: string | null
  /** The name of the constraint that a statement of yours violates; null for none. */
  readonly constraint: string | null

  constructor(code: FristErrorCode, message: string, { cause, constraint, refusal, sqlState }: FailureFacts = {}) {
    super(message, { cause })
    this.code = code
    this.refusal = refusal ?? null
    this.sqlState = sqlState ?? null
    this.constraint = constraint ?? null
  }

  /** Converts any error of the log; returns a `FristError` unchanged. */
  static of(error: unknown): FristError {
    if (error instanceof FristError) return error
    const message = error instanceof Error ? error.message : String(error)
    if (error instanceof Refused) return new FristError("refused", message, { refusal: error.refusal, cause: error })
    if (error instanceof Conflict) return new FristError("conflict", message, { cause: error })
    if (error instanceof EventLogError) {
      return new FristError(error.reason === "refused" ? "forbidden" : error.reason, message, {
        cause: error,
        sqlState: error.sqlState
      })
    }
    return new FristError("failed", message, { cause: error })
  }
}
