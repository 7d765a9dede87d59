/**
 * Examines a log in PostgreSQL without changing it, as the login of the address: connection, tables, rights, triggers,
 * clocks, settings and notifications.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import type * as Redacted from "effect/Redacted"
import { randomBytes } from "node:crypto"
import {
  clocksDiffer,
  diagnostic,
  type Diagnostic,
  clockDiagnostic,
  isKeptNote,
  seconds
} from "../doctor/Diagnostic.ts"
import type { EventLogError } from "../EventLog.ts"
import { connected } from "./PgAccess.ts"
import { changedDefinitions } from "./PgDefinitions.ts"
import { typed } from "./PgErrors.ts"
import { lagOf } from "./PgLag.ts"
import { pgSchemaVersion, versionOf } from "./PgMigration.ts"
import { guardsSql, loginSql, notRewrittenSql, oddRowsSql, replicationSql, settingsSql } from "./PgDoctorSql.ts"

type Findings = Effect.Effect<ReadonlyArray<Diagnostic>, EventLogError>

/** Returns the diagnostics of the log at this address, in reading order. Never fails. */
export const examineServer = ({ url }: { readonly url: Redacted.Redacted }): Effect.Effect<ReadonlyArray<Diagnostic>> =>
  Effect.scoped(Effect.flatMap(Effect.timeout(connected(url), "10 seconds"), examineWith)).pipe(
    Effect.catchTag("TimeoutError", () => Effect.succeed([diagnostic("serverUnreachable")])),
    Effect.catchTag("EventLogError", (error) => Effect.succeed([entryFinding(error)]))
  )

/** Diagnoses why the connection failed. */
const entryFinding = ({ detail, reason, sqlState }: EventLogError): Diagnostic => {
  if (sqlState === "3D000") return diagnostic("noDatabase", detail)
  return diagnostic(reason === "refused" ? "notLetIn" : "serverUnreachable", detail)
}

const examineWith = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const began = yield* Clock.currentTimeMillis
    const rows = yield* query(sql, "select current_setting('server_version'), pg_is_in_recovery()")
    const took = (yield* Clock.currentTimeMillis) - began
    const [version, standby] = rows[0] ?? []
    const answers = diagnostic("serverAnswers", `PostgreSQL ${String(version)}, ${took} ms`)
    // A standby sends no notifications and refuses LISTEN.
    const ofNotifications = standby === true ? behind(sql) : notifications(sql)
    const rest = yield* Effect.forEach([tables(sql), clocks(sql), settings(sql), ofNotifications], unfailing)
    return [answers, ...rest.flat()]
  })

const behind = (sql: PgClient): Findings =>
  Effect.map(lagOf(sql), (lag) => [diagnostic("serverIsStandby", lag === null ? "? s" : `≤ ${seconds(lag * 1000)}`)])

/** Runs one examination. If it fails, the others still run. */
const unfailing = (findings: Findings): Effect.Effect<ReadonlyArray<Diagnostic>> =>
  findings.pipe(
    Effect.timeoutOrElse({
      duration: "20 seconds",
      orElse: () => Effect.succeed([diagnostic("examinationFailed", "20 s")])
    }),
    Effect.catch((error) => Effect.succeed([diagnostic("examinationFailed", error.detail)]))
  )

const query = (sql: PgClient, statement: string, values: ReadonlyArray<unknown> = []) =>
  typed(sql.unsafe(statement, values).values)

const tables = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const version = yield* versionOf(sql)
    if (version === 0) return [diagnostic("notMigrated")]
    if (version > pgSchemaVersion) return [diagnostic("versionNew", `${version} > ${pgSchemaVersion}`)]
    if (version < pgSchemaVersion) return [diagnostic("versionOld", `${version} < ${pgSchemaVersion}`)]
    return [
      diagnostic("versionKnown", String(version)),
      ...(yield* login(sql)),
      ...(yield* guards(sql)),
      ...(yield* definitions(sql)),
      ...(yield* rows(sql)),
      ...(yield* remains(sql)),
      ...(yield* last(sql))
    ]
  }).pipe(
    // A login without rights may not even read the version of the tables.
    Effect.catch((error) =>
      error.reason === "refused" ? Effect.succeed([diagnostic("mayNothing", error.detail)]) : Effect.fail(error)
    )
  )

const login = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const [row = []] = yield* query(sql, loginSql)
    const [name, appends, reads, superuser, owns, bypasses, writes] = row
    const may = reads !== true ? "mayNothing" : appends === true ? "mayAppend" : "mayRead"
    const asLogin = [diagnostic(may, String(name))]
    if (superuser === true) asLogin.push(diagnostic("loginIsSuperuser", String(name)))
    else if (owns === true) asLogin.push(diagnostic("loginIsOwner", String(name)))
    else if (typeof writes === "string") asLogin.push(diagnostic("loginMayWriteTables", `${String(name)}: ${writes}`))
    if (reads !== true) return asLogin
    const [[plans] = [null]] = yield* query(sql, "select cardinality(frist.visible_plans())")
    const sees = typeof plans === "number" && superuser !== true && bypasses !== true
    return [...asLogin, sees ? diagnostic("seesSomePlans", String(plans)) : diagnostic("seesEveryPlan")]
  })

/** Checks row security and triggers on every table and partition. */
const guards = (sql: PgClient): Findings =>
  Effect.map(query(sql, guardsSql), (rows) => {
    const of = (kind: string) => rows.flatMap(([guard, seen]) => (guard === kind ? [String(seen)] : [])).join(", ")
    const [triggers, rowSecurity] = [of("trigger"), of("rows")]
    return [
      triggers === "" ? diagnostic("triggersStand") : diagnostic("triggersBroken", triggers),
      ...(rowSecurity === "" ? [] : [diagnostic("plansUnguarded", rowSecurity)])
    ]
  })

/** The most names in one finding. */
const mostNames = 20

const definitions = (sql: PgClient): Findings =>
  Effect.map(changedDefinitions(sql), (changed) => [
    changed.length === 0
      ? diagnostic("definitionsStand")
      : diagnostic("definitionsChanged", changed.slice(0, mostNames).join(", "))
  ])

const named = (found: ReadonlyArray<ReadonlyArray<unknown>>): string =>
  found.map(([plan, at]) => `${String(plan)} ${String(at)}`).join(", ")

/** Rows before the first, plans of impossible names, and kept notes that are no checkpoint. */
const rows = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const odd = yield* query(sql, oddRowsSql)
    const notes = yield* query(sql, "select plan, number, note from frist.checkpoint order by plan, number")
    const unread = notes.filter(([, , note]) => !isKeptNote(String(note)))
    return [
      ...(odd.length === 0 ? [] : [diagnostic("rowsOutOfPlace", named(odd))]),
      ...(unread.length === 0 ? [] : [diagnostic("checkpointsUnreadable", named(unread))])
    ]
  })

/** Tables whose files still hold what was erased: the old version of a row stays until its table is rewritten. */
const remains = (sql: PgClient): Findings =>
  Effect.map(query(sql, notRewrittenSql), (tables) =>
    tables.length === 0 ? [] : [diagnostic("rowsNotRewritten", tables.flat().join(", "))]
  )

const last = (sql: PgClient): Findings =>
  Effect.map(
    query(
      sql,
      "select max(recorded_at)::float8, (date_part('epoch', clock_timestamp()) * 1000)::float8 from frist.plan"
    ),
    (rows) => [clockDiagnostic(Number(rows[0]?.[0] ?? 0), Number(rows[0]?.[1]))]
  )

/** Compares our clock with the server's, taken half-way through the round trip. */
const clocks = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const before = yield* Clock.currentTimeMillis
    const [[theirs] = [0]] = yield* query(sql, "select (date_part('epoch', clock_timestamp()) * 1000)::float8")
    const after = yield* Clock.currentTimeMillis
    const ahead = Number(theirs) - (before + after) / 2
    return clocksDiffer(ahead) ? [diagnostic("clocksDiffer", seconds(ahead))] : []
  })

const settings = (sql: PgClient): Findings =>
  Effect.gen(function* () {
    const unsafe = yield* query(sql, settingsSql)
    const losing = yield* query(sql, replicationSql)
    return [
      ...(unsafe.length + losing.length === 0 ? [diagnostic("settingsSafe")] : []),
      ...unsafe.map((row) => diagnostic("settingUnsafe", row.join(" = "))),
      ...losing.map((row) => diagnostic("replicationUnsafe", row.join(" = ")))
    ]
  })

/** The time to wait for the notification, in milliseconds. */
const patience = 2000

/** Sends a notification to ourselves, on a channel that nobody else uses. */
const notifications = (sql: PgClient): Findings =>
  Effect.scoped(
    Effect.gen(function* () {
      const channel = `frist_doctor_${randomBytes(6).toString("hex")}`
      const received = yield* sql.listen(channel)
      const [[filled] = [0]] = yield* query(sql, "select pg_notification_queue_usage()::float8")
      const began = yield* Clock.currentTimeMillis
      yield* query(sql, "select pg_notify($1, '')", [channel])
      const first = yield* Effect.timeoutOption(Queue.take(received), patience)
      const took = (yield* Clock.currentTimeMillis) - began
      return [
        Option.isSome(first) ? diagnostic("newsArrive", `${took} ms`) : diagnostic("newsLost", `${patience} ms`),
        ...(Number(filled) > 0.5 ? [diagnostic("newsQueueFilling", `${Math.round(Number(filled) * 100)} %`)] : [])
      ]
    })
  ).pipe(typed)
