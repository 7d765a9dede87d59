/**
 * What a caller can get wrong: each has a code, and a sentence that says what to do.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { FristError, type FristLog, openLog, type PlainCommand } from "../src/index.ts"

const context = { plan: "openings", actor: "test", effectiveOn: "2024-05-02" }
const begin: ReadonlyArray<PlainCommand> = [
  { _tag: "OpenPlan", title: "Openings" },
  { _tag: "RegisterActivity", activity: "ogon", kind: "activity", area: "Ögon", deadline: "2024-06" }
]
const times = { today: "2024-05-02" }
const unset = process.env["FRIST_NO_SUCH_VARIABLE"] as string

let log: FristLog
beforeAll(async () => {
  log = await openLog("memory:")
  await log.record(context, ...begin)
})
afterAll(() => log.close())

const rejection = async (call: () => Promise<unknown>): Promise<FristError> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof FristError) return error
    throw error
  }
  throw new Error("it was not rejected")
}

const none = undefined as never
const wrong: ReadonlyArray<readonly [what: string, call: () => Promise<unknown>, sentence: RegExp]> = [
  ["an unset address", () => openLog(unset), /^No log is named: .* Is a variable unset\?$/u],
  [
    "an unset plan",
    () => log.board(unset, times),
    /^Nothing is given, not the id of a plan: .*is a variable unset\?$/u
  ],
  ["an unset actor", () => log.record({ ...context, actor: unset }, ...begin), /not an actor: .* unset\?$/u],
  ["a bad plan", () => log.board("Öppna", times), /^"Öppna" is not the id of a plan: lower-case letters/u],
  [
    "a bad activity",
    () => log.slips("openings", times, { activity: "Ögon" }),
    /^"Ögon" is not the id of an activity: /u
  ],
  [
    "a bad activity in a command",
    () => log.record(context, { _tag: "MoveDeadline", activity: "Ögon mott", to: "2025" }),
    /^MoveDeadline: Expected the id of an activity: words of a-z and 0-9 joined by hyphens.* at \["activity"\]\.$/u
  ],
  ["a Date for a day", () => log.record({ ...context, effectiveOn: new Date() as never }), /^A value of type Date is/u],
  ["no times", () => log.board("openings", none), /^Nothing is given, not the times of a view/u],
  ["no context", () => log.record(none, ...begin), /^Nothing is given, not the context of a recording/u],
  ["text for knownAt", () => log.board("openings", { ...times, knownAt: "2024" as never }), /^knownAt is not a Date/u],
  ["a false Date", () => log.board("openings", { ...times, knownAt: new Date("x") }), /^knownAt is not a Date/u]
]

it.each(wrong)("%s is invalid, with a sentence", async (_, call, sentence) => {
  expect(await rejection(call)).toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) })
})

describe("a plan or an activity that does not exist", () => {
  it.each(["board", "slips", "decisions"] as const)("is unknown to %s, and a new plan is not", async (view) => {
    expect(await rejection(() => log[view]("opening", times))).toMatchObject({
      code: "unknown",
      message: 'There is no plan "opening" in the log: check its id, or open it first.'
    })
    expect(await log[view]("openings", { ...times, asOf: "2020-01-01" })).toMatchObject({ plan: "openings" })
    expect(await log.events("opening")).toEqual([])
  })

  it("is unknown to slips, where one without moves has none", async () => {
    expect(await rejection(() => log.slips("openings", times, { activity: "oron" }))).toMatchObject({
      code: "unknown",
      message: 'There is no activity "oron" in the plan: check its id, or register it first.'
    })
    const still = await log.slips("openings", times, { activity: "ogon" })
    expect(still.activities).toMatchObject([{ activity: "ogon", moves: [], tally: { count: 0 } }])
    expect((await log.slips("openings", { ...times, asOf: "2020-01-01" }, { activity: "ogon" })).activities).toEqual([])
  })
})

it("what a program records when it starts can be recorded again, however far the plan has come", async () => {
  await using own = await openLog("memory:")
  const start = () => own.record(context, ...begin)
  expect(await start()).toMatchObject({ first: 1, last: 2 })
  const later: ReadonlyArray<PlainCommand> = [
    { _tag: "MoveDeadline", activity: "ogon", to: "hösten 2024" },
    { _tag: "ApproveBaseline", activity: "ogon", to: "2024-12-01", decision: "§ 4" },
    { _tag: "RewordActivity", activity: "ogon", area: "Ögonmottagningen", goal: "Öppnad", actions: null },
    { _tag: "ChangeResponsible", activity: "ogon", to: "Sjukhuschefen" },
    { _tag: "ChangeStatus", activity: "ogon", to: { _tag: "Completed", on: "2024-11-30" } },
    { _tag: "ReopenActivity", activity: "ogon" },
    { _tag: "ChangeStatus", activity: "ogon", to: { _tag: "Discontinued", reason: "Flyttad" } }
  ]
  for (const command of later) {
    expect((await own.record(context, command)).first, command._tag).not.toBeNull()
    expect(await start(), `after ${command._tag}`).toEqual({ first: null, last: null, repeated: false })
  }
})
