/**
 * Kept editions on the command line: listed, searched, read again, erased, and verified.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { join } from "node:path"
import { VerificationView } from "../src/JsonViews.ts"
import { EditionsView, RereadView } from "../src/editions/EditionViews.ts"
import { forceEvents } from "../../store/test/sqlite/forcedEvents.ts"
import { folder, frist, fristJson } from "./frist.ts"

const dir = folder()
const secret = "Anna Andersson är sjuk hela våren"
const headings = "Område;Mål;Tid;Ansvarig;Status;Uppföljning;Ny tid;Hållpunkt"
const elab = (deadline: string, followUp: string, moved: string, milestone = "") =>
  `Elab;Alla enheter använder Elab;${deadline};Chef;Pågår;${followUp};${moved};${milestone}`

const done = async (...words: ReadonlyArray<string>): Promise<string> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended.out
}
const fails = async (exitCode: number, ...words: ReadonlyArray<string>): Promise<string> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode, err: expect.stringMatching(/^[^\n]+[.]$/u) })
  return ended.err
}

const sum = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex")

/** Writes a document, and returns its path. */
const written = (name: string, ...rows: ReadonlyArray<string>): string => {
  const file = join(dir, name)
  writeFileSync(file, [headings, ...rows, ""].join("\n"))
  return file
}
const june = written("jun.csv", elab("2024-12-31", secret, "2025-06-30", "2026-06-30"))
const winter = written("dec.csv", elab("2024-12-31", "Inget nytt", "2025-03-31"))

/** Makes a database with the edition of June. */
const begun = async (): Promise<string> => {
  const db = join(dir, `${crypto.randomUUID()}.db`)
  await done("import", june, "--held-on", "2024-06-17", "--db", db)
  return db
}
const listed = async (db: string, ...words: ReadonlyArray<string>) =>
  Schema.decodeUnknownSync(EditionsView, { onExcessProperty: "error" })(
    await fristJson("editions", ...words, "--db", db)
  )
const reread = async (db: string) =>
  Schema.decodeUnknownSync(RereadView, { onExcessProperty: "error" })(await fristJson("reread", "--db", db))
const verified = async (db: string) => {
  const { exitCode, out } = await frist("verify", "--format", "json", "--db", db)
  return { exitCode, ...Schema.decodeUnknownSync(VerificationView, { onExcessProperty: "error" })(JSON.parse(out)) }
}

/** Changes a database past its guards. */
const unguarded = (db: string, sql: string) => {
  const raw = new DatabaseSync(db)
  for (const name of ["edition_changes_with_the_log", "edition_is_never_deleted"])
    raw.exec(`drop trigger if exists ${name}`)
  raw.exec(sql)
  raw.close()
}

describe("frist editions", () => {
  it("lists each edition with its cells, and finds the cells that hold some words", async () => {
    const db = await begun()
    await done("import", winter, "--held-on", "2023-12-15", "--db", db)
    expect((await listed(db)).editions).toMatchObject([
      { document: "dec.csv", heldOn: "2023-12-15", cells: "kept", erasures: [] },
      { document: "jun.csv", heldOn: "2024-06-17", cells: "kept", erasures: [] }
    ])
    expect((await listed(db, "--find", "ANNA")).found).toEqual([
      { document: "jun.csv", place: { table: 1, row: 2, column: 6 }, words: secret }
    ])
    expect(await done("editions", "--find", "ANNA", "--db", db)).toMatch(/jun\.csv +1:2:6 +Anna Andersson/u)
    expect(await done("editions", "--find", "ingenting", "--db", db)).toContain("finns inte i någon bevarad cell")
  })
})

describe("frist reread", () => {
  it("says that nothing is read differently, and records nothing", async () => {
    const db = await begun()
    const before = readFileSync(db)
    expect(await done("reread", "--db", db)).toBe("Inget läses annorlunda i 1 bevarad utgåva. Inget är sparat.")
    const file = join(dir, "nothing.json")
    await done("reread", "--propose", file, "--db", db)
    expect(() => readFileSync(file)).toThrow()
    expect(readFileSync(db)).toEqual(before)
  })

  it("proposes the moves of a column that a later import decides, and frist apply records them", async () => {
    const db = await begun()
    const autumn = written("sep.csv", elab("2024-12-31", secret, "2025-06-30", "2026-12-31"))
    await done("import", autumn, "--held-on", "2024-09-16", "--column", "Hållpunkt=newDeadline", "--db", db)
    const found = await reread(db)
    expect(found).toMatchObject({ read: 2, notKept: [], editions: [{ document: "jun.csv", heldOn: "2024-06-17" }] })
    const said = await done("reread", "--db", db)
    expect(said).toContain("Läses annorlunda: jun.csv (2024-06-17)")
    expect(said).toContain("2026-06-30")
    const file = join(dir, "reread.json")
    expect(await done("reread", "--propose", file, "--db", db)).toContain(`frist apply ${file}`)
    await done("apply", file, "--db", db)
    expect(await done("slips", "--db", db)).toContain("2026-06-30")
    expect((await reread(db)).editions).toEqual([])
  })
})

describe("a correction that is proposed", () => {
  it("names the event, its place, and what it said and says now", async () => {
    const db = await begun()
    await done("import", winter, "--held-on", "2024-09-16", "--column", "Ny tid=none", "--db", db)
    const said = await done("reread", "--db", db)
    expect(said).toMatch(
      /Elab: rad 1\nRättelse +\d+ Slutdatum ändrat +Ny tid\n +Förut: 2024-12-31 → 2025-06-30\n +Nu: återtagen/u
    )
    expect(said).not.toMatch(/→ \d+: /u)
    const file = join(dir, "correction.json")
    await done("reread", "--propose", file, "--db", db)
    expect(await done("apply", file, "--lang", "en", "--db", db)).toMatch(
      /\d+ Deadline moved +Ny tid\n +Said: 2024-12-31 → 2025-06-30\n +Now: withdrawn/u
    )
    expect(await done("history", "elab", "--db", db)).toMatch(/Förut: 2024-12-31 → 2025-06-30.*\n +Nu: återtagen/u)
  })
})

describe("an edition that was recorded without its cells", () => {
  it("is named when an older one is imported, and its cells are kept when it is handed in again", async () => {
    const db = await begun()
    // As a log of 0.1 is after its upgrade: events, and no cells.
    forceEvents(db, "delete from edition; delete from event where type = 'EditionKept'")
    expect(await done("import", winter, "--held-on", "2023-12-15", "--db", db)).toContain(
      "Obs: den här utgåvan är inte jämförd med jun.csv (2024-06-17), vars celler inte är bevarade."
    )
    expect(await done("reread", "--db", db)).toContain("cellerna är inte bevarade: jun.csv (2024-06-17)")
    expect(await done("import", june, "--held-on", "2024-06-17", "--db", db)).toContain("är nu bevarade")
    expect((await listed(db)).editions.map(({ cells }) => cells)).toEqual(["kept", "kept"])
  })
})

describe("frist redact --edition", () => {
  it("erases one cell, and then all, on decisions that it shows; nothing of the words is left in the file", async () => {
    const db = await begun()
    const said = await done("redact", "--edition", "jun.csv", "--cell", "1:2:6", "--decision", "Dnr 1", "--db", db)
    expect(said).toContain("Gallrat enligt Dnr 1: cell 1:2:6 i jun.csv.")
    expect((await listed(db, "--find", "Anna")).found).toEqual([])
    expect((await listed(db)).editions).toMatchObject([
      { cells: "partlyErased", erasures: [{ decision: "Dnr 1", cells: [{ table: 1, row: 2, column: 6 }] }] }
    ])
    expect(await done("reread", "--db", db)).toContain("Inget läses annorlunda")
    const [{ sha256 } = { sha256: "" }] = (await listed(db)).editions
    await done("redact", "--edition", sha256.slice(0, 12), "--decision", "Dnr 2", "--db", db)
    expect((await listed(db)).editions).toMatchObject([{ cells: "erased" }])
    expect(await verified(db)).toMatchObject({ exitCode: 0, holds: true, editions: { kept: [], erased: [sha256] } })
    expect(await done("import", june, "--held-on", "2024-06-17", "--db", db)).toContain("redan sparad")
    expect((await listed(db)).editions).toMatchObject([{ cells: "erased" }])
  })

  it("names the kept cells that hold the words of a redacted event", async () => {
    const db = await begun()
    const { entries } = (await fristJson("history", "elab", "--db", db)) as {
      readonly entries: ReadonlyArray<{ readonly position: number; readonly type: string }>
    }
    const position = String(entries.find(({ type }) => type === "FollowUpNoted")?.position)
    expect(await done("redact", position, "--decision", "Dnr 1", "--db", db)).toContain("jun.csv 1:2:6")
  })

  it("is refused in one sentence where there is nothing to erase, and records nothing", async () => {
    const db = await begun()
    const before = readFileSync(db)
    const wrong: ReadonlyArray<readonly [exitCode: number, ...words: ReadonlyArray<string>]> = [
      [1, "--edition", "other.csv"],
      [1, "--edition", "jun.csv", "--cell", "1:9:9"],
      [2, "--edition", "jun.csv", "--cell", "1:2"],
      [2, "--edition", "jun.csv", "1"],
      [2, "1", "--cell", "1:2:6"],
      [2]
    ]
    for (const [exitCode, ...words] of wrong)
      await fails(exitCode, "redact", ...words, "--decision", "Dnr 1", "--db", db)
    expect(readFileSync(db)).toEqual(before)
  })
})

describe("frist verify", () => {
  it("fails for kept cells that were changed, and for those that are gone without a decision", async () => {
    const db = await begun()
    expect((await verified(db)).editions.kept).toHaveLength(1)
    unguarded(db, "update edition set content = x'00'")
    expect(await verified(db)).toMatchObject({ exitCode: 1, holds: false, editions: { kept: [] } })
    expect((await verified(db)).editions.altered).toHaveLength(1)
    unguarded(db, "delete from edition")
    expect(await verified(db)).toMatchObject({ exitCode: 1, holds: false, editions: { altered: [] } })
    const [gone = ""] = (await verified(db)).editions.missing
    const { err, out } = await frist("verify", "--db", db)
    expect(out).toContain(`Bevarade celler i ${gone.slice(0, 12)} saknas, och inget beslut i loggen har tagit bort dem`)
    expect(out).toContain("oförändrade och i ordning")
    expect(err).toMatch(/^Loggen för planen \S+ håller, men inte cellerna som är bevarade med den;/u)
    expect(await done("import", june, "--held-on", "2024-06-17", "--db", db)).toContain("är nu bevarade")
    expect(await verified(db)).toMatchObject({ exitCode: 0, holds: true })
  })

  it("fails for the rest of an edition of which a decision erased one cell, and holds where it erased all", async () => {
    const db = await begun()
    await done("redact", "--edition", "jun.csv", "--cell", "1:2:6", "--decision", "Dnr 1", "--db", db)
    expect(await verified(db)).toMatchObject({ exitCode: 0, holds: true })
    unguarded(db, "delete from edition")
    expect(await verified(db)).toMatchObject({ exitCode: 1, holds: false })
    await done("redact", "--edition", "jun.csv", "--decision", "Dnr 2", "--db", db)
    expect(await verified(db)).toMatchObject({ exitCode: 0, holds: true, editions: { missing: [] } })
    expect(await done("verify", "--db", db)).toContain("1 utgåva saknar celler som är gallrade.")
  })
})

describe("a bundle", () => {
  it("has the kept cells and lists what is missing, and its verification finds changed ones", async () => {
    const { unarchived, archived } = await import("@frist/evidence/bundle/BundleArchive")
    const { verifyBundle } = await import("@frist/evidence/bundle/BundleVerifier")
    const db = await begun()
    const file = join(dir, "bundle.zip")
    await done("redact", "--edition", "jun.csv", "--cell", "1:2:6", "--decision", "Dnr 1", "--db", db)
    expect(await done("bundle", file, "--db", db)).toContain("1 bevarad utgåva är med.")
    const bytes = readFileSync(file)
    const right = verifyBundle(bytes, [], "")
    expect(right.wrong).toEqual([])
    expect(right.right).toContainEqual({ code: "editionsHold", editions: 1 })
    expect(right.right).toContainEqual({ code: "editionsErased", editions: 1 })
    const files = unarchived(bytes) ?? {}
    expect(Buffer.from(files["editions.csv"] ?? []).toString()).toContain('"partlyErased";"Dnr 1"')
    const log = Buffer.from(files["log.ndjson"] ?? []).toString()
    const changed = log.replace(
      /("content":"H4sI[^"]{30})(.)/u,
      (_, before, at) => `${before}${at === "A" ? "B" : "A"}`
    )
    expect(changed).not.toBe(log)
    const judged = verifyBundle(archived({ ...files, "log.ndjson": Buffer.from(changed) }), [], "")
    expect(judged.wrong.map(({ code }) => code)).toEqual(expect.arrayContaining(["fileAltered", "lineAltered"]))
    // Somebody who makes every sum right cannot make the cells those that the log names.
    const resealed = (text: string) => {
      const lines = text.split("\n").slice(0, -1)
      const before = lines.slice(0, -1).map((line) => `${line}\n`)
      const end = { ...JSON.parse(lines.at(-1) ?? ""), sha256: sum(before.join("")) }
      const own = { ...files, "log.ndjson": Buffer.from(`${before.join("")}${JSON.stringify(end)}\n`) }
      const { SHA256SUMS: _, ...others } = own as Record<string, Uint8Array>
      const sums = Object.entries(others).map(([name, content]) => `${sum(content)}  ${name}\n`)
      return verifyBundle(archived({ ...others, SHA256SUMS: Buffer.from(sums.join("")) }), [], "").wrong
    }
    expect(resealed(changed)).toMatchObject([{ code: "editionAltered" }])
    const without = log
      .split("\n")
      .filter((line) => !line.startsWith('{"edition":'))
      .join("\n")
    expect(resealed(without)).toMatchObject([{ code: "editionMissing" }])
    expect(resealed(log)).toEqual([])
  })
})
