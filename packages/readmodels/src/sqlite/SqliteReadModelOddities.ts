/**
 * Finds what is not as Frist made it in the file of the read models.
 */
import type { PlanId } from "@frist/domain/Names"
import { DatabaseSync } from "node:sqlite"
import { readModelNamed, readModels } from "../ReadModels.ts"
import { generationsIn } from "./SqliteGenerations.ts"
import { createTable, progressSchema, showVersion, tableOf } from "./SqliteTables.ts"

const madeIn = (db: DatabaseSync): ReadonlyMap<string, string> =>
  new Map(
    db
      .prepare("select name, sql from sqlite_schema where sql is not null order by name")
      .all()
      .map((row) => [String(row["name"]), String(row["sql"])])
  )

/** Returns `ReadModelStore.oddities` of a file: compares it with a new one that has the same generations. */
export const sqliteOddities = (db: DatabaseSync, plans: ReadonlySet<PlanId>): ReadonlyArray<string> => {
  const odd: Array<string> = []
  const generations = generationsIn(db)
  const tables: Array<string> = []
  const unknown = new Set<string>()
  const fresh = new DatabaseSync(":memory:")
  try {
    fresh.exec(progressSchema)
    for (const { name } of readModels) {
      if (!generations.some((each) => each.projection === name && each.state === "serving")) odd.push(`- ${name}`)
    }
    for (const { projection, shape, state, version } of generations) {
      const model = readModelNamed(projection)
      tables.push(tableOf({ name: projection }, version))
      // Of another version of Frist: its columns are not known here.
      if (model === undefined || model.shape !== shape) {
        for (const name of [projection, tableOf({ name: projection }, version), `${projection}_v${version}_activity`])
          unknown.add(name)
      } else {
        fresh.exec(createTable(model, version))
        if (state === "serving") fresh.exec(showVersion(model, version))
      }
    }
    const [own, wanted] = [madeIn(db), madeIn(fresh)]
    for (const [name, sql] of wanted) {
      if (!own.has(name)) odd.push(`- ${name}`)
      else if (own.get(name) !== sql && !unknown.has(name)) odd.push(name)
    }
    for (const name of own.keys()) if (!wanted.has(name) && !unknown.has(name)) odd.push(`+ ${name}`)
    for (const table of tables) {
      if (!own.has(table)) continue
      for (const { plan } of db.prepare(`select distinct plan from ${table} order by plan`).all()) {
        if (!plans.has(plan as PlanId)) odd.push(`${table}: ${String(plan)}`)
      }
    }
    return [...new Set(odd)]
  } finally {
    fresh.close()
  }
}
