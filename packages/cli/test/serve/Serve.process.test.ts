/**
 * `frist serve` in Chromium: the pages are accessible in both languages, in light and dark, on narrow and wide screens,
 * follow the log, keep what the reader chose, and break no policy.
 */
import { describe, expect, it } from "@effect/vitest"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll } from "vitest"
import { examined } from "../../../reports/test/axe.ts"
import { browserOf, isMissing } from "../../../reports/test/chromium.ts"
import { contents, folder, frist, sample, second } from "../frist.ts"

const bin = fileURLToPath(new URL("../../src/bin.ts", import.meta.url))
const started: Array<ChildProcess> = []
afterAll(() => {
  for (const each of started) each.kill()
})

/** Starts a server on a free port, and returns its address. */
const serving = async (db: string, language = "en"): Promise<URL> => {
  const server = spawn(process.execPath, [bin, "serve", "--db", db, "--port", "0", "--lang", language])
  started.push(server)
  let said = ""
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (words) => (said += String(words)))
  while (!/http\S+\//u.test(said)) {
    if (server.exitCode !== null) throw new Error(said)
    await Promise.race([once(server.stdout, "data"), once(server, "exit")])
  }
  return new URL(/http\S+\//u.exec(said)?.[0] ?? "")
}

describe.skipIf(isMissing)("a served plan", () => {
  const open = browserOf()

  it.each([
    ["en", "light"],
    ["sv", "dark"]
  ] as const)("has nothing that axe objects to in %s, %s", { timeout: 120_000 }, async (language, colorScheme) => {
    const db = await sample(folder())
    expect((await frist("import", second, "--held-on", "2024-06-17", "--plan", "sample", "--db", db)).exitCode).toBe(0)
    const site = await serving(db, language)
    for (const path of ["", "activities/sdv", "nothing"]) {
      await open(new URL(path, site), { bypassCSP: true, colorScheme }, async ({ page }) => {
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 })
          const { passes, violations } = await examined(page)
          expect(violations, `${path}, ${width} px`).toEqual([])
          expect(passes).toBeGreaterThan(10)
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
        }
      })
    }
  })

  it("shows what is recorded meanwhile, and keeps the focus, the order and the day of the reader", async () => {
    const db = await sample(folder())
    const site = await serving(db)
    await open(site, {}, async ({ page, wrongs }) => {
      await page.locator("#live", { hasText: "kept up to date" }).waitFor()
      const sort = page.locator("#table-ongoing thead th").nth(3).getByRole("button")
      await sort.click()
      await page.locator("#day").focus()
      await page.keyboard.press("Home")
      const day = await page.locator("#day").inputValue()

      const recorded = await frist("move", "sdv", "2031-01-01", "--reason", "Delayed", "--db", db, "--lang", "en")
      expect(recorded).toMatchObject({ exitCode: 0 })
      await page.locator("#live", { hasText: "Updated at" }).waitFor()
      expect(await page.locator("#table-lateness").textContent()).not.toContain("2031-01-01")
      expect(await page.evaluate("document.activeElement.id")).toBe("day")
      expect(await page.locator("#day").inputValue()).toBe(day)
      expect(await page.locator("#table-ongoing thead th").nth(3).getAttribute("aria-sort")).toBe("ascending")

      await page.locator("#now").click()
      await page.locator("#table-lateness", { hasText: "2031-01-01" }).waitFor()
      await page.locator("#table-lateness a[href='/activities/sdv']").first().focus()
      await page.keyboard.press("Enter")
      await page.waitForURL("**/activities/sdv")
      expect(await page.locator("#table-activity-moves").textContent()).toContain("2031-01-01")
      expect(wrongs).toEqual([])
    })
  })

  it("says that the connection is lost when the server stops", async () => {
    const site = await serving(await sample(folder()))
    await open(site, {}, async ({ page }) => {
      await page.locator("#live", { hasText: "kept up to date" }).waitFor()
      started.at(-1)?.kill()
      await page.locator("#live", { hasText: "connection is lost" }).waitFor()
    })
  })
})

describe("a server", () => {
  it("ends with success when it is asked to stop, with a page open, and leaves the log as it was", async () => {
    const place = folder()
    const db = await sample(place)
    const before = contents(place)
    const site = await serving(db)
    const events = await fetch(new URL("events", site))
    for (const path of ["", "page.json", "activities/sdv", "api/board", "api/slips", "style.css", "nothing"])
      await (await fetch(new URL(path, site))).text()
    const server = started.at(-1)
    server?.kill("SIGINT")
    const [code] = await once(server ?? expect.fail("no server"), "exit")
    expect(code).toBe(0)
    await events.text().catch(() => "")
    expect(contents(place)).toEqual(before)
  })

  it("says what to do when the port is taken", async () => {
    const db = await sample(folder())
    const site = await serving(db)
    const ended = await frist("serve", "--db", db, "--port", site.port, "--lang", "en")
    expect(ended.exitCode).toBe(2)
    expect(ended.err).toMatch(/^Could not listen on 127\.0\.0\.1, port \d+ \(.*EADDRINUSE.*\)\. Choose another port/u)
  })
})
