import { openLog } from "@frist/promises"

export const shown = async (address: string) => {
  const log = await openLog(address) // "frist.db", "postgres://…" or "memory:"
  const context = { plan: "strategi", actor: "bokningstjänsten", effectiveOn: "2024-05-02" }
  try {
    await log.record(
      context,
      { _tag: "OpenPlan", title: "Digital strategi" },
      { _tag: "RegisterActivity", activity: "webbokning", kind: "activity", deadline: "2021-12" },
      { _tag: "MoveDeadline", activity: "webbokning", to: "hösten 2024", reason: "Nyanställda först" }
    )
    return await log.slips("strategi", { today: "2024-05-02" }, { activity: "webbokning" })
  } finally {
    await log.close()
  }
}
