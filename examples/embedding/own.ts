import { type FristLog, openLog } from "@frist/promises"

const context = { plan: "openings", actor: "bokningstjänsten", effectiveOn: "2024-05-02" }

/** Creates your own table, the plan, and a clinic due to open. Repeating it does nothing. */
export const prepare = (log: FristLog) =>
  log.transaction(async ({ query, record }) => {
    await query("create table if not exists postponement (clinic text, opens text)")
    return record(
      context,
      { _tag: "OpenPlan", title: "Openings" },
      { _tag: "RegisterActivity", activity: "ogon", kind: "activity", area: "Ögonmottagningen", deadline: "2024-06" }
    )
  })

/** Inserts your own row and moves the deadline: both, or neither. */
export const postpone = (log: FristLog, clinic: string, to: string, reason: string) =>
  log.transaction(async ({ query, record }) => {
    await query("insert into postponement (clinic, opens) values ($1, $2)", [clinic, to])
    return record(context, { _tag: "MoveDeadline", activity: clinic, to, reason })
  })

/** `node own.ts postgres://user:password@host/database` */
if (process.argv[1] === import.meta.filename) {
  const log = await openLog(process.argv[2] ?? "", { migrate: true })
  await prepare(log)
  console.log(await postpone(log, "ogon", "hösten 2024", "Lokalerna är inte klara"))
  const { activities } = await log.slips("openings", { today: "2024-05-02" })
  for (const { activity, moves, tally } of activities) {
    console.log(activity, tally)
    for (const { from, reason, slip, to } of moves) console.log(from?.words, "→", to.words, slip, reason)
  }
  await log.close()
}
