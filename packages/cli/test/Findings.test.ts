/**
 * Findings: listed, waived, and raised again or resolved by the next edition.
 */
import { FindingList } from "@frist/projections/FindingList"
import { beforeEach, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
let db = ""
beforeEach(async () => {
  db = await sample(dir)
})

const standing = async (...words: ReadonlyArray<string>) =>
  Schema.decodeUnknownSync(FindingList)(await fristJson("findings", ...words, "--db", db)).findings

describe("the findings", () => {
  it("that are open are listed with number, activity, place and words, the most severe first", async () => {
    const all = await standing()
    expect(all.length).toBeGreaterThan(20)
    const truncated = all.find(({ activity, code }) => code === "DateTruncated" && activity === "sjalvincheckning")
    expect(truncated).toMatchObject({ words: "2024-", column: "Ny tid", source: { table: "Aktiviteter", row: 1 } })
    const ranks = all.map(({ severity }) => ["error", "warning", "info"].indexOf(severity))
    expect(ranks).toEqual([...ranks].sort())
    const warnings = await standing("--severity", "warning")
    expect(warnings.every(({ severity }) => severity !== "info")).toBe(true)
    expect(await standing("--severity", "varning")).toEqual(warnings)
  })

  it("of an earlier edition are resolved when the next says otherwise, but open as of that time", async () => {
    await frist("import", second, "--held-on", "2024-06-17", "--db", db)
    const onCheckIn = (all: Awaited<ReturnType<typeof standing>>) =>
      all.filter(({ activity, code }) => activity === "sjalvincheckning" && code === "DateTruncated")
    expect(onCheckIn(await standing())).toEqual([])
    expect(onCheckIn(await standing("--as-of", "2024-06-16"))).toHaveLength(1)
  })
})

const waive = async () => {
  const found = (await standing()).find(({ code }) => code === "DoneButRed")
  expect(found).toBeDefined()
  return frist("waive", String(found?.position), "--reason", "Raden ska flyttas", "--db", db)
}

describe("a waived finding", () => {
  it("is listed only with --waived, with its reason", async () => {
    expect(await waive()).toMatchObject({ exitCode: 0, err: "" })
    expect((await standing()).map(({ code }) => code)).not.toContain("DoneButRed")
    expect((await standing("--waived")).find(({ code }) => code === "DoneButRed")?.waived).toBe("Raden ska flyttas")
    expect((await frist("board", "--db", db)).out).not.toContain("säger att det inte blev av")
  })

  it("stays waived when the next edition raises it again", async () => {
    await waive()
    await frist("import", second, "--held-on", "2024-06-17", "--db", db)
    expect((await standing()).map(({ code }) => code)).not.toContain("DoneButRed")
  })

  it("must be a finding and not another event", async () => {
    const ended = await frist("waive", "1", "--reason", "x", "--db", db)
    expect(ended).toMatchObject({
      exitCode: 1,
      err: "Uppgift 1 (15 december 2023) är ingen anmärkning, utan ”Plan påbörjad”; se numren med frist findings."
    })
  })
})
