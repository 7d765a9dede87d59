/**
 * The sample of an audit committee: what three meetings show of done, requested, decided, undecided and waiting.
 */
import { run } from "@frist/cli/CommandLine"
import { Board } from "@frist/projections/Board"
import { Completed } from "@frist/projections/Completed"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { Decisions } from "@frist/projections/Decisions"
import { beforeAll, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as TestConsole from "effect/testing/TestConsole"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "frist-audit-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command, which must succeed, and returns what it prints. */
const frist = (...words: ReadonlyArray<string>): Promise<string> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const exitCode = yield* run([...words, "--db", join(folder, "frist.db"), "--actor", "Revisionssekreteraren"])
      expect(yield* TestConsole.errorLines).toEqual([])
      expect(exitCode).toBe(0)
      return (yield* TestConsole.logLines).join("\n")
    }).pipe(Effect.provide(TestConsole.layer))
  )
const shown = async <A>(schema: Schema.Decoder<A>, on: string, ...words: ReadonlyArray<string>): Promise<A> =>
  Schema.decodeUnknownSync(schema)(JSON.parse(await frist(...words, "--as-of", on, "--format", "json")))
const meeting = (day: string, ...words: ReadonlyArray<string>) =>
  frist("import", join(import.meta.dirname, `audit/${day}.csv`), "--held-on", day, ...words)

const [march, september, february] = ["2024-03-20", "2024-09-18", "2025-02-19"]
const [plan, policy] = ["uppratta-en-plan-for", "anta-en-personalpolicy-for-hela-kommunen"]
const [absence, risk] = ["folj-upp-elevers-franvaro-pa", "dokumentera-riskanalys-fore-varje"]

beforeAll(async () => {
  await meeting(march, "--plan", "revision", "--title", "Revisionens rekommendationer")
  await frist("wait", plan, policy, "--on", march)
  await frist(
    "request",
    absence,
    "2025-06-30",
    "--reason",
    "Upphandlingen är överklagad (BUN § 71)",
    "--on",
    "2024-08-20"
  )
  await frist("request", risk, "2024-12-31", "--reason", "Mallen provas längre (TN § 88)", "--on", "2024-08-27")
  await meeting(september)
  await frist("decide", absence, "granted", "--decision", "Revisionsutskottet 2024-09-18 § 31", "--on", september)
  await frist("decide", risk, "refused", "--decision", "Revisionsutskottet 2024-09-18 § 32", "--on", september)
  await meeting(february)
})

it("before its meeting the committee sees what to decide, and what nobody asked for", async () => {
  const { decided, requested, undecided } = await shown(Decisions, "2024-09-17", "decisions")
  expect(requested.map((row) => [row.activity, row.requestedTo.words, row.slip, row.reason])).toEqual([
    [absence, "2025-06-30", { min: 303, max: 303 }, "Upphandlingen är överklagad (BUN § 71)"],
    [risk, "2024-12-31", { min: 92, max: 92 }, "Mallen provas längre (TN § 88)"]
  ])
  expect([decided, undecided]).toEqual([[], []])
})

it("after it a granted request has moved the deadline and the baseline, and a refused one nothing", async () => {
  const { decided, requested, undecided } = await shown(Decisions, september, "decisions")
  expect(requested).toEqual([])
  expect(decided.map((row) => [row.activity, row.outcome, row.grantedTo?.words, row.decision])).toEqual([
    [absence, "granted", "2025-06-30", "Revisionsutskottet 2024-09-18 § 31"],
    [risk, "refused", undefined, "Revisionsutskottet 2024-09-18 § 32"]
  ])
  expect(undecided.map((row) => [row.activity, row.slip.min])).toEqual([
    [plan, 182],
    [policy, 184]
  ])
  const { activities } = await shown(Board, september, "board")
  expect(activities.find(({ activity }) => activity === absence)).toMatchObject({
    original: { words: "2024-08-31" },
    baseline: { words: "2025-06-30" },
    deadline: { words: "2025-06-30" }
  })
  expect(activities.find(({ activity }) => activity === risk)?.moves.count).toBe(0)
})

it("the next meeting sees what is done since, and a granted date that the table repeats is no second move", async () => {
  const { activities } = await shown(Completed, february, "completed")
  expect(activities.filter(({ isNew }) => isNew === true).map(({ activity }) => activity)).toEqual([
    "infor-en-rutin-for-uppfoljning-av",
    risk
  ])
  const slips = await shown(DeadlineHistory, february, "slips", absence)
  expect(slips.activities[0]?.tally.count).toBe(1)
})

it("a slip is divided into the board's own and what waited for another board", async () => {
  const { activities } = await shown(DeadlineHistory, february, "slips", plan)
  expect(activities[0]?.tally).toMatchObject({
    net: { min: 365, max: 365 },
    inherited: { min: 183, max: 183 },
    own: { min: 182, max: 182 }
  })
})
