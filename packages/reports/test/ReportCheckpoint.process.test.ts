/**
 * A report on paper carries the checkpoint of its log as a QR code.
 */
import { describe, expect, it } from "@effect/vitest"
import { decode } from "fast-png"
import { decodeQR } from "qr/decode.js"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { sample, sourceOf } from "./logs.ts"

const checkpoint = { origin: "frist/plan", size: 307, root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=" }
const text = `frist/plan\n307\n${checkpoint.root}\n`
const source = sourceOf(sample, "2024-06-17", "sv", { checkpoint })

describe.skipIf(isMissing)("a printed report", () => {
  const open = browserOf()
  it("has its checkpoint as a code that a camera reads, and the screen does not", { timeout: 60_000 }, async () => {
    await open(await html(source), { deviceScaleFactor: 4 }, async ({ page }) => {
      expect(await page.locator(".qr").isVisible()).toBe(false)
      await page.emulateMedia({ media: "print" })
      const { channels, data, height, width } = decode(await page.locator(".qr").screenshot())
      const pixels = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
        at % 4 === 3 ? 255 : Number(data[Math.floor(at / 4) * channels + (at % 4)])
      )
      expect(decodeQR({ width, height, data: pixels })).toBe(text)
    })
  })
})
