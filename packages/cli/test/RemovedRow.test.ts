/**
 * A row whose registration was removed by a decision, in the next edition: a person says that it is the same row, and its
 * moves stay with it. Otherwise a removal would hide them.
 */
import { beforeEach, expect, it } from "@effect/vitest"
import { copied, folder, frist, sample, second } from "./frist.ts"

const dir = folder()
let db = ""

const done = async (...words: ReadonlyArray<string>) => {
  const ended = await frist(...words, "--db", db)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended.out
}
const next = async (...words: ReadonlyArray<string>) =>
  (await frist("import", second, "--held-on", "2024-06-17", "--format", "json", ...words, "--db", db)).out
const slips = async (activity: string) =>
  JSON.parse(await done("slips", activity, "--format", "json")).activities.find(
    (each: { activity: string }) => each.activity === activity
  )
const raised = (out: string) =>
  JSON.parse(out).events.flatMap(({ event }: { event: { _tag: string; code?: string; words?: string } }) =>
    event._tag === "FindingRaised" ? [`${event.code}: ${event.words}`] : []
  )

let before = ""
beforeEach(async () => {
  before = before === "" ? await sample(dir) : before
  db = copied(before)
  const { entries } = JSON.parse(await done("history", "sdv", "--format", "json"))
  await done("redact", String(entries[0].position), "--whole", "--decision", "Dnr 1")
})

it("is left out and asked about, and not registered as a new one", async () => {
  const out = await next()
  expect(raised(out).join("\n")).toMatch(/^MatchDoubtful.*aktiviteter:7.*sdv/mu)
  expect(JSON.parse(out).events).not.toContainEqual(
    expect.objectContaining({ event: expect.objectContaining({ area: "SDV (Skånes digitala vårdsystem)" }) })
  )
})

it("has the moves of before when a person says that it is the same, and no finding about a date that nobody knows", async () => {
  const was = await slips("sdv")
  const out = await next("--match", "aktiviteter:7=sdv")
  expect(raised(out).filter((each: string) => each.startsWith("BaselineRewritten: 2022-02-01"))).toEqual([])
  const now = await slips("sdv")
  expect(now.tally.count).toBe(was.tally.count + 1)
  expect(now.area).toBe("SDV (Skånes digitala vårdsystem)")
})

it("is a new row if a person says so", async () => {
  await next("--match", "aktiviteter:7=new")
  expect((await slips("sdv")).area).toBe("[Dnr 1 #52]")
  expect(await slips("sdv-utrullningsgrupp-utsedd")).toMatchObject({ area: "SDV (Skånes digitala vårdsystem)" })
})

it("asks about no other row", async () => {
  expect(raised(await next()).filter((each: string) => each.startsWith("MatchDoubtful"))).toHaveLength(1)
})
