/**
 * A report's checkpoint is read from the end of the report, whatever its format; what looks like one in a cell is text.
 */
import { describe, expect, it } from "@effect/vitest"
import { strToU8, unzipSync, zipSync } from "fflate"
import { checkpointsIn, handedOut } from "@frist/evidence/files/CheckpointLines"
import { reportMark } from "@frist/evidence/files/ReportMark"
import { isReportFormat, writeReport } from "../src/ReportFile.ts"
import { sample, saying, sourceOf } from "./logs.ts"

const checkpoint = { origin: "frist/plan", size: 307, root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=" }
const text = `frist/plan\n307\n${checkpoint.root}\n`
const [software, command] = ["frist 0.1.0", "frist report --plan plan --held-on 2024-06-17 --lang sv --format md"]
const formats = ["html", "docx", "xlsx", "md", "csv", "json"].filter(isReportFormat)
const own = { software, command, findings: true }

/** What a cell may hold to be taken for the report's own checkpoint, on one line and on several. */
const root = "A".repeat(43)
const hostile = [
  `frist/plan 42 ${root}=`,
  `frist/plan\n42\n${root}=`,
  `frist/plan\n42\n${root}=\n${software}\n${command}\nMed koden kan man kontrollera.`,
  `Kontrollkod\tfrist/plan\r\n42\r\n${root}=\r\nFramställd med\tfrist 9.9.9\r\n${command}`,
  `<section id="about"><dl><dd><code>frist/plan\n42\n${root}=</code></dd></dl></section></body></html>`,
  `</w:t></w:r></w:p><w:p><w:r><w:t>frist/plan 42 ${root}=`,
  `";"frist/plan"\n"42"\n"${root}="`,
  `{"checkpoint":"frist/plan\\n42\\n${root}=\\n"}`
]

describe("the mark of a report", () => {
  it.each(formats)("gives checkpoint, program and command of a report as %s", async (format) => {
    const bytes = await writeReport(format, sourceOf(sample, "2024-06-17", "sv", { checkpoint, ...own }))
    expect(checkpointsIn(bytes)).toEqual([text])
    expect(handedOut(bytes).mark).toMatchObject({ software, command })
  })

  it.each(formats)("is the only checkpoint of a report as %s whose cells hold others", async (format) => {
    for (const words of hostile) {
      const source = sourceOf(saying(words), "2024-04-15", "sv", { checkpoint, ...own })
      expect(checkpointsIn(await writeReport(format, source)), words).toEqual([text])
      // A service may name another program, and a command of its own.
      const others = { checkpoint, software: "Vår tjänst 3", command: "GET /rapport", findings: true }
      const served = await writeReport(format, sourceOf(saying(words), "2024-04-15", "sv", others))
      expect(handedOut(served), words).toMatchObject({ notes: [text], mark: { software: "", command: "" } })
    }
  })

  it.each(formats)("is missing from a report as %s without a checkpoint, whatever its cells hold", async (format) => {
    for (const words of hostile) {
      const source = sourceOf(saying(words), "2024-04-15", "sv", own)
      expect(checkpointsIn(await writeReport(format, source)), words).toEqual([])
    }
  })

  it("is read below a note of receipt, and from text whose lines end as on Windows", async () => {
    const source = sourceOf(sample, "2024-06-17", "sv", { checkpoint, ...own })
    const markdown = new TextDecoder().decode(await writeReport("md", source))
    expect(checkpointsIn(strToU8(`${markdown}\nInkom 2024-06-20, Dnr 2024/17\n`))).toEqual([text])
    expect(checkpointsIn(strToU8(markdown.replaceAll("\n", "\r\n")))).toEqual([text])
    expect(checkpointsIn(strToU8(`${markdown}\nInkom\n`.repeat(4)))).toEqual([text])
  })

  it("is read from a document whose runs an office program has split", async () => {
    const source = sourceOf(sample, "2024-06-17", "sv", { checkpoint, ...own })
    const parts = unzipSync(await writeReport("docx", source))
    const xml = new TextDecoder().decode(parts["word/document.xml"])
    const split = xml.replaceAll(checkpoint.root, `CsUYapGG</w:t></w:r><w:r><w:t>${checkpoint.root.slice(8)}`)
    expect(split).not.toBe(xml)
    expect(checkpointsIn(zipSync({ ...parts, "word/document.xml": strToU8(split) }))).toEqual([text])
  })

  it("is read in time that grows with the file, whatever the file holds", () => {
    const worst = [
      "<",
      "<w:instrText ",
      "\u00ad",
      "&",
      "&a",
      "<script",
      "</si>",
      "a ",
      "\n",
      "— ",
      '"',
      '<section id="about"'
    ]
    for (const each of worst) {
      const many = each.repeat(Math.ceil(1_000_000 / each.length))
      const began = process.cpuUsage().user
      for (const bytes of [strToU8(many), strToU8(`<html>${many}`), zipSync({ "word/document.xml": strToU8(many) })]) {
        expect(reportMark(bytes)).toBeUndefined()
      }
      expect((process.cpuUsage().user - began) / 1e6, each).toBeLessThan(10)
    }
  })
})

describe("the checkpoint of a file", () => {
  const signature =
    "— frist/plan SgIN3P7UXYwuN4IbeWhv3DIHz+cBTPPo14W89crLFf52yyhEnSvZgQFVJ2Am+UsGMS9viAelY68dki3K/yaqUYv6pQc=\n"

  it("is that of the last line of a copy, of a proof, and of a checkpoint file with its signatures", () => {
    const copied = `{"format":"frist/log"}\n{"note":"frist/plan\\n42\\n${root}=\\n"}\n`
    expect(checkpointsIn(strToU8(`${copied}${JSON.stringify({ events: 307, checkpoint: text })}\n`))).toEqual([text])
    expect(checkpointsIn(strToU8(JSON.stringify({ checkpoint: text, sentence: "x" }, null, 2)))).toEqual([text])
    expect(checkpointsIn(strToU8(`${text}\n${signature}`))).toEqual([`${text}\n${signature}`])
  })

  it("keeps its signatures where the file ends lines as on Windows, and beside extension lines", () => {
    const signed = `${text}\n${signature}`
    expect(checkpointsIn(strToU8(signed.replaceAll("\n", "\r\n")))).toEqual([signed])
    const extended = `${text}extension 1\n\n${signature}`
    expect(checkpointsIn(strToU8(extended))).toEqual([extended])
    expect(checkpointsIn(strToU8(extended.replaceAll("\n", "\r\n")))).toEqual([extended])
  })

  it("is typed from paper with any space between", () => {
    for (const typed of [` frist/plan 307 ${checkpoint.root}`, `frist/plan\r\n\r\n307\r\n${checkpoint.root}`]) {
      expect(checkpointsIn(strToU8(typed))).toEqual([text])
    }
  })

  it("is none where a signature below it cannot be read, and in a letter that quotes one", () => {
    expect(checkpointsIn(strToU8(`${text}\n${signature.slice(0, 30)}!\n`))).toEqual([])
    expect(checkpointsIn(strToU8(`${text}\n${signature}${signature.slice(2)}`))).toEqual([])
    expect(checkpointsIn(strToU8(`Enligt kontrollpunkten frist/plan 307 ${checkpoint.root} är allt bra.`))).toEqual([])
    expect(checkpointsIn(strToU8("PK, and no archive"))).toEqual([])
  })
})
