/**
 * `frist check`: compares the read models with the log, and prints the differences.
 */
import { type ReadModelTexts, readModelTexts } from "../texts/ReadModelTexts.ts"
import { check, oddities, type TableCheck } from "@frist/readmodels/ReadModelCheck"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import type * as Option from "effect/Option"
import { refused } from "../failures/Failure.ts"
import { print } from "../Output.ts"
import { namedPlan } from "../arguments/ChosenPlan.ts"
import { readSession } from "../Session.ts"
import type { ReadModelCheckView } from "../JsonViews.ts"
import { chosenModels, withReadModels } from "./SessionReadModels.ts"

/** Compares and prints; refused if something differs. */
export const runCheck = Effect.fn(function* (name: Option.Option<string>) {
  const session = yield* readSession
  const texts = readModelTexts[session.phrase.language]
  const names = new Set((yield* chosenModels(name, session)).map((model) => model.name))
  const { odd, tables } = yield* withReadModels(
    session,
    Effect.gen(function* () {
      const only = yield* namedPlan(session)
      const all = yield* (yield* EventLog).plans
      const odd = yield* oddities
      const plans = all.filter(({ plan }) => only === undefined || plan === only)
      const found = yield* Effect.forEach(plans, ({ plan }) => check(plan))
      return { odd, tables: found.flat().filter(({ projection }) => names.has(projection)) }
    })
  )
  const view: ReadModelCheckView = { view: "frist/check", version: 1, tables }
  yield* print(
    session,
    view,
    () => linesOf(tables, texts).join("\n"),
    () => tables.map(({ difference, ...table }) => ({ ...table, differs: difference?.what ?? null }))
  )
  const differing = tables.filter(({ difference }) => difference !== null).length
  if (odd.length > 0) return yield* refused(texts.odd(odd.slice(0, mostOdd).join(", ")))
  if (differing > 0) return yield* refused(texts.differ(differing))
})

/** The most names to print. */
const mostOdd = 20

const linesOf = (tables: ReadonlyArray<TableCheck>, texts: ReadModelTexts): ReadonlyArray<string> => {
  const differing = tables.flatMap((table) => (table.difference === null ? [] : [differenceLine(table, texts)]))
  const late = tables
    .filter(({ head, position }) => position < head)
    .map(({ head, plan, position, projection }) => texts.behind(plan, projection, head - position))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return [...differing, ...late, ...(differing.length === 0 ? [texts.checked(tables.length, rows)] : [])]
}

const shown = (value: unknown): string => (value === null ? "null" : JSON.stringify(value))

/** The most event numbers to print for one row. */
const most = 20

const differenceLine = ({ difference, plan, projection }: TableCheck, texts: ReadModelTexts): string => {
  if (difference === null) return ""
  const { column, derived, events, key, stored, what } = difference
  const named = events.slice(0, most).join(", ") + (events.length > most ? " …" : "")
  const from = events.length === 0 ? texts.fromNothing : texts.from(named)
  const row = texts.row(plan, projection, key.join(" "))
  return texts.differs[what](row, from, column ?? "", shown(stored), shown(derived))
}
