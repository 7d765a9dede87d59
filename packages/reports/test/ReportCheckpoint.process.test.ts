/**
 * A report carries the checkpoint of its log: as text in the file, where it is found again whatever the format, and on
 * paper as a QR code.
 */
import { describe, expect, it } from "@effect/vitest"
import { decode } from "fast-png"
import { decodeQR } from "qr/decode.js"
import { checkpointsIn } from "@frist/evidence/CheckpointLines"
import { write as docx } from "../src/writers/docx/DocxReport.ts"
import { write as xlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { write as csv } from "../src/writers/text/CsvReport.ts"
import { write as json } from "../src/writers/text/JsonReport.ts"
import { write as markdown } from "../src/writers/text/MarkdownReport.ts"
import { zip } from "../../editions/test/zip.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { sample, sourceOf } from "./logs.ts"

const checkpoint = { origin: "frist/plan", size: 307, root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=" }
const text = `frist/plan\n307\n${checkpoint.root}\n`
const source = sourceOf(sample, "2024-06-17", "sv", { checkpoint })
const encoder = new TextEncoder()

const word = (body: string, name = "word/document.xml") =>
  zip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name, content: `<w:document><w:body>${body}</w:body></w:document>` }
  ])

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

describe("the checkpoint of a report", () => {
  it.each([
    ["HTML", html],
    ["Markdown", markdown],
    ["JSON", json],
    ["DOCX", docx],
    ["XLSX", xlsx]
  ] as const)("is found in a report as %s", async (_, write) => {
    expect(checkpointsIn(await write(source))).toEqual([text])
  })

  it("is in no report that was made without one", async () => {
    const without = sourceOf(sample, "2024-06-17", "sv")
    for (const write of [html, markdown, json, csv]) expect(checkpointsIn(await write(without))).toEqual([])
  })

  it("is found in a Word document, however its runs and paragraphs split it", () => {
    const root = `${run(checkpoint.root.slice(0, 10))}${run(checkpoint.root.slice(10))}`
    for (const body of [
      `<w:p>${run("frist/plan")}<w:r><w:br/></w:r>${run("307")}<w:r><w:br/></w:r>${root}</w:p>`,
      `<w:p>${run("frist/plan")}</w:p><w:p>${run("307")}</w:p><w:p>${root}</w:p>`,
      `<w:p>${run("Kontrollpunkt: frist/plan 307 ")}${root}</w:p>`
    ]) {
      expect(checkpointsIn(word(body))).toEqual([text])
      expect(checkpointsIn(word(body, "word/footer1.xml"))).toEqual([text])
      expect(checkpointsIn(word(body, "word/media/a.txt"))).toEqual([])
    }
    expect(checkpointsIn(encoder.encode("PK, and no archive"))).toEqual([])
  })

  it("is found in an export, and in a checkpoint file with its signatures", () => {
    expect(checkpointsIn(encoder.encode(JSON.stringify({ events: 307, checkpoint: text })))).toEqual([text])
    const signed = `${text}\n— frist/plan SgIN3P7UXYwuN4IbeWhv3DIHz+cBTPPo14W89crLFf52yyhEnSvZgQFVJ2Am+UsGMS9viAelY68dki3K/yaqUYv6pQc=\n`
    expect(checkpointsIn(encoder.encode(signed))).toEqual([signed])
  })
})

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
