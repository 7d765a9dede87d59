/**
 * Two builds have one name only if they write the same reports and bundles.
 */
import { expect, it } from "@effect/vitest"
import type { Plugin } from "rolldown"
import { reportMaker } from "@frist/cli/Version"
import { verifyPageModule } from "./PageScripts.ts"
import { wordingOf } from "./Wording.ts"

const page = await verifyPageModule("")

/** Says something else in one source, without writing it. */
const saying = (file: RegExp, from: string, to: string): Plugin => ({
  name: "saying",
  transform: (code, id) => {
    if (!file.test(id)) return null
    if (!code.includes(from)) throw new Error(`${id} does not say ${from}`)
    return code.replaceAll(from, to)
  }
})

it("the name of a build is the same for the same sources, and is in reports and pages", async () => {
  const wording = await wordingOf(page)
  expect(reportMaker, "sources have changed: run node tools/build/pages.ts").toMatch(
    new RegExp(`^frist \\d+\\.\\d+\\.\\d+\\+${wording}$`, "u")
  )
  expect(await verifyPageModule(wording)).toContain(reportMaker)
})

it.each([
  [
    "a text of the report",
    /texts\/svReport\.ts$/u,
    "Det finns ingen tidigare uppföljning",
    "Det saknas en tidigare uppföljning"
  ],
  ["a table of bundles", /BundleContents\.ts$/u, "slips.csv", "moves.csv"],
  ["a dependency", /fflate/u, "0x4034B50", "0x4034B51"]
])("%s that changes gives the build another name", async (_, file, from, to) => {
  expect(await wordingOf(page, [saying(file, from, to)])).not.toBe(await wordingOf(page))
})

it("a page of bundles that changes gives the build another name", async () => {
  expect(await wordingOf("one")).not.toBe(await wordingOf("other"))
})
