import { openLog } from "@frist/promises"

/** Your own table and the moved deadline: both, or neither. */
export const postpone = async (address: string, clinic: string, to: string, reason: string) => {
  await using log = await openLog(address, { migrate: true })
  return await log.transaction(async (transaction) => {
    await transaction.query("insert into postponement (clinic, opens) values ($1, $2)", [clinic, to])
    const occasion = { plan: "openings", actor: "bokningstjänsten", effectiveOn: "2024-05-02" }
    return transaction.record(occasion, { _tag: "MoveDeadline", activity: clinic, to, reason })
  })
}
