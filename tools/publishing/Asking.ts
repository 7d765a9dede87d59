/**
 * SQL for the databases of these tests.
 */
import { connected } from "@frist/store/postgres/PgAccess"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/** Runs one statement at that address. */
export const asked = async (url: string, sql: string): Promise<void> => {
  await Effect.runPromise(Effect.scoped(Effect.flatMap(connected(Redacted.make(url)), (client) => client.unsafe(sql))))
}
