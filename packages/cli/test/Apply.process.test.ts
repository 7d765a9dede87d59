/**
 * Proposals in a file: written, edited, and recorded as one batch, or refused with the reason.
 */
import { ProposalFile } from "@frist/editions/ProposalFile"
import { Board } from "@frist/projections/Board"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { beforeEach, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { createHash } from "node:crypto"
import { gzipSync } from "node:zlib"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { contents, first, folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
let db = ""
let file = ""
beforeEach(async () => {
  const own = join(dir, crypto.randomUUID())
  db = await sample(dir)
  file = `${own}.json`
})

const propose = () => frist("import", second, "--held-on", "2024-06-17", "--propose", file, "--db", db)
const apply = (...words: ReadonlyArray<string>) => frist("apply", file, ...(words.length > 0 ? words : ["--db", db]))
const read = () => Schema.decodeUnknownSync(ProposalFile)(JSON.parse(readFileSync(file, "utf8")))
const edit = (change: (proposals: ProposalFile) => object) => writeFileSync(file, JSON.stringify(change(read())))
const portal = async () =>
  Schema.decodeUnknownSync(DeadlineHistory)(await fristJson("slips", "dokumentportal", "--db", db)).activities[0]

describe("proposals", () => {
  it("are written with their table and row, and nothing is recorded", async () => {
    const before = readFileSync(db)
    const { out } = await propose()
    expect(out).toContain(`spara det med frist apply ${file}`)
    expect(readFileSync(db)).toEqual(before)
    const { basedOn, document, heldOn, proposals } = read()
    expect({ basedOn, document, heldOn }).toMatchObject({ document: "2024-06-17.csv", heldOn: "2024-06-17" })
    expect(basedOn).toBeGreaterThan(100)
    expect(proposals).toContainEqual(
      expect.objectContaining({ provenance: "inferred", source: expect.objectContaining({ row: 8, column: "Ny tid" }) })
    )
  })

  it("applied proposals give the same events as the import itself", async () => {
    const direct = await sample(dir)
    await frist("import", second, "--held-on", "2024-06-17", "--db", direct)
    await propose()
    expect(await apply()).toMatchObject({ exitCode: 0, err: "" })
    for (const view of ["board", "completed", "timeline"]) {
      expect(await fristJson(view, "--db", db)).toEqual(await fristJson(view, "--db", direct))
    }
  })

  it("proposals for a missing plan open that plan", async () => {
    const fresh = join(dir, `${crypto.randomUUID()}.db`)
    await frist("import", first, "--held-on", "2023-12-15", "--propose", file, "--plan", "fresh", "--db", fresh)
    expect(existsSync(fresh)).toBe(false)
    expect((await apply("--db", fresh)).out).toMatch(/^Förslaget är sparat: \d+ uppgifter, uppföljning 2023-12-15\./)
    expect(Schema.decodeUnknownSync(Board)(await fristJson("board", "--db", fresh)).activities).toHaveLength(17)
  })

  it("are recorded as edited: removed ones are not recorded, changed ones are recorded as changed", async () => {
    await propose()
    edit(({ proposals, ...rest }) => ({
      ...rest,
      proposals: proposals
        .filter(({ command }) => command._tag !== "MoveDeadline" || command.activity === "dokumentportal")
        .map((each) =>
          each.command._tag === "MoveDeadline"
            ? { ...each, command: { ...each.command, reason: "Enligt protokoll" } }
            : each
        )
    }))
    await apply()
    expect((await portal())?.moves.at(-1)).toMatchObject({ reason: "Enligt protokoll", to: { words: "2024-12-31" } })
    const { activities } = Schema.decodeUnknownSync(DeadlineHistory)(await fristJson("slips", "sdv", "--db", db))
    expect(activities[0]?.moves).toHaveLength(1)
  })

  it("are recorded once", async () => {
    await propose()
    await apply()
    expect((await apply()).out).toBe("Förslaget är redan sparat. Inget nytt sparades.")
  })

  it("are refused with the new events when the plan has changed in what they affect", async () => {
    await propose()
    await frist("move", "dokumentportal", "2025-03-31", "--on", "2024-05-02", "--db", db)
    const before = contents(dir)
    const { err, exitCode } = await apply()
    expect(err).toMatch(
      /^Planen har ändrats sedan förslaget gjordes.*\d+ Slutdatum ändrat \(Dokumentportal\); gör ett nytt/
    )
    expect(exitCode).toBe(1)
    expect(contents(dir)).toEqual(before)
  })

  it("are recorded when the plan has changed elsewhere", async () => {
    await propose()
    await frist("register", "nytt", "--area", "Nytt", "--db", db)
    expect(await apply()).toMatchObject({ exitCode: 0, err: "" })
  })

  it("that say one thing twice are refused, since a person may read the other", async () => {
    await propose()
    const text = readFileSync(file, "utf8")
    for (const name of ['"to": {', '"heldOn": "', '"activity": "']) {
      expect(text).toContain(name)
      writeFileSync(file, text.replace(name, `${name.split(":")[0]}: "x", ${name}`))
      expect(await apply()).toMatchObject({ exitCode: 1, err: expect.stringContaining("one name twice") })
    }
  })

  it.each([
    ["garbage", Buffer.from("garbage")],
    ["JSON of another form", gzipSync("{}")],
    ["text that is too long when it is unpacked", gzipSync(" ".repeat(1_000_000))]
  ])("keep no cells that nobody can read again: %s", async (_, content) => {
    await propose()
    edit(({ proposals, ...rest }) => ({
      ...rest,
      cells: content.toString("base64"),
      proposals: proposals.map(({ command, ...each }) => ({
        ...each,
        command:
          command._tag === "KeepEdition"
            ? { ...command, content: createHash("sha256").update(content).digest("hex") }
            : command
      }))
    }))
    expect(await apply()).toMatchObject({ exitCode: 0, err: "" })
    const { editions } = JSON.parse((await frist("editions", "--format", "json", "--db", db)).out)
    expect(editions.map(({ cells }: { cells: string }) => cells).sort()).toEqual(["kept", "notKept"])
  })

  it("are all recorded, or none", async () => {
    await propose()
    edit(({ proposals, ...rest }) => ({
      ...rest,
      proposals: proposals.filter(({ command }) => command._tag !== "RegisterActivity")
    }))
    const before = contents(dir)
    expect(await apply()).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("ingen aktivitet ai-stod-i-journal")
    })
    expect(contents(dir)).toEqual(before)
  })

  it("from another database are refused, and no database is made", async () => {
    await propose()
    const other = join(dir, `${crypto.randomUUID()}.db`)
    expect((await apply("--db", other)).exitCode).toBe(3)
    expect(existsSync(other)).toBe(false)
    const opened = join(dir, `${crypto.randomUUID()}.db`)
    await frist("open", "Annan", "--plan", "sample", "--db", opened)
    expect(await apply("--db", opened)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^Förslaget gjordes när planen hade/)
    })
  })

  it.each([
    ["words of another day", { words: "2025-06-30" }],
    ["days that are not those of the reading", { earliest: "2030-01-01", latest: "2030-01-01" }]
  ])("proposals with a contradictory date are refused: %s", async (_, changed) => {
    await propose()
    edit(({ proposals, ...rest }) => ({
      ...rest,
      proposals: proposals.map((each) =>
        each.command._tag === "MoveDeadline" && each.command.activity === "dokumentportal"
          ? { ...each, command: { ...each.command, to: { ...each.command.to, ...changed } } }
          : each
      )
    }))
    const { err, exitCode } = await apply()
    expect(exitCode).toBe(1)
    expect(err).toContain("that of their words")
  })

  it("of a future review, or of two reviews, are refused", async () => {
    await propose()
    edit((given) => ({ ...given, heldOn: "2099-01-01" }))
    expect(await apply()).toMatchObject({ exitCode: 2, err: expect.stringContaining("har inte varit än") })
    edit((given) => ({ ...given, heldOn: "2024-06-18" }))
    expect(await apply()).toMatchObject({ exitCode: 1, err: expect.stringContaining("två olika uppföljningsdagar") })
  })

  it("in an existing file are never overwritten", async () => {
    await propose()
    const { err, exitCode } = await propose()
    expect({ err, exitCode }).toEqual({
      err: `Filen ${file} finns redan och skrivs inte över; ange en annan.`,
      exitCode: 1
    })
  })

  it.each([
    ["not JSON", "{"],
    ["another shape", "[]"],
    ["a day that never was", '{"format":"frist/proposals","version":1,"plan":"sample","heldOn":"2021-02-29"}'],
    ["a newer version", '{"format":"frist/proposals","version":2}'],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00])]
  ])("unreadable proposals are refused in one sentence: %s", async (_, text) => {
    writeFileSync(file, text)
    const { err, exitCode } = await apply()
    expect(exitCode).toBe(1)
    expect(err).toMatch(
      /är inget förslag som går att läsa \(.+\); rätta den, eller gör en ny med frist import --propose\.$/
    )
  })
})
