/**
 * A bundle is verified by its page, with a browser and nothing else.
 */
import { describe, expect, it } from "@effect/vitest"

import { beforeAll } from "vitest"

import { browserOf, isMissing } from "../../reports/test/chromium.ts"
import { archived, unarchived } from "@frist/evidence/bundle/BundleArchive"

import { reportMaker } from "../src/Version.ts"
import { folder } from "./frist.ts"

import { bundle, first, foreign, forged, key, makeBundles, note, otherKey, report, summed, textIn } from "./bundles.ts"

const dir = folder()
beforeAll(() => makeBundles(dir), 60_000)

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
      expect(words).toContain(`Kontrollkoden i 0.html, vid uppgift ${first}, stämmer`)
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
      expect(forgedWords).toContain("har en underskrift som inte är gjord med nyckeln")
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
      expect(words).toContain(`har en annan rot: något bland uppgifterna 1–${first} har ändrats sedan dess`)
    })
  )
})
