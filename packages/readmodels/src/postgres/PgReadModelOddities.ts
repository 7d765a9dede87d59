/**
 * Finds what is not as Frist made it in the schema of the read models in PostgreSQL.
 */
import type { PgClient } from "@effect/sql-pg/PgClient"
import type { PlanId } from "@frist/domain/Names"
import type { EventLogError } from "@frist/store/EventLog"
import { typed } from "@frist/store/postgres/PgErrors"
import * as Effect from "effect/Effect"
import type { ReadModel } from "../ReadModel.ts"
import { readModelNamed, readModels } from "../ReadModels.ts"
import { shownSql, tableOf } from "./PgTables.ts"

/** Tables beside those of read models, by whether their rows belong to plans. */
const others: Readonly<Record<string, boolean>> = {
  migration: false,
  projection: false,
  rebuilding: false,
  swapping: false,
  checkpoint: true,
  work: true
}

/** A row for each table and view: its policies compared with the log's, and what was added to it. */
const relationsSql = `
  select c.relname::text, c.relkind::text, pg_get_viewdef(c.oid, true), coalesce('security_invoker=true' = any (c.reloptions), false),
    c.relrowsecurity, c.relowner::regrole::text,
    (
      select coalesce(string_agg(concat(polcmd, pg_get_expr(polqual, polrelid)), ' ' order by polname), '')
      from pg_policy where polrelid = c.oid
    ) = (
      select coalesce(string_agg(concat(polcmd, pg_get_expr(polqual, polrelid)), ' ' order by polname), '')
      from pg_policy where polrelid = 'frist.chunk'::regclass
    ),
    exists (select from pg_trigger where tgrelid = c.oid and not tgisinternal)
      or exists (select from pg_rewrite where ev_class = c.oid and rulename <> '_RETURN')
      or exists (
        select from aclexplode(c.relacl) a left join pg_roles g on g.oid = a.grantee
        where g.rolname is distinct from 'frist_projector' and (a.privilege_type <> 'SELECT' or a.grantee = 0)
      )
  from pg_class c
  where c.relnamespace = 'frist_read'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
  order by 1`

/** The plans of a table that the login may see, from one to the next by the key. */
const plansSql = (table: string): string => `
  with recursive known (plan) as (
    (select plan from frist_read.${table} order by plan limit 1)
    union all
    select (select t.plan from frist_read.${table} t where t.plan > known.plan order by t.plan limit 1)
    from known where known.plan is not null
  )
  select plan from known
  where plan is not null and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))`

const normal = (text: unknown): string =>
  String(text)
    .toLowerCase()
    // The server adds qualifiers, casts and quotes.
    .replace(/frist_read\.|\b[a-z_]+_v\d+\.|::text|[\s();"]/gu, "")

/** Returns what a model's view should say, as far as its columns go. */
const viewText = (model: ReadModel, version: number): string =>
  normal(`select ${shownSql(model)} from ${tableOf(model, version)}`)

/** Returns `ReadModelStore.oddities` of a server. */
export const pgOddities = Effect.fnUntraced(function* (
  sql: PgClient,
  plans: ReadonlySet<PlanId>
): Effect.fn.Return<ReadonlyArray<string>, EventLogError> {
  const ask = (statement: string) => typed(sql.unsafe(statement).values)
  const odd: Array<string> = []
  const serving = new Map<string, number>()
  const tables = new Map<string, boolean>(Object.entries(others))
  for (const [name, version, state] of yield* ask(
    "select projection, version, state from frist_read.projection order by 1, 2"
  )) {
    tables.set(`${String(name)}_v${String(version)}`, true)
    if (state === "serving") serving.set(String(name), Number(version))
  }
  for (const { name } of readModels) if (!serving.has(name)) odd.push(`- ${name}`)
  const found = new Set<string>()
  for (const [name, kind, text, invokes, secured, owner, guarded, added] of yield* ask(relationsSql)) {
    const called = String(name)
    found.add(called)
    const model = readModelNamed(called)
    const version = serving.get(called)
    const ofPlans = tables.get(called)
    const isView = kind === "v" && serving.has(called)
    if (!isView && (kind === "v" || ofPlans === undefined)) odd.push(`+ ${called}`)
    else if (owner !== "frist_projector" || added === true) odd.push(called)
    else if (isView) {
      const isAsMade = model === undefined || version === undefined || normal(text) === viewText(model, version)
      if (invokes !== true || !isAsMade) odd.push(called)
    } else if (ofPlans === true && (secured !== true || guarded !== true)) odd.push(called)
  }
  for (const name of [...tables.keys(), ...serving.keys()]) if (!found.has(name)) odd.push(`- ${name}`)
  for (const [name, ofPlans] of tables) {
    // Progress may be of a plan that has no event yet.
    if (!ofPlans || name in others || !found.has(name)) continue
    for (const [plan] of yield* ask(plansSql(name))) {
      if (!plans.has(plan as PlanId)) odd.push(`${name}: ${String(plan)}`)
    }
  }
  return [...new Set(odd)]
})
