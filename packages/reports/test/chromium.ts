/**
 * The Chromium that is installed, driven without a window. Where there is none, the tests that need it are skipped and
 * one line says what to install.
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll } from "vitest"

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
const usual = [
  "/usr/bin",
  "/usr/local/bin",
  "/snap/bin",
  ...(process.env["PATH"] ?? "").split(delimiter),
  "/Applications/Google Chrome.app/Contents/MacOS",
  "/Applications/Chromium.app/Contents/MacOS"
]

/** `FRIST_CHROMIUM` first, then the usual places. */
const found = [
  process.env["FRIST_CHROMIUM"] ?? "",
  ...usual.flatMap((folder) => [...names, "Google Chrome", "Chromium"].map((name) => join(folder, name)))
].find((path) => path !== "" && existsSync(path))

export const isMissing = found === undefined
if (isMissing) {
  process.stderr.write("Skipped, no Chromium: apt-get install chromium, or name one in FRIST_CHROMIUM.\n")
}

/** An open report, and what went wrong in it: errors, requests, violations of its policy. */
export interface Opened {
  readonly page: Page
  readonly wrongs: ReadonlyArray<string>
}

/** Starts one browser for a file of tests, and returns what opens a report in it, or a page of a server. */
export const browserOf = () => {
  let browser: Browser | undefined
  const folder = mkdtempSync(join(tmpdir(), "frist-page-"))
  beforeAll(async () => {
    if (isMissing) return
    if (found === undefined) throw new Error("No Chromium: apt-get install chromium, or name one in FRIST_CHROMIUM.")
    browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox", "--disable-dev-shm-usage"] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async (
    opened: Uint8Array | URL,
    options: BrowserContextOptions,
    use: (opened: Opened) => Promise<void>
  ): Promise<void> => {
    if (browser === undefined) throw new Error("The browser is not started.")
    const file = pathToFileURL(join(folder, `${crypto.randomUUID()}.html`))
    if (!(opened instanceof URL)) writeFileSync(file, opened)
    const { href } = opened instanceof URL ? opened : file
    const isOwn = (url: string): boolean =>
      opened instanceof URL ? new URL(url).origin === opened.origin : url === file.href
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    const wrongs: Array<string> = []
    try {
      const page = await context.newPage()
      page.on("pageerror", (error) => wrongs.push(error.message))
      page.on("console", (message) => wrongs.push(message.text()))
      page.on("dialog", (dialog) => {
        wrongs.push(`dialog ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on("request", (request) => {
        if (!isOwn(request.url())) wrongs.push(`request ${request.url()}`)
      })
      await page.goto(href)
      await use({ page, wrongs })
    } finally {
      await context.close()
    }
  }
}
