/**
 * Invalid addresses of logs.
 */
import { expect, it } from "@effect/vitest"
import { readdirSync } from "node:fs"
import { openLog } from "../src/index.ts"

it.each([
  [" ", /^No log is named: give /u],
  ["", /^No log is named: give /u],
  [":memory:", /^`:memory:` is not a file: use /u],
  ["mysql://u:hemligt@h/d", /scheme other than postgres:\/\/: name /u],
  ["host=localhost password=hemligt", /list of connection keywords: write /u],
  ["postgres://u:hemligt@[/d", /is not a URL: write /u]
])(
  "the address %j is rejected in one sentence, without its password and without creating a file",
  async (address, says) => {
    const error = await openLog(address).then(
      () => undefined,
      (rejected: unknown) => rejected
    )
    expect(error).toMatchObject({ name: "FristError", code: "invalid", refusal: null })
    expect(String(error)).not.toContain("hemligt")
    expect((error as Error).message).toMatch(says)
    expect((error as Error).message).toMatch(/^[^\n]+\.$/u)
    expect(readdirSync(".")).toEqual([])
  }
)

it("the address memory: opens a log without making a file", async () => {
  await using log = await openLog("memory:")
  expect(await log.plans()).toEqual([])
  expect(readdirSync(".")).toEqual([])
})
