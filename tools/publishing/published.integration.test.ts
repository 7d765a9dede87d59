/**
 * The published packages: packed, examined by publint and are-the-types-wrong, and installed with npm into an empty
 * folder, where the examples are type-checked and run. `--mode long` does so on Node 22 too.
 */
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import { databaseUrl, newName } from "@frist/testing/PgDatabase"
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { inject } from "vitest"
import { asked } from "./Asking.ts"
import { forBrowsers, sizeOf } from "./BrowserSize.ts"
import { complaints } from "./Checking.ts"
import { newcomer, reachesRegistry, run } from "./Newcomer.ts"
import { packAll, published, root, sourcesIn } from "./Packages.ts"

const long = process.env["FRIST_LONG"] === "1"
const minute = 60_000
const folder = mkdtempSync(join(tmpdir(), "frist-published-"))
const packed = join(folder, "packed")
beforeAll(() => packAll(packed), 3 * minute)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a published package", () => {
  it.each(published.map(({ manifest }) => manifest.name))(
    "%s passes publint and are-the-types-wrong",
    async (name) => {
      const file = readdirSync(packed).find((each) => each.startsWith(name.replace("@", "").replace("/", "-")))
      expect(await complaints(join(packed, file ?? ""))).toEqual([])
    },
    minute
  )

  it.each(published)(
    "$manifest.name contains its README and licence, and no tests or compiler files",
    ({ manifest }) => {
      const { name, version } = manifest
      const file = `${name.replace("@", "").replace("/", "-")}-${version}.tgz`
      const files = execFileSync("tar", ["tzf", join(packed, file)], { encoding: "utf8" }).split("\n")
      expect(files).toEqual(expect.arrayContaining(["package/README.md", "package/LICENSE", "package/package.json"]))
      expect(files.filter((each) => /tsbuildinfo|\.test\.|\/test\//u.test(each))).toEqual([])
      expect(manifest).toMatchObject({
        license: "MIT",
        type: "module",
        sideEffects: false,
        engines: { node: ">=22.13" }
      })
      expect(manifest.publishConfig).toMatchObject({ access: "public", provenance: true })
    }
  )

  it("publishes every module that an example imports", () => {
    const imported = new Set<string>()
    for (const name of sourcesIn("examples")) {
      if (/\.test\.ts$|^start\.ts$|^plan\//u.test(name)) continue
      const source = readFileSync(join(root, "examples", name), "utf8")
      for (const [, from = ""] of source.matchAll(/(?:from |import\()"(@frist\/[^"]+)"/gu)) imported.add(from)
    }
    const entries = new Set(
      published.flatMap(({ manifest }) =>
        Object.keys(manifest.publishConfig?.exports ?? {}).map((path) => manifest.name + path.slice(1))
      )
    )
    expect([...imported].filter((each) => !entries.has(each))).toEqual([])
    expect(imported.size).toBeGreaterThan(5)
  })

  it("imports modules of another package only by a published entry or from under internal/", () => {
    const entries = new Set(
      published.flatMap(({ manifest }) =>
        Object.keys(manifest.publishConfig?.exports ?? {}).map((path) => manifest.name + path.slice(1))
      )
    )
    const closed: Array<string> = []
    for (const { folder, manifest } of published) {
      if (manifest.name === "@frist/cli") continue
      const dist = join(folder, "dist")
      for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
        if (!/\.(?:js|d\.ts)$/u.test(name)) continue
        const emitted = readFileSync(join(dist, name), "utf8")
        for (const [, from = ""] of emitted.matchAll(/(?:from |import\()"(@frist\/[^"]+)"/gu)) {
          if (!entries.has(from) && !/^@frist\/[a-z]+\/internal\//u.test(from)) closed.push(`${name}: ${from}`)
        }
      }
    }
    expect(closed).toEqual([])
  })
})

describe("in a browser", () => {
  /** The limit in kilobytes, gzipped, with all dependencies. Raising it is a decision. */
  const bounds = { domain: 70, projections: 45 }
  it.each(forBrowsers)("%s imports nothing that browsers lack, and stays below its size limit", async (name) => {
    const { gzipped, missing } = await sizeOf(name)
    expect(missing).toEqual([])
    expect(gzipped).toBeGreaterThan(10_000)
    expect(gzipped).toBeLessThan(bounds[name] * 1000)
  })
})

const reachable = await reachesRegistry()
if (!reachable) console.warn("npm does not reach its registry: packages are not installed into an empty project.")

describe.skipIf(!reachable)("in an empty project outside the workspace", () => {
  const project = join(folder, "project")
  beforeAll(
    () =>
      newcomer(
        project,
        readdirSync(packed).map((name) => join(packed, name)),
        long ? ["node@22"] : []
      ),
    5 * minute
  )

  const nodes: ReadonlyArray<readonly [string, string]> = [
    ["this Node", process.execPath],
    ...(long ? ([["Node 22", join(project, "node_modules/node/bin/node")]] as const) : [])
  ]
  it.each(nodes)(
    "the examples compile, run and give their results on %s",
    async (name, node) => {
      const database = newName("newcomer")
      const server = inject("postgres")
      await asked(server, `create database ${database}`)
      try {
        const env = { DATABASE_URL: databaseUrl(server, database) }
        for (const left of readdirSync(project).filter((file) =>
          /\.db(?:-\w+)?$|^forwarded\.json$|\.docx$/u.test(file)
        ))
          rmSync(join(project, left), { force: true })
        const printed = JSON.parse(await run(project, env, node, "newcomer.mjs"))
        expect(printed).toMatchObject({ embedded: 1, service: 1, web: 1, received: 1 })
        if (name === "Node 22") expect(printed.node).toBe("22")
        const command = "node_modules/@frist/cli/dist/bundle/frist.cjs"
        const version = await run(project, {}, node, command, "--version")
        expect(version.trim()).toBe(`frist v${published[0]?.manifest.version}`)
        // A Word report reads the rasteriser and its fonts from beside the bundle.
        const edition = join(root, "examples/plan/2023-12-15.csv")
        const held = ["--db", "report.db", "--held-on", "2023-12-15"]
        await run(project, {}, node, command, "import", edition, ...held)
        await run(project, {}, node, command, "report", ...held, "--out", "report.docx")
        expect(readFileSync(join(project, "report.docx")).includes("word/media/picture1.png")).toBe(true)
      } finally {
        await asked(server, `drop database ${database} with (force)`)
      }
    },
    minute
  )

  it("npm installs one copy of effect, which the service and Frist share", () => {
    const found = readdirSync(join(project, "node_modules"), { recursive: true, encoding: "utf8" }).filter((path) =>
      /(?:^|\/)node_modules\/effect\/package\.json$|^effect\/package\.json$/u.test(path)
    )
    expect(found.map((path) => basename(path))).toEqual(["package.json"])
  })
})
