/**
 * Evidence on the command line: checkpoints, verification, proofs and redaction, and the sentences where they fail.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { generateKeyPairSync } from "node:crypto"
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync
} from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll } from "vitest"
import { SealView, VerificationView } from "../src/JsonViews.ts"
import { ConsistencyProof, EventProof } from "@frist/evidence/Proof"
import { forceEvents } from "../../store/test/sqlite/forcedEvents.ts"
import { contents, type Ended, folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
const own = (): string => mkdtempSync(join(dir, "own-"))
const report = join(dir, "report.html")
let db = ""

const done = async (...words: ReadonlyArray<string>): Promise<Ended> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended
}
const refused = async (exitCode: number, ...words: ReadonlyArray<string>): Promise<string> => {
  const ended = await frist(...words, "--lang", "en")
  expect(ended, words.join(" ")).toMatchObject({ exitCode, err: expect.stringMatching(/^[^\n]+[.]$/u) })
  return ended.err
}

/** The number of events of the first edition, and of both. */
let [first, total] = [0, 0]
const eventsIn = async (file: string) =>
  Number(JSON.parse((await frist("verify", "--format", "json", "--db", file)).out).events)

/** Makes a log of two editions, with a report of the first. */
beforeAll(async () => {
  db = await sample(dir)
  first = await eventsIn(db)
  await done("report", "--held-on", "2023-12-15", "--out", report, "--db", db)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
  total = await eventsIn(db)
}, 60_000)

/** Copies the database, to be changed. */
const copyOf = async (statements = ""): Promise<string> => {
  const file = join(own(), "plan.db")
  const whole = new DatabaseSync(db)
  whole.exec("pragma wal_checkpoint(truncate)")
  whole.close()
  copyFileSync(db, file)
  if (statements !== "") forceEvents(file, statements)
  return file
}

const verified = async (...words: ReadonlyArray<string>): Promise<VerificationView> => {
  const { out } = await frist("verify", ...words, "--format", "json")
  return Schema.decodeUnknownSync(VerificationView, { onExcessProperty: "error" })(JSON.parse(out))
}

describe("frist verify", () => {
  it("finds the log unaltered, also against an earlier report", async () => {
    const { out } = await done("verify", "--against", report, "--db", db)
    expect(out).toContain(`Loggen för planen sample håller: ${total} uppgifter, oförändrade och i ordning.`)
    expect(out).toContain(
      `Kontrollkoden i report.html, vid uppgift ${first}, stämmer: uppgifterna fram till dess är desamma.`
    )
    expect(await verified("--against", report, "--db", db)).toMatchObject({
      holds: true,
      events: total,
      broken: [],
      checkpoints: [{ kept: false, file: "report.html", size: first, fault: null }]
    })
  })

  it("verifies against a report of what was known earlier, by the checkpoint of that time", async () => {
    const { out } = await done("export", "--db", db)
    const { recordedAt } = JSON.parse(out.split("\n")[first] ?? "")
    const until = new Date(recordedAt).toISOString()
    const words = ["report", "--held-on", "2023-12-15", "--known-at", until, "--format", "json", "--db", db]
    const { checkpoint } = JSON.parse((await done(...words)).out)
    expect(checkpoint).toMatchObject({ origin: "frist/sample", size: first })
    expect(readFileSync(report, "utf8")).toContain(checkpoint.root)
  })

  it("names an event that was changed, and ends with 1", async () => {
    const forged = await copyOf("update event set actor = 'X' where position = 20")
    const words = ["verify", "--against", report, "--db", forged]
    expect(await refused(1, ...words)).toContain("fails verification; keep it as it is")
    const { out } = await frist(...words, "--lang", "en")
    expect(out).toMatch(
      /^Event 20 \([A-Z][^,()]+, [a-z0-9-]+\): the event does not match its hash: it was changed\.$/mu
    )
    expect(out).toContain("matches the stored hashes, but not every event does.")
    expect((await verified("--db", forged)).broken[0]).toEqual({
      position: 20,
      to: 20,
      flaw: "leaf",
      activity: expect.stringMatching(/^[a-z0-9-]+$/u),
      type: expect.stringMatching(/^[A-Z][A-Za-z]+$/u)
    })
  })

  it("names an event that is missing, in the middle and at the end", async () => {
    const middle = await copyOf("delete from event where position between 20 and 24 or position = 100")
    expect((await verified("--db", middle)).broken).toMatchObject([
      { position: 20, to: 24, flaw: "missing" },
      { position: 100, to: 100, flaw: "missing" }
    ])
    const { out } = await frist("verify", "--against", report, "--db", middle)
    expect(out).toContain("Uppgifterna 20–24 saknas.\nUppgift 100 saknas.\n")
    expect(out).toContain("gäller uppgifter som loggen inte har: uppgifterna 20–24 saknas.")
    // Only a checkpoint knows of events at the end.
    const cut = await copyOf("delete from event where position > 100")
    expect((await verified("--db", cut)).holds).toBe(true)
    expect(await verified("--against", report, "--db", cut)).toMatchObject({
      holds: false,
      checkpoints: [{ fault: "beyond", from: 101, to: first }]
    })
  })

  it("frist verify fails if the file has no checkpoint", async () => {
    const text = join(own(), "letter.txt")
    writeFileSync(text, "Hej\n")
    expect(await refused(1, "verify", "--against", text, "--db", db)).toContain("There is no checkpoint in letter.txt")
    await refused(2, "verify", "--against", join(dir, "none.html"), "--db", db)
    await refused(2, "verify", "--signed-by", "nobody", "--db", db)
    await refused(2, "verify", "--plan", "other", "--db", db)
    await refused(3, "verify", "--db", join(dir, "none.db"))
    const other = join(own(), "other.html")
    const plan = await sample(dir)
    await done("report", "--held-on", "2023-12-15", "--out", other, "--db", plan)
    expect(await verified("--against", other, "--db", db)).toMatchObject({
      holds: false,
      checkpoints: [{ fault: "root", from: 1, to: first }]
    })
  })
})

describe("frist verify examines", () => {
  it("a file in a folder that is read-only, and writes nothing to it or beside it", async () => {
    const file = await copyOf()
    const held = join(file, "..")
    const before = [readdirSync(held), readFileSync(file), statSync(file).mtimeMs]
    chmodSync(file, 0o400)
    chmodSync(held, 0o500)
    const ended = await frist("verify", "--against", report, "--db", file)
    chmodSync(held, 0o700)
    expect(ended).toMatchObject({ exitCode: 0, err: "" })
    expect([readdirSync(held), readFileSync(file), statSync(file).mtimeMs]).toEqual(before)
  })

  it("a log with many faults and checkpoints in one screen", async () => {
    const file = await copyOf("update event set actor = 'X' where position > 20")
    const { out } = await frist("verify", "--db", file)
    expect(out.split("\n").length).toBeLessThan(24)
    expect(out).toContain("Fler än 10 uppgifter håller inte")
    const sealed = await copyOf()
    for (const origin of ["a", "b", "c", "d", "e"]) {
      await done("note", "sdv", origin, "--on", "2024-07-01", "--db", sealed)
      await done("seal", "--db", sealed)
    }
    expect((await done("verify", "--db", sealed)).out).toMatch(/^5 förvarade kontrollkoder stämmer, den senaste vid/mu)
  })

  it("the guards of the database, and warns where one was dropped", async () => {
    const file = await copyOf()
    expect(await verified("--db", file)).toMatchObject({ holds: true, triggers: [] })
    const database = new DatabaseSync(file)
    const [trigger] = database.prepare("select name from sqlite_schema where type = 'trigger'").all()
    database.exec(`drop trigger ${String(trigger?.["name"])}`)
    database.close()
    expect(await verified("--db", file)).toMatchObject({ holds: true, triggers: [trigger?.["name"]] })
    expect((await done("verify", "--db", file)).out).toContain(`ändrade i databasen (${String(trigger?.["name"])})`)
  })

  it("a report of another plan of the database, and says whose it is", async () => {
    const file = await copyOf()
    await done("open", "Annan plan", "--plan", "annan", "--on", "2024-01-01", "--db", file)
    const other = join(own(), "annan.html")
    const report = await frist("report", "--held-on", "2024-06-17", "--plan", "annan", "--out", other, "--db", file)
    expect(report.exitCode).toBe(0)
    const ended = await frist("verify", "--plan", "sample", "--against", other, "--db", file, "--lang", "en")
    expect(ended.out).toContain("annan.html belongs to plan annan and was not verified here.")
    expect(ended).toMatchObject({ exitCode: 1, err: "annan.html belongs to plan annan; verify it with --plan annan." })
    await done("verify", "--plan", "annan", "--against", other, "--db", file)
  })
})

describe("frist seal", () => {
  it("frist seal keeps no checkpoint whose file cannot be written", async () => {
    const file = await copyOf()
    const taken = join(own(), `${crypto.randomUUID()}.txt`)
    writeFileSync(taken, "theirs")
    for (const [out, exitCode] of [
      [join(own(), "no", "folder", "note.txt"), 2],
      [taken, 1]
    ] as const) {
      await refused(exitCode, "seal", "--out", out, "--db", file)
      expect(await verified("--db", file)).toMatchObject({ holds: true, checkpoints: [] })
    }
    expect(readFileSync(taken, "utf8")).toBe("theirs")
  })

  it("stores a checkpoint, prints only its note, and signs it with the key", async () => {
    const file = await copyOf()
    const folderOf = own()
    const [key, out] = [join(folderOf, "frist.pem"), join(folderOf, "note.txt")]
    writeFileSync(key, generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }))
    const said = await done("seal", "--key", key, "--out", out, "--db", file)
    expect(readFileSync(out, "utf8")).toBe(`${said.out}\n`)
    expect(said.out).toMatch(new RegExp(`^frist/sample\\n${total}\\n[^\\n]{44}\\n\\n— frist/sample [^\\n]+$`, "u"))
    const shape = await fristJson("seal", "--key", key, "--db", file)
    const sealed = Schema.decodeUnknownSync(SealView, { onExcessProperty: "error" })(shape)
    expect(sealed).toMatchObject({ plan: "sample", origin: "frist/sample", size: total, note: `${said.out}\n` })
    const by = sealed.key ?? ""
    const held = await done("verify", "--against", out, "--signed-by", by, "--db", file, "--lang", "en")
    expect(held.out).toContain(`The checkpoint kept at event ${total} matches`)
    expect(held.out.match(/It is signed by frist\/sample\./gu)).toHaveLength(2)
    // A note signed by another key, and one with a changed signature.
    writeFileSync(key, generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }))
    const other = String(((await fristJson("seal", "--key", key, "--db", await copyOf())) as SealView).key)
    expect(await refused(1, "verify", "--signed-by", other, "--db", file)).toContain("No checkpoint is signed by")
    const forged = join(own(), "forged.txt")
    const [body, line = ""] = readFileSync(out, "utf8").split("\n\n")
    writeFileSync(forged, `${body}\n\n${line.slice(0, -8)}${line.at(-8) === "A" ? "B" : "A"}${line.slice(-7)}`)
    expect(await verified("--against", forged, "--signed-by", by, "--db", file)).toMatchObject({
      holds: false,
      checkpoints: [
        { fault: null, signed: true },
        { fault: "signature", signed: false }
      ]
    })
  })

  it("accepts an older checkpoint that is stored after a newer one", async () => {
    const file = await copyOf()
    await done("seal", "--db", file)
    const older =
      readFileSync(report, "utf8").match(new RegExp(`frist/sample\\s+${first}\\s+[A-Za-z0-9+/]{43}=`, "u"))?.[0] ?? ""
    const database = new DatabaseSync(file)
    database.prepare("insert into checkpoint values ('sample', 2, ?)").run(`${older.split(/\s+/u).join("\n")}\n`)
    database.close()
    expect(await verified("--db", file)).toMatchObject({ holds: true, checkpoints: [{ size: total }, { size: first }] })
  })

  it("sets the origin of the log once", async () => {
    const file = await copyOf()
    const first = await done("seal", "--origin", "example.se/frist/plan", "--db", file)
    expect(first.out).toMatch(new RegExp(`^example.se/frist/plan\\n${total}\\n`, "u"))
    expect(await refused(1, "seal", "--origin", "other", "--db", file)).toContain(
      "is already called example.se/frist/plan"
    )
    expect((await done("seal", "--db", file)).out).toBe(first.out)
    await refused(2, "seal", "--origin", "a name", "--db", await copyOf())
    // A report from before the origin was set still verifies, and one from after has it.
    expect((await verified("--against", report, "--db", file)).holds).toBe(true)
    const later = join(own(), "later.html")
    await done("report", "--held-on", "2024-06-17", "--out", later, "--db", file)
    expect((await verified("--against", later, "--db", file)).checkpoints.at(-1)).toMatchObject({
      origin: "example.se/frist/plan",
      fault: null
    })
  })

  it("is refused for a log that fails verification, or with a file that is not a key", async () => {
    const forged = await copyOf("update event set actor = 'X' where position = 20")
    expect(await refused(1, "seal", "--db", forged)).toContain("no checkpoint was taken")
    expect((await verified("--db", forged)).checkpoints).toEqual([])
    expect(await refused(1, "seal", "--key", report, "--db", db)).toContain("has no Ed25519 key")
  })
})

const pemKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" })

describe("frist prove", () => {
  it("proves the last move of an activity against a report", async () => {
    const out = join(own(), "proof.json")
    await done("prove", "sdv", "--against", report, "--out", out, "--db", db)
    const proof = Schema.decodeUnknownSync(EventProof, { onExcessProperty: "error" })(
      JSON.parse(readFileSync(out, "utf8"))
    )
    expect(proof).toMatchObject({ plan: "sample", event: { activity: "sdv", type: "DeadlineMoved" } })
    expect(proof.sentence).toContain(`bland de ${first} uppgifter som kontrollkoden gäller`)
    expect((await done("verify", "--proof", out, "--against", report)).out).toMatch(
      /Beviset håller: Uppgift \d+ i planen sample/u
    )
    expect((await done("verify", "--proof", out)).out).toMatch(
      /Uppgift \d+ +Slutdatum ändrat\n.*Aktivitet +sdv\n.*Innehåll +.* → /su
    )
    // The proof leads to the checkpoint of the report only, and any change to it is found.
    const later = join(own(), "later.html")
    await done("report", "--held-on", "2024-06-17", "--out", later, "--db", db)
    expect(await refused(1, "verify", "--proof", out, "--against", later)).toContain("leads to a different checkpoint")
    const changes: ReadonlyArray<(text: string) => string> = [
      (text) => text.replace('"actor": "', '"actor": "X'),
      (text) => text.replace(/"position": (\d+)/u, (_, at: string) => `"position": ${Number(at) - 1}`),
      (text) => text.replace("2026-04-30", "2026-04-29"),
      (text) => text.replace(/"salt": "(.)/u, (_, digit) => `"salt": "${digit === "f" ? "0" : "f"}`),
      (text) => text.replace(/"recordedAt": \d/u, '"recordedAt": 2'),
      (text) => text.replace(/("path": \[\s+")(.)/u, (_, before, digit) => `${before}${digit === "/" ? "A" : "/"}`),
      (text) => text.replace(`\\n${first}\\n`, `\\n${first + 1}\\n`),
      (text) => text.replace('"plan": "sample"', '"plan": "other"'),
      (text) => text.replace("{", '{"more": 1,'),
      (text) => text.replace(/"sentence": "[^"]*"/u, '"sentence": "Kommunen flyttade inget."'),
      (text) => text.replace("bland de", "bland alla"),
      (text) => text.replace(/"recorded": "20/u, '"recorded": "19')
    ]
    for (const [at, change] of changes.entries()) {
      const text = readFileSync(out, "utf8")
      const other = join(own(), "other.json")
      writeFileSync(other, change(text))
      expect(change(text), String(at)).not.toBe(text)
      await refused(1, "verify", "--proof", other, "--against", report)
    }
  })

  it("proves an event by number, and that the log was only appended to", async () => {
    const { out } = await done("prove", `${total}`, "--db", db)
    expect(JSON.parse(out)).toMatchObject({ event: { position: total } })
    const file = join(own(), "grew.json")
    await done("prove", "--between", `${first}`, `${total}`, "--out", file, "--db", db)
    const proof = JSON.parse(readFileSync(file, "utf8"))
    expect(
      Schema.decodeUnknownSync(ConsistencyProof, { onExcessProperty: "error" })(proof).path.length
    ).toBeGreaterThan(3)
    expect((await done("verify", "--proof", file, "--against", report)).out).toContain(`den senare gäller ${total}`)
    writeFileSync(`${file}2`, JSON.stringify({ ...proof, path: proof.path.slice(1) }))
    expect(await refused(1, "verify", "--proof", `${file}2`)).toContain("is invalid")
    expect(await refused(1, "verify", "--proof", report)).toContain("is not a proof")
  })

  it("holds with a key only if the key signed the checkpoint that the proof leads to", async () => {
    const file = await copyOf()
    const [key, other, note, proof, tree] = ["a.pem", "b.pem", "note.txt", "proof.json", "tree.json"].map((name) =>
      join(dir, `signed-${name}`)
    ) as [string, string, string, string, string]
    writeFileSync(key, pemKey())
    writeFileSync(other, pemKey())
    await done("seal", "--key", key, "--out", note, "--db", file)
    const by = ((await fristJson("seal", "--key", key, "--db", file)) as SealView).key ?? ""
    const foreign = ((await fristJson("seal", "--key", other, "--db", await copyOf())) as SealView).key ?? ""
    await done("prove", "sdv", "--against", note, "--out", proof, "--db", file)
    expect((await done("verify", "--proof", proof, "--signed-by", by)).out).toContain("undertecknad av frist/sample")
    expect(await refused(1, "verify", "--proof", proof, "--signed-by", foreign)).toContain("No checkpoint is signed by")
    await refused(2, "verify", "--proof", proof, "--signed-by", "nobody")
    const forged = join(own(), "forged.json")
    const whole = JSON.parse(readFileSync(proof, "utf8"))
    const { checkpoint } = whole
    const wrong = `${checkpoint.slice(0, -8)}${checkpoint.at(-8) === "A" ? "B" : "A"}${checkpoint.slice(-7)}`
    writeFileSync(forged, JSON.stringify({ ...whole, checkpoint: wrong }))
    expect(await refused(1, "verify", "--proof", forged, "--signed-by", by)).toContain("not the key's")
    // A checkpoint without a signature proves nothing to the holder of a key; the signed note beside it does.
    await done("prove", "--between", `${first}`, `${total}`, "--out", tree, "--db", file)
    await refused(1, "verify", "--proof", tree, "--signed-by", by)
    await done("verify", "--proof", tree, "--signed-by", by, "--against", note)
    expect(await refused(1, "verify", "--proof", proof, "--signed-by", by, "--against", report)).toContain(
      "a different checkpoint"
    )
  })

  it("says nothing of another plan, nor of other numbers, than it proves", async () => {
    const file = join(own(), "tree.json")
    await done("prove", "--between", `${first}`, `${total}`, "--out", file, "--db", db, "--lang", "en")
    await done("verify", "--proof", file)
    const text = readFileSync(file, "utf8")
    for (const [from, to] of [
      [/plan sample/u, "plan other"],
      [`first ${first}`, "first 1"],
      [/"plan": "sample"/u, '"plan": "other"'],
      [/plan sample([^]*)"plan": "sample"/u, 'plan other$1"plan": "other"']
    ] as const) {
      writeFileSync(`${file}2`, text.replace(from, to))
      expect(await refused(1, "verify", "--proof", `${file}2`), String(from)).toContain("is invalid")
    }
  })

  it.each([
    [2, "BEYOND"],
    [2, ""],
    [2, "1 2"],
    [2, "--between 1"],
    [2, "--between 5 4"],
    [2, "--between 1 BEYOND"],
    [2, "--between a b"],
    [1, "no-such-activity"],
    [2, "200 --against REPORT"]
  ] as const)("frist prove ends with %i if there is nothing to prove: %s", async (exitCode, asked) => {
    const words =
      asked === ""
        ? []
        : asked.split(" ").map((word) => (word === "REPORT" ? report : word === "BEYOND" ? String(total + 1) : word))
    await refused(exitCode, "prove", ...words, "--db", db)
  })
})

describe("frist redact", () => {
  it("erases the words, keeps the evidence, and shows the decision", async () => {
    const file = await copyOf()
    const name = "Anna Andersson är sjuk hela våren"
    await done("note", "sdv", `${name}\nRegionen svarar i höst.`, "--on", "2024-07-01", "--db", file)
    await done("note", "sdv", `Som sagt: ${name}`, "--on", "2024-07-02", "--db", file)
    await done("seal", "--db", file)
    const proof = join(own(), "proof.json")
    await done("prove", `${total + 1}`, "--out", proof, "--db", file)
    await done("correct", `${total + 1}`, "--text", "[namn] är sjuk", "--reason", "Namn", "--db", file)
    // Read models, and their retired tables.
    await done("project", "--db", file)
    await done("rebuild", "--db", file)
    const has = ([at, bytes]: readonly [string, string]) =>
      at.includes("read") && Buffer.from(bytes, "base64").includes(name)
    expect([...contents(join(file, ".."))].some(has)).toBe(true)
    const said = await done("redact", `${total + 1}`, "--decision", "Dnr 2026/17", "--db", file)
    expect(said.out).toContain("Läsmodellerna är uppdaterade")
    expect(said.out).toContain(`Gallrat enligt Dnr 2026/17: texten i uppgift ${total + 1}.`)
    expect(said.out).toContain(`Samma text finns också i uppgift ${total + 2}; gallra även där`)
    await done("redact", `${total + 2}`, "--decision", "Dnr 2026/17", "--db", file)
    // Repeating it changes nothing.
    expect((await done("redact", `${total + 1}`, "--decision", "Dnr 2026/17", "--db", file)).out).toContain(
      "Så är det redan"
    )
    for (const [, bytes] of contents(join(file, ".."))) expect(Buffer.from(bytes, "base64").includes(name)).toBe(false)
    expect((await done("export", "--db", file)).out).not.toContain(name)
    const { out } = await done("verify", "--against", report, "--db", file)
    expect(out).toContain("Gallrat: innehållet i 2 uppgifter; beviset för dem står kvar.")
    const history = (await done("history", "sdv", "--format", "json", "--db", file)).out
    expect(history).toContain("Dnr 2026/17")
    expect(history).toContain("[namn] är sjuk")
    expect(history).not.toContain(name)
    // Its earlier proof is still valid, now without the words.
    await done("prove", `${total + 1}`, "--out", `${proof}2`, "--db", file)
    const erased = JSON.parse(readFileSync(`${proof}2`, "utf8"))
    const before = JSON.parse(readFileSync(proof, "utf8"))
    expect(erased.event).toMatchObject({
      content: null,
      salt: null,
      actor: before.event.actor,
      leaf: before.event.leaf
    })
    await done("verify", "--proof", `${proof}2`)
    await done("verify", "--proof", proof)
  })

  it("asks for --whole before a date or a row disappears, and counts both afterwards, also in reports", async () => {
    const file = await copyOf()
    const rows = async () => JSON.parse((await done("slips", "sdv", "--format", "json", "--db", file)).out).activities
    const [was] = await rows()
    const at = was.moves.at(-1).position
    const asked = await refused(1, "redact", String(at), "--decision", "Dnr 1", "--db", file)
    expect(asked).toContain("With --whole, its date disappears from board, slips, trend and report")
    await done("redact", String(at), "--decision", "Dnr 1", "--whole", "--db", file)
    const first = JSON.parse((await done("history", "sdv", "--format", "json", "--db", file)).out).entries[0].position
    await done("redact", String(first), "--decision", "Dnr 2", "--whole", "--db", file)
    const [now] = await rows()
    expect(now.tally.count).toBe(was.tally.count)
    expect(now.moves.at(-1)).toMatchObject({ position: at, removed: "Dnr 1" })
    expect(now.area).toBe(`[Dnr 2 #${first}]`)
    const sentence = "Två uppgifter har gallrats enligt Dnr 2 och Dnr 1 men räknas ändå."
    for (const format of ["html", "md", "csv", "json"]) {
      const { out } = await done("report", "--held-on", "2024-06-17", "--format", format, "--db", file)
      expect(out, format).toContain(sentence)
    }
    expect((await done("board", "--db", file)).out.replace(/\s+/gu, " ")).toContain(sentence)
  })

  it("says that a date stays when only the text of a move is removed, and cannot be removed later", async () => {
    const file = await copyOf()
    await done("move", "dokumentportal", "2027-01-01", "--reason", "Anna är sjuk", "--db", file)
    const at = `${total + 1}`
    expect((await done("redact", at, "--decision", "Dnr 1", "--db", file)).out).toContain(
      `Datum och värden i uppgift ${at} gallrades inte.`
    )
    expect(await refused(1, "redact", at, "--decision", "Dnr 1", "--whole", "--db", file)).toContain(
      "its date or value is recorded with the decision and cannot be removed later"
    )
    await done("note", "sdv", "Anna är borta", "--on", "2024-07-01", "--db", file)
    const note = await done("redact", `${total + 3}`, "--decision", "Dnr 2", "--db", file)
    expect(note.out).not.toContain("gallrades inte")
  })

  it("is refused without a decision, for a missing event, and for a decision", async () => {
    const file = await copyOf()
    await done("note", "sdv", "Ett namn", "--on", "2024-07-01", "--db", file)
    expect((await frist("redact", `${total + 1}`, "--db", file)).exitCode).toBe(2)
    await refused(2, "redact", `${total + 1}`, "--decision", " ", "--db", file)
    await refused(2, "redact", "x", "--decision", "Dnr 1", "--db", file)
    await refused(1, "redact", "1000", "--decision", "Dnr 1", "--db", file)
    expect((await verified("--db", file)).events).toBe(total + 1)
    await done("redact", `${total + 1}`, "--decision", "Dnr 1", "--db", file)
    expect(await refused(1, "redact", `${total + 2}`, "--decision", "Dnr 1", "--db", file)).toContain(
      "itself a redaction decision"
    )
    expect(await refused(1, "redact", `${total + 1}`, "--decision", "Dnr 2", "--db", file)).toContain(
      "another decision"
    )
    expect(existsSync(join(dir, "none.db"))).toBe(false)
  })
})
