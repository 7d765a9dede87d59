/**
 * The log in PostgreSQL, shared by any number of processes on any number of machines.
 */
import * as PgClient from "@effect/sql-pg/PgClient"
import * as PgTypes from "@effect/sql-pg/PgTypes"
import type { PlanId } from "@frist/domain/Names"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Reactivity from "effect/reactivity/Reactivity"
import type * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import type * as Stream from "effect/Stream"
import { checkedNote, checkedNow } from "../CheckedInput.ts"
import type { EventLogError, KeptEdition } from "../EventLog.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { subscriptionStream, type SubscriptionSource } from "../subscriptions/SubscriptionStream.ts"
import type { LogServices } from "../LogServices.ts"
import { observed } from "../observing/ObservedLog.ts"
import { compileEvents } from "../EventDecoder.ts"
import { makeReady, pgAppending } from "./PgAppending.ts"
import { PlanHeads } from "./PlanHeads.ts"
import { answeredWithin, typed } from "./PgErrors.ts"
import { inLimits, pgClientAt } from "./PgConnecting.ts"
import { noOlderThan } from "./PgLag.ts"
import { checkVersion, migrateDatabase, type MigrateOptions } from "./PgMigration.ts"
import { defaultPollInterval, makePgNotifications } from "./PgNotifications.ts"
import { headSql } from "./PgRows.ts"
import { eventPages, leavesOf, pagesWithLeaves, type Query, readPlans, recordPages, rowPages } from "./PgReads.ts"
import { leavingStandby, retriedAlways, withPatience } from "./PgPatience.ts"
import { pgRestore } from "./PgRestoration.ts"

/** Options of the log. All have defaults. */
export interface PgEventLogOptions {
  /** Whether to create or upgrade the tables first. Default: no. */
  readonly migrate?: boolean | MigrateOptions
  /** The interval of polling without a notification. Default: 1 second. */
  readonly pollInterval?: Duration.Input
  /** The time to retry transient failures, such as a restart of the server. Default: 10 seconds. */
  readonly patience?: Duration.Input
  /**
   * The time to wait for an answer before the connection counts as dead. Default: 65 seconds, more than the server is
   * given. The call may have been executed.
   */
  readonly answerWithin?: Duration.Input
  /**
   * The most that a standby may be behind when it is read: what may be older is refused with `stale`. Each read is then a
   * transaction, of four round trips. Subscriptions go on as the standby does. Default: no limit.
   */
  readonly maxLag?: Duration.Input
}

type Rows = ReturnType<Query>

const make = Effect.fnUntraced(function* (options: PgEventLogOptions) {
  const sql = yield* PgClient.PgClient
  compileEvents()
  if (options.migrate !== undefined && options.migrate !== false) {
    yield* migrateDatabase(sql, options.migrate === true ? {} : options.migrate)
  } else yield* checkVersion(sql)
  const answerWithin = options.answerWithin ?? "65 seconds"
  const answered = answeredWithin(answerWithin)
  const patience = withPatience(options.patience ?? "10 seconds")
  const leaves = leavingStandby(sql)
  const patiently = <A, R>(self: Effect.Effect<A, EventLogError, R>) => patience(leaves(answered(self)))
  const endlessly = retriedAlways(options.answerWithin)
  const pollInterval = options.pollInterval ?? defaultPollInterval
  const notifications = yield* makePgNotifications(sql)
  const isInTransaction = Effect.map(Effect.serviceOption(sql.transactionService), Option.isSome)
  const heads = new PlanHeads()
  const append = yield* pgAppending(sql, {
    heads,
    patiently,
    announce: notifications.announce,
    within: Duration.toMillis(Duration.fromInputUnsafe(answerWithin))
  })

  /** Runs in the transaction of the caller, or else as `retried` says. */
  const queryBy =
    (retried: (rows: Rows) => Rows): Query =>
    (statement, parameters) => {
      const rows: Rows = typed(sql.unsafe(statement, parameters).values)
      return Effect.flatMap(isInTransaction, (isIn) => (isIn ? rows : retried(rows)))
    }
  const { maxLag } = options
  const fresh = maxLag === undefined ? (rows: Rows) => rows : noOlderThan(sql, maxLag)
  const query = queryBy((rows) => patiently(fresh(rows)))
  /** A transaction of the caller may take back what it has read. */
  const seen = (plan: PlanId, row: number, last: number) =>
    Effect.map(isInTransaction, (isIn) => (isIn ? undefined : heads.seen(plan, row, last)))

  /** Repeating the call changes nothing, so it is retried when an answer is lost. */
  const limited = queryBy((rows) => patiently(inLimits(sql, rows)))
  const called = (statement: string, parameters: ReadonlyArray<unknown>) =>
    Effect.asVoid(limited(statement, parameters))

  /** Never retried: a stream can be read only once. */
  const restore = <E, R>(plan: PlanId, stored: Stream.Stream<StoredRecord | KeptEdition, E, R>) =>
    Effect.gen(function* () {
      const { root, size } = yield* pgRestore(sql, plan, stored)
      yield* sql.afterCommit(Effect.sync(() => notifications.announce(plan)))
      return { size, root }
    })

  const listen = Effect.fnUntraced(function* (plan: PlanId | undefined) {
    const grownPlans = new Set<PlanId | null>()
    const some = Latch.makeUnsafe()
    yield* notifications.listen((grown) => {
      if (plan !== undefined && grown !== null && grown !== plan) return
      grownPlans.add(grown)
      some.openUnsafe()
    })
    return Effect.map(Effect.timeoutOption(some.await, pollInterval), (notified) => {
      const grown = new Set(grownPlans)
      grownPlans.clear()
      some.closeUnsafe()
      return Option.isNone(notified) || grown.has(null) ? null : (grown as ReadonlySet<PlanId>)
    })
  })

  const source: SubscriptionSource = {
    read: pagesWithLeaves(queryBy(endlessly), seen),
    isReplica: endlessly(
      Effect.map(typed(sql.unsafe("select pg_is_in_recovery()").values), ([row]) => row?.[0] === true)
    ),
    plans: readPlans(queryBy(endlessly)),
    head: (plan) =>
      endlessly(Effect.map(typed(sql.unsafe(headSql, [plan]).values), (rows) => Number(rows[0]?.[0] ?? 0))),
    listen
  }

  return observed({
    isCounted: true,
    log: {
      append: (batch) => {
        const checked = checkedNow(batch, false)
        if (Result.isFailure(checked)) return Effect.fail(checked.failure)
        makeReady(checked.success)
        return append(checked.success)
      },
      read: eventPages(query, seen),
      page: pagesWithLeaves(query, seen),
      editions: (plan) =>
        Effect.map(
          query("select sha256, document from frist.edition where plan = $1 and content is not null order by 1", [
            plan
          ]),
          (rows) => rows.map(([sha256, document]) => ({ sha256: String(sha256), document: String(document) }))
        ),
      edition: (plan, sha256) =>
        Effect.map(
          query("select content from frist.edition where plan = $1 and sha256 = $2", [plan, sha256]),
          ([row]) => (row?.[0] instanceof Uint8Array ? row[0] : undefined)
        ),
      plans: readPlans(query),
      leaves: leavesOf(query),
      changes: (subscription) => subscriptionStream(source, subscription)
    },
    evidence: {
      records: recordPages(query, seen),
      rows: rowPages(query),
      seal: (plan, note) => Effect.flatMap(checkedNote(note), () => called("select frist.seal($1, $2)", [plan, note])),
      sealed: (plan) =>
        Effect.map(query("select note from frist.checkpoint where plan = $1 order by number", [plan]), (kept) =>
          kept.map(([note]) => String(note))
        )
    },
    administration: {
      restore,
      erase: (plan, positions) =>
        called("select frist.erase($1, $2)", [
          plan,
          Result.getOrThrow(PgTypes.array(positions.map(BigInt), PgTypes.OID.int8))
        ]),
      eraseEdition: (plan, sha256, content) =>
        called("select frist.erase_edition($1, $2, $3::bytea)", [plan, sha256, content])
    }
  })
})

/**
 * Returns the log at the `PgClient` of the context, for services that share its connections and transactions.
 *
 * Within `sql.withTransaction`, an append is part of that transaction, and is published once it commits. A `Conflict`
 * leaves the transaction usable; an `EventLogError` ends it. If the session was lost, the rollback of the driver fails
 * as a defect, which `typed` converts. The plan is locked from the append to the commit: append last, and to several
 * plans in the order of their ids. Of two transactions that wait for each other, one fails with `timedOut`; so does one
 * at REPEATABLE READ or SERIALIZABLE whose plan has grown since it began. Repeat such a transaction as a whole.
 */
export const layerFromClient = (
  options: PgEventLogOptions = {}
): Layer.Layer<LogServices, EventLogError, PgClient.PgClient> => Layer.effectContext(make(options))

/** The address of a log, and its number of connections. */
export interface PgAddress {
  readonly url: Redacted.Redacted
  /** The most connections. Default: 10. Subscribers share one more. */
  readonly connections?: number
}

/**
 * Returns the log at an address, with its own connections. The address may name several servers, of which one is chosen
 * whenever a connection is opened, and say `prepare=false` for a pooler. Waits for locks and answers are
 * limited.
 */
export const layer = (options: PgEventLogOptions & PgAddress): Layer.Layer<LogServices, EventLogError> =>
  layerWithClient(options)

/**
 * Returns the log and the client whose connections it uses. Whatever runs within `sql.withTransaction` is one
 * transaction.
 */
export const layerWithClient = ({
  connections = 10,
  url,
  ...options
}: PgEventLogOptions & PgAddress): Layer.Layer<LogServices | PgClient.PgClient, EventLogError> =>
  layerFromClient(options).pipe(
    Layer.provideMerge(
      Layer.effect(PgClient.PgClient, pgClientAt(url, { connections, applicationName: "frist", settings }))
    ),
    Layer.provide(Reactivity.layer)
  )

/** The planner knows nothing of the tables, so a plan for certain values is never better. */
const settings = {
  lock_timeout: "10000",
  statement_timeout: "60000",
  idle_in_transaction_session_timeout: "60000",
  plan_cache_mode: "force_generic_plan"
}
