/**
 * The LibreOffice that is installed. Where there is none, the tests that need it are skipped and one line says what to install.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll } from "vitest"

const folders = ["/usr/bin", "/usr/local/bin", "/Applications/LibreOffice.app/Contents/MacOS"]
const found = [
  process.env["FRIST_SOFFICE"] ?? "",
  ...[...folders, ...(process.env["PATH"] ?? "").split(delimiter)].map((folder) => join(folder, "soffice"))
].find((path) => path !== "" && existsSync(path))

export const isMissing = found === undefined
if (isMissing) {
  process.stderr.write("Skipped, no LibreOffice: apt-get install libreoffice, or name its soffice in FRIST_SOFFICE.\n")
}

const pdfBy = (options: Readonly<Record<string, { readonly type: string; readonly value: string }>>): string =>
  `pdf:writer_pdf_Export:${JSON.stringify(options)}`
const isTagged = { UseTaggedPDF: { type: "boolean", value: "true" } }

/** The format of a PDF that says what is a table. */
export const pdfTagged = pdfBy(isTagged)
/** The format of PDF/A-2 and PDF/UA, as the page on reports names it. */
export const pdfArchived = pdfBy({
  PDFUACompliance: { type: "boolean", value: "true" },
  SelectPdfVersion: { type: "long", value: "2" }
})

/** Returns what converts a file with LibreOffice; null where LibreOffice could not open it. */
export const converterOf = () => {
  const folder = mkdtempSync(join(tmpdir(), "frist-office-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name: string, bytes: Uint8Array, format: string): Uint8Array | null => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`
    spawnSync(found ?? "", [profile, "--headless", "--convert-to", format, "--outdir", folder, file], {
      timeout: 120_000
    })
    const made = file.replace(/\.\w+$/u, `.${format.split(":", 1)[0]}`)
    return existsSync(made) ? readFileSync(made) : null
  }
}
