/**
 * Translates the errors of PostgreSQL by SQLSTATE, and says which are transient.
 */
import * as Cause from "effect/Cause"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as SqlError from "effect/sql/SqlError"
import { oneLine } from "../CheckedInput.ts"
import { EventLogError, type Reason } from "../EventLog.ts"

/** Reasons by prefix of the SQLSTATE. The longest prefix decides. */
const reasons: Readonly<Record<string, Reason>> = {
  "08": "unreachable",
  "0A": "invalid",
  "22": "invalid",
  "23": "invalid",
  "25": "invalid",
  "25006": "unreachable",
  "25P03": "timedOut",
  "25P04": "timedOut",
  "28": "refused",
  "3D": "unreachable",
  "3F": "schemaTooOld",
  "40": "timedOut",
  "42": "schemaTooOld",
  "42501": "refused",
  "53": "full",
  "53300": "unreachable",
  "54": "invalid",
  "55P03": "timedOut",
  "57014": "timedOut",
  "57": "unreachable",
  "57P05": "timedOut",
  "58": "corrupt",
  "58030": "full",
  XX: "corrupt"
}

/** Failures of the driver, which have no SQLSTATE. */
const ownReasons: Readonly<Record<string, Reason>> = {
  ConnectionError: "unreachable",
  AuthenticationError: "refused",
  AuthorizationError: "refused"
}

const field = (error: unknown, name: string): string | undefined => {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === "string" ? value : undefined
}

/** Returns the SQLSTATE of an error, if the server gave one. */
export const sqlState = (error: SqlError.SqlError): string | undefined => {
  const code = field(error.reason.cause, "code")
  if (code === undefined || !/^[0-9A-Z]{5}$/u.test(code)) return undefined
  // EPIPE has five letters too: when a connection fails, the code comes from the operating system.
  return error.reason._tag === "ConnectionError" && !code.startsWith("08") ? undefined : code
}

/** Returns the name of the constraint that a statement violates, if the server gave one. */
export const constraintOf = (error: SqlError.SqlError): string | undefined => field(error.reason.cause, "constraint")

/** The SQLSTATE of a server that takes no writes. */
const readOnly = "25006"

/** What an error of the server does not say itself. */
const hints: ReadonlyArray<readonly [RegExp, string]> = [
  [/^25P02 /u, "; an earlier statement of the transaction failed, so go back to a savepoint, or roll back"],
  [/^25006 /u, "; the server is a standby or takes no writes"],
  [/^08P01 .*unsupported startup parameter/u, "; a pooler passes no settings on, so connect with prepare=false"]
]

/** Converts an error of the driver. */
export const pgError = (error: SqlError.SqlError): EventLogError => {
  const said = oneLine(field(error.reason.cause, "message") ?? error.reason.message ?? error)
  const given = sqlState(error)
  // An internal error, as for anything that writes without being a statement that does.
  const state = given === "XX000" && said.includes("during recovery") ? readOnly : given
  if (state === undefined) {
    return new EventLogError({ reason: ownReasons[error.reason._tag] ?? "invalid", detail: said })
  }
  const also = hints.find(([seen]) => seen.test(`${state} ${said}`))?.[1] ?? ""
  const known = [5, 3, 2].map((length) => reasons[state.slice(0, length)]).find((reason) => reason !== undefined)
  return new EventLogError({ reason: known ?? "invalid", detail: `${said}, SQLSTATE ${state}${also}`, sqlState: state })
}

/** Whether the error is transient: the server restarts, has no free connections or is a standby, or a lock is held. */
export const isTransient = ({ reason }: EventLogError): boolean => reason === "unreachable" || reason === "timedOut"

/** Fails if there is no answer in time: a dead connection never reports itself. */
export const answeredWithin =
  (duration: Duration.Input) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E | EventLogError, R> =>
    Effect.timeoutOrElse(self, {
      duration,
      orElse: () =>
        Effect.fail(
          new EventLogError({
            reason: "timedOut",
            detail: `no answer in ${Duration.format(Duration.fromInputUnsafe(duration))}`
          })
        )
    })

/**
 * Converts SQL errors, also those that are defects: if a session dies within a transaction, the driver's own ROLLBACK
 * fails as a defect.
 */
export const typed = <A, E, R>(
  self: Effect.Effect<A, E | SqlError.SqlError, R>
): Effect.Effect<A, Exclude<E, SqlError.SqlError> | EventLogError, R> =>
  Effect.catchCause(self, (cause): Effect.Effect<never, Exclude<E, SqlError.SqlError> | EventLogError> => {
    if (Cause.hasInterrupts(cause)) return Effect.failCause(cause as Cause.Cause<never>)
    for (const reason of cause.reasons) {
      const error = Cause.isDieReason(reason) ? reason.defect : Cause.isFailReason(reason) ? reason.error : undefined
      if (SqlError.isSqlError(error)) return Effect.fail(pgError(error))
    }
    return Effect.failCause(cause as Cause.Cause<Exclude<E, SqlError.SqlError>>)
  })
