/**
 * A bundle is verified by the command: one changed byte is found, and a table or a page that is not what the log gives,
 * whatever the checksums say.
 */
import { describe, expect, it } from "@effect/vitest"
import { evidenceTexts } from "../src/texts/EvidenceTexts.ts"
import { createHash } from "node:crypto"

import { beforeAll } from "vitest"

import { zip } from "../../editions/test/zip.ts"

import { archived, unarchived } from "@frist/evidence/bundle/BundleArchive"
import type { BundleFinding } from "@frist/evidence/bundle/BundleFinding"
import type { EarlierFile } from "@frist/evidence/bundle/BundleVerifier"
import { verifyPageScript } from "@frist/evidence/bundle/VerifyPageScript"
import { bundleSentence } from "@frist/evidence/texts/BundleSentence"
import { examineBundle } from "../src/evidence/BundleExamination.ts"
import { enEventKinds } from "../src/texts/en/enEventKinds.ts"
import { reportMaker } from "../src/Version.ts"
import { folder } from "./frist.ts"

import {
  bundle,
  first,
  foreign,
  forged,
  key,
  makeBundles,
  note,
  otherKey,
  report,
  summed,
  textIn,
  unreadable
} from "./bundles.ts"

const isLong = process.env["FRIST_LONG"] === "1"
const dir = folder()
beforeAll(() => makeBundles(dir), 60_000)

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
      expect.stringMatching(/^The checkpoint in 0\.txt, at event \d+, has a signature that the key did not make/u)
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

  it("without some events of its log names those", () => {
    const lines = textIn("log.ndjson").split("\n")
    const middle = judged(summed({ "log.ndjson": lines.toSpliced(20, 5).join("\n") })).wrong.join("\n")
    expect(middle).toContain("Events 20–24 are missing.\nThe checkpoint kept at event")
    expect(middle).toMatch(/kept at event \d+ covers events that the log does not have: events 20–24 missing\./u)
    const notes = lines.findIndex((line) => line.startsWith('{"edition"') || line.startsWith('{"note"'))
    const tail = judged(summed({ "log.ndjson": lines.toSpliced(notes - 3, 3).join("\n") })).wrong.join("\n")
    expect(tail).toContain(`Events ${notes - 3}–${notes - 1} are missing.`)
  })

  it("repacked after a change fails by its log, its sums and its list of files", () => {
    const files = unarchived(bundle) ?? {}
    const text = Buffer.from(files["log.ndjson"] ?? []).toString("utf8")
    const other = archived({ ...files, "log.ndjson": Buffer.from(text.replace('"position":20,', '"position":21,')) })
    expect(judged(other).wrong.join("\n")).toContain("Event 20 is missing.\nEvent 21 is out of place.")
    const altered = archived({ ...files, "board.csv": Buffer.from("x") })
    expect(judged(altered).wrong).toEqual(["The file board.csv was changed, is missing or does not belong there."])
    const more = archived({ ...files, "more.txt": Buffer.from("x") })
    expect(judged(more).wrong).toEqual(["The file more.txt was changed, is missing or does not belong there."])
  })
})
