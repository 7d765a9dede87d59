/**
 * The reason of each SQLSTATE, and which are retried.
 */
import { expect, it } from "@effect/vitest"
import * as SqlError from "effect/sql/SqlError"
import type { Reason } from "../../src/EventLog.ts"
import { isTransient, pgError } from "../../src/postgres/PgErrors.ts"

const states: ReadonlyArray<readonly [Reason, ReadonlyArray<string>]> = [
  [
    "unreachable",
    [
      "08000",
      "08001",
      "08003",
      "08006",
      "08P01",
      "25006",
      "3D000",
      "53300",
      "57000",
      "57P01",
      "57P02",
      "57P03",
      "57P04"
    ]
  ],
  ["timedOut", ["25P03", "25P04", "40001", "40003", "40P01", "55P03", "57014", "57P05"]],
  ["refused", ["28000", "28P01", "42501"]],
  ["schemaTooOld", ["3F000", "42P01", "42703", "42883", "42P02"]],
  ["full", ["53000", "53100", "53200", "53400", "58030"]],
  ["corrupt", ["58P01", "58P02", "XX000", "XX001", "XX002"]],
  [
    "invalid",
    [
      "0A000",
      "21000",
      "22001",
      "22021",
      "22P05",
      "23502",
      "23505",
      "23514",
      "25P02",
      "2D000",
      "38000",
      "54000",
      "54001",
      "55000",
      "P0001",
      "ZZZZZ"
    ]
  ]
]

const failure = (code: string) =>
  new SqlError.SqlError({
    reason: new SqlError.UnknownError({
      message: "the driver's words",
      cause: Object.assign(new Error(`what the server\nsaid${"!".repeat(5000)}`), { code })
    })
  })

it.each(states.flatMap(([reason, codes]) => codes.map((code) => [code, reason] as const)))(
  "SQLSTATE %s has the reason %s",
  (code, reason) => {
    const error = pgError(failure(code))
    expect(error).toMatchObject({ _tag: "EventLogError", reason })
    expect(error.detail).toContain(`SQLSTATE ${code}`)
    expect(error.message).toMatch(/^[^\n]{20,500}$/u)
    expect(isTransient(error)).toBe(reason === "unreachable" || reason === "timedOut")
  }
)

it("an internal error of a standby is that of a server that takes no writes", () => {
  const cause = Object.assign(new Error("cannot assign TransactionIds during recovery"), { code: "XX000" })
  const error = pgError(new SqlError.SqlError({ reason: new SqlError.UnknownError({ message: "", cause }) }))
  expect(error).toMatchObject({ reason: "unreachable", sqlState: "25006" })
})

it.each(["EPIPE", "ECONNRESET", "ECONNREFUSED", "EHOSTUNREACH"])(
  "a connection that fails with %s is retried",
  (code) => {
    const cause = Object.assign(new Error("This socket has been ended by the other party"), { code })
    const error = pgError(
      new SqlError.SqlError({
        reason: new SqlError.ConnectionError({ message: "Socket error", operation: "query", cause })
      })
    )
    expect(error).toMatchObject({ reason: "unreachable", detail: "This socket has been ended by the other party" })
    expect(isTransient(error)).toBe(true)
  }
)
