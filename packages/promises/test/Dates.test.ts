/**
 * Dates in words, as plain values: what the command line refuses is refused here, unless it is said to stay unread.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type FristLog, openLog, type PlainCommand } from "../src/index.ts"

const context = { plan: "strategi", actor: "tjänsten", effectiveOn: "2024-05-02" }
const activity = "webbokning"
let log: FristLog
beforeAll(async () => {
  log = await openLog("memory:")
  await log.record(
    context,
    { _tag: "OpenPlan", title: "Strategi" },
    { _tag: "RegisterActivity", activity, kind: "activity", deadline: "2021-12" },
    { _tag: "MoveDeadline", activity, to: "2022" },
    { _tag: "RequestExtension", activity, to: "2023" }
  )
})
afterAll(() => log.close())

const given = (date: never): ReadonlyArray<PlainCommand> => [
  { _tag: "RegisterActivity", activity: "ny", kind: "activity", deadline: date },
  { _tag: "MoveDeadline", activity, to: date },
  { _tag: "ApproveBaseline", activity, to: date, decision: "§ 1" },
  { _tag: "RequestExtension", activity, to: date },
  { _tag: "DecideExtension", request: 4, outcome: "granted", to: date, decision: "§ 2" },
  { _tag: "ChangeStatus", activity, to: { _tag: "Completed", on: date } },
  { _tag: "RecordMeasurement", activity, measure: "VC", value: 1, words: "1 VC", period: date },
  {
    _tag: "Correct",
    position: 3,
    reason: "Fel",
    replacement: { _tag: "DeadlineMoved", from: "2021-12", to: date, reason: null }
  }
]

describe.each([
  ["", "“” cannot be read as a date; write, for example, 2024-06-17, 2024-06, autumn 2024 or until further notice."],
  ["bananer", "“bananer” cannot be read as a date; write, for"],
  ["2025-02-30", "“2025-02-30” is not in the calendar; write a date that exists."],
  ["30 juni", "“30 juni” has no year; write the year too."],
  ["2024-06 om allt går väl med nya lokaler", "Of “2024-06 om allt går väl med nya lokaler” only “2024-06” can be read"]
])("the words “%s”", (words, sentence) => {
  it.each(given(words as never))("are refused as a date, and nothing is recorded: %j", async (command) => {
    const before = await log.events("strategi")
    await expect(log.record(context, command)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(sentence)
    })
    await expect(
      log.record(context, ...given(PlannedDate.exact("2026-01-01" as never) as never).slice(0, 1), command)
    ).rejects.toMatchObject({ code: "invalid" })
    expect(await log.events("strategi")).toEqual(before)
  })

  it.each(given({ words, edtf: null, earliest: null, latest: null } as never))(
    "are refused as a date that is not read: %j",
    (command) => expect(log.record(context, command)).rejects.toMatchObject({ code: "invalid" })
  )
})

it.each(given({ unread: " " } as never))(
  "no words at all are no date, also where they are to stay unread: %j",
  (command) =>
    expect(log.record(context, command)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("“ ”")
    })
)

it.each([
  { _tag: "KeepEdition", sha256: "0".repeat(64), content: "0".repeat(64) },
  { _tag: "EraseEdition", sha256: "0".repeat(64), cells: null, content: null, decision: "Dnr 1" }
])("cells that cannot be given are not said to be kept or erased: %j", async (command) => {
  const before = await log.events("strategi")
  await expect(log.record(context, command as never)).rejects.toMatchObject({ code: "invalid" })
  expect(await log.events("strategi")).toEqual(before)
})

it("words are kept unread where the caller says so", async () => {
  await log.record(context, { _tag: "MoveDeadline", activity, to: { unread: "när upphandlingen är klar" } })
  const last = (await log.events("strategi")).at(-1)
  expect(last?.event).toMatchObject({ to: { words: "när upphandlingen är klar", edtf: null, earliest: null } })
  // A correction may repeat the words of the fact that it corrects.
  const { event } = last ?? {}
  if (event?._tag !== "DeadlineMoved") return expect.fail("no move")
  const replacement = { ...event, reason: "Överklagad" }
  await log.record(context, { _tag: "Correct", position: last?.position ?? 0, replacement, reason: "Skäl" })
})
