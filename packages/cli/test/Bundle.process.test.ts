/**
 * A bundle is verified by the command, and with a browser and nothing else: one changed byte is found, and a table or a
 * page that is not what the log gives, whatever the checksums say.
 */
import { describe, expect, it } from "@effect/vitest"
import { evidenceTexts } from "../src/texts/EvidenceTexts.ts"
import { createHash, generateKeyPairSync } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { Day } from "@frist/domain/Day"
import { Actor, BatchId, type PlanId, Position } from "@frist/domain/Names"
import { RecordedEvent, type RecordHeader } from "@frist/domain/RecordedEvent"
import { checkpointText, originOf } from "@frist/evidence/Checkpoint"
import { copiedEvent, endLine, eventLine, startLine } from "@frist/evidence/CopyFormat"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/MerkleTree"
import { zip } from "../../editions/test/zip.ts"
import { browserOf, isMissing } from "../../reports/test/chromium.ts"
import { archived, unarchived } from "@frist/evidence/bundle/BundleArchive"
import type { BundleFinding } from "@frist/evidence/bundle/BundleFinding"
import type { EarlierFile } from "@frist/evidence/bundle/BundleVerifier"
import { verifyPageScript } from "@frist/evidence/bundle/VerifyPageScript"
import { bundleSentence } from "@frist/evidence/texts/BundleSentence"
import { examineBundle } from "../src/evidence/BundleExamination.ts"
import { enEventKinds } from "../src/texts/en/enEventKinds.ts"
import { reportMaker } from "../src/Version.ts"
import { folder, frist, sample, second } from "./frist.ts"

const isLong = process.env["FRIST_LONG"] === "1"
const dir = folder()
let bundle: Buffer = Buffer.alloc(0)
let report: Buffer = Buffer.alloc(0)
let foreign: Buffer = Buffer.alloc(0)
let note: Buffer = Buffer.alloc(0)
let key = ""
let otherKey = ""

const privateKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" })
const keyOf = ({ out }: { readonly out: string }): string => String(JSON.parse(out).key)

const done = async (...words: ReadonlyArray<string>): Promise<void> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
}

/** The number of events of the first edition. */
let first = 0

beforeAll(async () => {
  const db = await sample(dir)
  first = Number(JSON.parse((await frist("verify", "--format", "json", "--db", db)).out).events)
  await done("report", "--held-on", "2023-12-15", "--out", join(dir, "old.html"), "--db", db)
  await done("seal", "--db", db)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
  await done("note", "sdv", "Anna Andersson är borta", "--on", "2024-07-01", "--db", db)
  const { out } = await frist("history", "sdv", "--format", "json", "--db", db)
  const position = String(JSON.parse(out).entries.at(-1).position)
  await done("redact", position, "--decision", "Dnr 2026/17", "--db", db)
  writeFileSync(join(dir, "key.pem"), privateKey())
  writeFileSync(join(dir, "other.pem"), privateKey())
  await done("seal", "--key", join(dir, "key.pem"), "--out", join(dir, "note.txt"), "--db", db)
  key = keyOf(await frist("seal", "--key", join(dir, "key.pem"), "--format", "json", "--db", db))
  await done("bundle", join(dir, "bundle.zip"), "--db", db)
  const other = await sample(dir)
  await done("report", "--held-on", "2023-12-15", "--out", join(dir, "other.html"), "--db", other)
  bundle = readFileSync(join(dir, "bundle.zip"))
  otherKey = keyOf(await frist("seal", "--key", join(dir, "other.pem"), "--format", "json", "--db", other))
  report = readFileSync(join(dir, "old.html"))
  note = readFileSync(join(dir, "note.txt"))
  foreign = readFileSync(join(dir, "other.html"))
}, 60_000)

/** The note with one letter of its signature changed. */
const forged = (): Buffer => {
  const text = note.toString("utf8")
  const at = text.length - 8
  return Buffer.from(`${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`)
}

const inWords = (findings: ReadonlyArray<BundleFinding>) =>
  findings.map((each) => bundleSentence(each, evidenceTexts.en, { count: (n) => `${n} events`, kinds: enEventKinds }))

/** Verifies a bundle and returns the findings as sentences. */
const verified = (bytes: Uint8Array, signer: string, earlier: ReadonlyArray<EarlierFile>) => {
  const { isExamined, isIntact, right, unverified, wrong } = examineBundle(bytes, earlier, signer, verifyPageScript)
  return { isIntact, isExamined, wrong: inWords(wrong), right: inWords(right), unverified: inWords(unverified) }
}

const judgedBy = (signer: string, ...earlier: ReadonlyArray<Uint8Array>) =>
  verified(
    bundle,
    signer,
    earlier.map((each, at) => ({ name: `${at}.txt`, bytes: each }))
  )

const judged = (bytes: Uint8Array, ...earlier: ReadonlyArray<Uint8Array>) =>
  verified(
    bytes,
    "",
    earlier.map((each, at) => ({ name: `${at}.html`, bytes: each }))
  )

/** Packs files with checksums that fit, as whoever alters a bundle does. */
const summed = (changes: Readonly<Record<string, string | null>>): Uint8Array => {
  const { SHA256SUMS: _, ...files } = unarchived(bundle) ?? {}
  const all: Record<string, Uint8Array> = { ...files }
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) delete all[name]
    else all[name] = Buffer.from(text)
  }
  const sums = Object.entries(all).map(
    ([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`
  )
  return archived({ ...all, SHA256SUMS: Buffer.from(sums.join("")) })
}
/** A bundle whose log and checksums fit, with an event that is no JSON. */
const unreadable = (plan: PlanId): Uint8Array => {
  const salt = new Uint8Array(32)
  const bytes = Buffer.from("{")
  const record: RecordHeader = {
    plan,
    position: Position.make(1),
    activity: null,
    type: "PlanOpened",
    effectiveOn: Day.make("2024-01-01"),
    recordedAt: 0,
    actor: Actor.make("x"),
    batch: BatchId.make("00000000-0000-4000-8000-000000000000"),
    provenance: "stated",
    source: null
  }
  const leaf = leafHash(record, contentDigest(salt, bytes))
  const event = copiedEvent({ record: RecordedEvent.of({ ...record, event: null }), bytes, salt, digest: null, leaf })
  const before = startLine({ plan, from: record.position }) + eventLine(event)
  const checkpoint = checkpointText({ origin: originOf(plan), ...treeHead(withLeaf(emptyTree, leaf)) })
  const end = endLine({ events: 1, checkpoint, sha256: createHash("sha256").update(before).digest("hex") })
  return summed({
    "log.ndjson": before + end,
    "checkpoint.txt": checkpoint,
    "checkpoints/1.txt": null,
    "checkpoints/2.txt": null
  })
}

const textIn = (name: string): string => Buffer.from(unarchived(bundle)?.[name] ?? []).toString("utf8")

describe("a bundle", () => {
  it("contains the log, its checkpoints, the tables, the sources and the page, without redacted content", () => {
    const files = unarchived(bundle) ?? {}
    expect(Object.keys(files)).toEqual([
      "verify.html",
      "log.ndjson",
      "checkpoint.txt",
      "checkpoints/1.txt",
      "checkpoints/2.txt",
      "command.txt",
      "board.csv",
      "completed.csv",
      "slips.csv",
      "events.csv",
      "sources.csv",
      "editions.csv",
      "SHA256SUMS"
    ])
    for (const bytes of Object.values(files))
      expect(Buffer.from(bytes).toString("utf8")).not.toContain("Anna Andersson")
    expect(Buffer.from(files["sources.csv"] ?? []).toString("utf8")).toContain("2024-06-17.csv")
  })

  it("is intact, on its own and against an earlier report", () => {
    expect(judged(bundle)).toMatchObject({ isIntact: true, isExamined: true, wrong: [] })
    const { isExamined, isIntact, right } = judged(bundle, report)
    expect([isIntact, isExamined]).toEqual([true, true])
    expect(right.join("\n")).toContain(
      "7 files, the tables (CSV) and the page verify.html, are those that the log gives"
    )
    expect(right.join("\n")).toContain(`The checkpoint in 0.html, at event ${first}, matches`)
  })

  it("fails against the report of another log, or a file without a checkpoint", () => {
    expect(judged(bundle, foreign).wrong.join("\n")).toContain(`has another root: something among events 1–${first}`)
    expect(judged(bundle, Buffer.from("a report")).isIntact).toBe(false)
  })

  it("verifies with the key that signed its checkpoints, and with no other", () => {
    expect(judgedBy("").unverified).toContain("No key was given: no signature is verified.")
    expect(judgedBy(key, note).unverified.join("\n")).toContain("The text of the earlier report was not examined")
    const { isIntact, right } = judgedBy(key)
    expect(isIntact).toBe(true)
    expect(right.join("\n")).toMatch(/The checkpoint kept at event \d+ is signed by frist\/sample\./u)
    expect(judgedBy(otherKey)).toMatchObject({
      isIntact: false,
      wrong: [expect.stringMatching(/^No checkpoint is signed by/u)]
    })
    expect(judgedBy("nobody")).toMatchObject({ isIntact: false, wrong: [expect.stringMatching(/is not a key/u)] })
  })

  it("fails against a note whose signature by the key is forged", () => {
    expect(judgedBy(key, note).isIntact).toBe(true)
    expect(judgedBy(key, forged()).wrong).toEqual([
      expect.stringMatching(/^The checkpoint in 0\.txt, at event \d+, has a signature that is not the key's/u)
    ])
    expect(judgedBy("", forged()).isIntact).toBe(true)
  })

  it("is intact when it is zipped again, also in a folder", () => {
    const files = unarchived(bundle) ?? {}
    const again = zip(
      Object.entries(files)
        .toReversed()
        .map(([name, content]) => ({ name, content }))
    )
    expect(judged(again)).toMatchObject({ isIntact: true, isExamined: true, wrong: [] })
    const inFolder = Object.entries(files).map(([name, content]) => ({ name: `revision/${name}`, content }))
    expect(judged(zip([{ name: "revision/", content: "" }, ...inFolder]))).toMatchObject({ isIntact: true, wrong: [] })
    const twice = [...Object.entries(files), ["log.ndjson", files["log.ndjson"] ?? new Uint8Array()] as const]
    expect(judged(zip(twice.map(([name, content]) => ({ name, content })))).isIntact).toBe(false)
    expect(judged(bundle.subarray(0, -1)).isIntact).toBe(false)
  })

  it("fails with any one byte of a file changed, at places all over it", { timeout: 60_000 }, () => {
    const files = unarchived(bundle) ?? {}
    const places = isLong ? 40 : 4
    for (const [name, content] of Object.entries(files)) {
      for (let nth = 0; nth < places; nth += 1) {
        const at = Math.floor((nth * content.length) / places)
        const other = content.with(at, (content[at] ?? 0) ^ 1)
        expect(judged(archived({ ...files, [name]: other })).isIntact, `${name}, byte ${at}`).toBe(false)
      }
    }
  })

  it("fails with a false file although its checksums fit", () => {
    expect(judged(summed({}))).toMatchObject({ isIntact: true, isExamined: true, wrong: [] })
    const [point, kept] = [textIn("checkpoint.txt"), textIn("checkpoints/1.txt")]
    const fake = point.replace(/[^\n]{44}\n$/u, `${"A".repeat(43)}=\n`)
    for (const [name, changes] of [
      ["checkpoint.txt", { "checkpoint.txt": fake }],
      ["checkpoint.txt", { "checkpoint.txt": kept }],
      ["checkpoint.txt", { "checkpoint.txt": null }],
      ["checkpoints/1.txt", { "checkpoints/1.txt": null }],
      ["checkpoints/1.txt", { "checkpoints/1.txt": fake }],
      ["checkpoints/3.txt", { "checkpoints/3.txt": kept }],
      ["board.csv", { "board.csv": null }],
      ["verify.html", { "verify.html": null }],
      ["more.txt", { "more.txt": "x" }],
      ["checkpoints/evil.html", { "checkpoints/evil.html": "<p>" }]
    ] as const) {
      expect(judged(summed(changes)).wrong.join("\n"), name).toContain(`The file ${name} was changed`)
    }
  })

  it.each(["board.csv", "completed.csv", "slips.csv", "events.csv", "sources.csv", "editions.csv"])(
    "fails with another word in %s although its checksums fit, and says where",
    (name) => {
      const cells = textIn(name).split('"')
      const [word = ""] = cells.filter((cell) => /[A-Za-zåäö]{3}/u.test(cell)).slice(-1)
      const at = textIn(name).lastIndexOf(word)
      const other = `${textIn(name).slice(0, at)}Xyz${textIn(name).slice(at + 3)}`
      const { isIntact, right, wrong } = judged(summed({ [name]: other }))
      expect({ isIntact, right: right.join("\n").includes("are those that the log gives") }).toEqual({
        isIntact: false,
        right: false
      })
      expect(wrong).toEqual([expect.stringMatching(`^The text of ${name} differs from the log: after “.*“.*Xyz.*”`)])
      const emptied = judged(summed({ [name]: textIn(name).slice(0, 200) }))
      expect(emptied.wrong.join("\n")).toContain(`The text of ${name} differs from the log`)
      const spaced = judged(summed({ [name]: `${textIn(name)}\r\n` }))
      expect(spaced.wrong).toEqual([expect.stringContaining(`The file ${name} differs from the log`)])
    }
  )

  it("fails with another page although its checksums fit", () => {
    const page = textIn("verify.html")
    for (const other of [page.replace("<script>", "<script>/**/"), page.replace("</main>", "</main><img>")]) {
      expect(judged(summed({ "verify.html": other })).wrong.join("\n")).toContain(
        "The file verify.html differs from the log"
      )
    }
  })

  it("is not examined whole when another version made it, or when it does not say how it was made", () => {
    const command = textIn("command.txt")
    expect(command).toMatch(/^frist \S+\nfrist bundle --plan sample --as-of \S+ --today \S+ --lang sv sample\.zip\n$/u)
    for (const [text, why] of [
      [command.replace(reportMaker, "frist 0.0.9"), "another version made the bundle (frist 0.0.9)"],
      [command.replace("--lang sv", "--lang no"), "the bundle does not say how they were made"],
      [null, "the bundle does not say how they were made"]
    ] as const) {
      const { isExamined, isIntact, right, unverified } = judged(
        summed({ "command.txt": text, "board.csv": "Allt är klart" })
      )
      expect({ isIntact, isExamined }, why).toEqual({ isIntact: true, isExamined: false })
      expect(unverified.join("\n")).toContain(`were not examined, since ${why}`)
      expect(right.join("\n")).not.toContain("are those that the log gives")
    }
    // The same log gives other tables on another day.
    const later = judged(
      summed({ "command.txt": command.replace(/--as-of \S+ --today \S+/u, "--as-of 2023-12-16 --today 2023-12-16") })
    )
    expect(later.wrong.join("\n")).toContain("The text of board.csv differs from the log")
  })

  it("with events that nobody can read is not examined whole", () => {
    const { plan } = JSON.parse(textIn("log.ndjson").split("\n")[0] ?? "")
    const files = unreadable(plan)
    const { isExamined, isIntact, unverified } = judged(files)
    expect({ isIntact, isExamined }).toEqual({ isIntact: true, isExamined: false })
    expect(unverified.join("\n")).toContain("the log has events that Frist cannot read")
  })

  it("names a changed event by its kind and activity, as frist verify does", () => {
    const log = textIn("log.ndjson")
    const moved = log.split("\n").find((line) => line.includes('"type":"StatusChanged"')) ?? ""
    const { activity, position } = JSON.parse(moved)
    const other = judged(
      summed({ "log.ndjson": log.replace(moved, moved.replace(/"actor":"[^"]*"/u, '"actor":"Någon"')) })
    )
    expect(other.wrong.join("\n")).toContain(
      `Event ${position} (Status changed, ${activity}): the event does not match`
    )
  })

  it("fails with a false kept checkpoint in its log, although everything else fits", () => {
    const [point] = [textIn("checkpoint.txt")]
    const fake = `frist/sample\n12\n${"A".repeat(43)}=\n`
    const lines = textIn("log.ndjson").trimEnd().split("\n")
    const end = JSON.parse(lines.at(-1) ?? "")
    const before = `${[...lines.slice(0, -1), JSON.stringify({ note: fake })].join("\n")}\n`
    const sha256 = createHash("sha256").update(before).digest("hex")
    const log = `${before}${JSON.stringify({ ...end, sha256 })}\n`
    expect(point).toContain("frist/sample")
    const wrong = judged(summed({ "log.ndjson": log, "checkpoints/3.txt": fake })).wrong.join("\n")
    expect(wrong).toContain("The checkpoint kept at event 12 has another root")
    expect(judged(summed({ "log.ndjson": log })).isIntact).toBe(false)
  })

  it("repacked after a change fails by its log, its sums and its list of files", () => {
    const files = unarchived(bundle) ?? {}
    const text = Buffer.from(files["log.ndjson"] ?? []).toString("utf8")
    const other = archived({ ...files, "log.ndjson": Buffer.from(text.replace('"position":20,', '"position":21,')) })
    expect(judged(other).wrong.join("\n")).toContain("Event 20: the event is missing")
    const altered = archived({ ...files, "board.csv": Buffer.from("x") })
    expect(judged(altered).wrong).toEqual(["The file board.csv was changed, is missing or does not belong there."])
    const more = archived({ ...files, "more.txt": Buffer.from("x") })
    expect(judged(more).wrong).toEqual(["The file more.txt was changed, is missing or does not belong there."])
  })
})

const packed = (name: string, changes: Readonly<Record<string, string | null>>): string => {
  const file = join(dir, name)
  writeFileSync(file, summed(changes))
  return file
}
const verify = (file: string, ...words: ReadonlyArray<string>) =>
  frist("verify", "--bundle", file, "--lang", "en", ...words)

describe("frist verify --bundle", () => {
  it("makes tables, page and given reports again from the log in the bundle, without a database", async () => {
    const ended = await verify(join(dir, "bundle.zip"), "--against", join(dir, "old.html"), "--signed-by", key)
    expect(ended).toMatchObject({ exitCode: 0, err: "" })
    expect(ended.out).toContain("are those that the log gives: they were made again with frist bundle --plan sample")
    expect(ended.out).toContain("The text of old.html equals the log")
    expect(ended.out).not.toContain("not examined")
    const { out } = await verify(join(dir, "bundle.zip"), "--format", "json")
    expect(JSON.parse(out)).toMatchObject({ view: "frist/bundle-verified", holds: true, isExamined: true, wrong: [] })
  })

  it("ends with 1 for an altered table, page, report or key, and says where", async () => {
    const table = await verify(packed("table.zip", { "slips.csv": textIn("slips.csv").replace("SDV", "VDS") }))
    expect(table).toMatchObject({ exitCode: 1, err: expect.stringContaining("table.zip fails verification") })
    expect(table.out).toContain("The text of slips.csv differs from the log")
    expect((await verify(packed("page.zip", { "verify.html": "<p>" }))).exitCode).toBe(1)
    writeFileSync(join(dir, "doctored.html"), report.toString("utf8").replaceAll("SDV", "VDS"))
    const doctored = await verify(join(dir, "bundle.zip"), "--against", join(dir, "doctored.html"))
    expect(doctored).toMatchObject({ exitCode: 1, err: expect.stringContaining("does not say what the log says") })
    expect((await verify(join(dir, "bundle.zip"), "--signed-by", otherKey)).exitCode).toBe(1)
    expect((await verify(join(dir, "bundle.zip"), "--against", join(dir, "other.html"))).exitCode).toBe(1)
    expect((await verify(join(dir, "old.html"))).exitCode).toBe(1)
  })

  it("ends with 4 where another version made the tables, and refuses another plan and a proof beside it", async () => {
    const other = await verify(packed("older.zip", { "command.txt": null, "board.csv": "x" }))
    expect(other).toMatchObject({ exitCode: 4, err: expect.stringContaining("not everything in it was examined") })
    expect((await verify(join(dir, "bundle.zip"), "--plan", "other")).exitCode).toBe(2)
    expect((await verify(join(dir, "bundle.zip"), "--proof", join(dir, "note.txt"))).exitCode).toBe(2)
  })
})

describe.skipIf(isMissing)("the page of a bundle, from disk and without a network", () => {
  const open = browserOf()
  type Verdict = (bytes: Buffer, earlier?: ReadonlyArray<Buffer>, signer?: string) => Promise<readonly [string, string]>
  /** Opens the page once, and gives it one bundle after the other. */
  const onPage = (use: (verdict: Verdict) => Promise<void>) =>
    open(unarchived(bundle)?.["verify.html"] ?? new Uint8Array(), { offline: true }, async ({ page, wrongs }) => {
      await use(async (bytes, earlier = [], signer = "") => {
        // Without a bundle, the other fields start no verification.
        await page.setInputFiles("#bundle", [])
        await page.setInputFiles(
          "#earlier",
          earlier.map((buffer, at) => ({ name: `${at}.html`, mimeType: "text/html", buffer }))
        )
        await page.fill("#key", signer)
        await page.locator("#key").blur()
        await page.evaluate(`delete document.querySelector("#verdict").dataset.verdict`)
        await page.setInputFiles("#bundle", { name: "bundle.zip", mimeType: "application/zip", buffer: bytes })
        const element = page.locator("#verdict[data-verdict]")
        await element.waitFor()
        const colour = await page.evaluate<string>(
          `getComputedStyle(document.querySelector("#verdict")).backgroundColor`
        )
        return [`${await element.getAttribute("data-verdict")} ${colour}`, await page.locator("#found").innerText()]
      })
      expect(wrongs).toEqual([])
    })
  const green = "good rgb(223, 243, 227)"
  const red = "bad rgb(251, 220, 220)"
  const amber = "part rgb(253, 240, 205)"

  it("turns red with an altered table or page, and says where, although the checksums fit", { timeout: 120_000 }, () =>
    onPage(async (verdict) => {
      expect((await verdict(Buffer.from(summed({}))))[0]).toBe(green)
      const [colour, words] = await verdict(
        Buffer.from(summed({ "slips.csv": textIn("slips.csv").replace("SDV", "VDS") }))
      )
      expect(colour).toBe(red)
      expect(words).toContain("Texten i slips.csv är inte den som loggen ger")
      for (const name of ["board.csv", "completed.csv", "slips.csv", "events.csv", "sources.csv", "editions.csv"]) {
        expect((await verdict(Buffer.from(summed({ [name]: `${textIn(name)} ` }))))[0], name).toBe(red)
      }
      const page = textIn("verify.html").replace("<script>", "<script>/**/")
      expect((await verdict(Buffer.from(summed({ "verify.html": page }))))[0]).toBe(red)
      const point = textIn("checkpoint.txt").replace(/[^\n]{44}\n$/u, `${"A".repeat(43)}=\n`)
      expect((await verdict(Buffer.from(summed({ "checkpoint.txt": point }))))[0]).toBe(red)
      expect((await verdict(Buffer.from(summed({ "more.txt": "x" }))))[0]).toBe(red)
    })
  )

  it(
    "is not green for a bundle that another version made, and names what it did not examine",
    { timeout: 60_000 },
    () =>
      onPage(async (verdict) => {
        const command = textIn("command.txt").replace(reportMaker, "frist 0.0.9")
        const [colour, words] = await verdict(Buffer.from(summed({ "command.txt": command, "board.csv": "x" })))
        expect(colour).toBe(amber)
        expect(words).toContain(
          "Tabellerna (CSV) och sidan verify.html är inte prövade, för en annan version gjorde paketet (frist 0.0.9)"
        )
        expect((await verdict(Buffer.from(summed({ "command.txt": null, "board.csv": "x" }))))[0]).toBe(amber)
      })
  )

  it("turns green", { timeout: 60_000 }, () =>
    onPage(async (verdict) => {
      const [colour, words] = await verdict(bundle, [report])
      expect(colour).toBe(green)
      expect(words).toContain(`Kontrollpunkten i 0.html, vid uppgift ${first}, håller`)
      expect((await verdict(bundle))[0]).toBe(green)
    })
  )

  it("verifies signatures with a key, and turns red with another", { timeout: 60_000 }, () =>
    onPage(async (verdict) => {
      const [colour, words] = await verdict(bundle, [], ` ${key} `)
      expect(colour).toBe(green)
      expect(words).toContain("är undertecknad av frist/sample")
      expect((await verdict(bundle, [note], key))[0]).toBe(green)
      expect((await verdict(bundle, [], otherKey))[0]).toBe(red)
      const [forgedColour, forgedWords] = await verdict(bundle, [forged()], key)
      expect(forgedColour).toBe(red)
      expect(forgedWords).toContain("har en underskrift som inte är nyckelns")
    })
  )

  it("turns red with one byte changed, and against another report", { timeout: 120_000 }, () =>
    onPage(async (verdict) => {
      const files = unarchived(bundle) ?? {}
      for (const [name, content] of Object.entries(files)) {
        const other = content.with(content.length >> 1, (content[content.length >> 1] ?? 0) ^ 1)
        expect((await verdict(Buffer.from(archived({ ...files, [name]: other }))))[0], name).toBe(red)
      }
      const [colour, words] = await verdict(bundle, [foreign])
      expect(colour).toBe(red)
      expect(words).toContain(`har en annan rot: något bland uppgifterna 1–${first} är ändrat sedan dess`)
    })
  )
})
