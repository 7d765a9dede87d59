/**
 * Writes the generated pages, and the current output of the commands on the pages: `pnpm run docs`. `--again` notes shapes
 * that no release has carried as they are now, under the version they have.
 */
import { startPgServer } from "@frist/testing/PgServer"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { agrees, blocksOf, runAll, withBlocks } from "./Console.ts"
import { generated, shapes } from "./Generated.ts"
import { pages } from "./Pages.ts"
import { changelog, keptVersions, noted } from "./ShapeVersions.ts"

for (const [path, content] of await generated()) {
  const to = new URL(`../../docs/${path}`, import.meta.url)
  mkdirSync(dirname(to.pathname), { recursive: true })
  writeFileSync(to, content)
}

const versions = noted(shapes(), keptVersions(), changelog(), process.argv.includes("--again"))
writeFileSync(
  new URL("../../docs/reference/json/versions.json", import.meta.url),
  `${JSON.stringify(versions, null, 2)}\n`
)

const server = await startPgServer({ settings: { fsync: "off" } })
for (const page of pages()) {
  const text = readFileSync(page, "utf8")
  const blocks = blocksOf(text)
  const outputs = [
    ...(await runAll(
      blocks.flat().map(({ command }) => command),
      server.url()
    ))
  ]
  const updated = blocks.map((block) =>
    block.map(({ command, output: shown }) => {
      const printed = outputs.shift() ?? ""
      if (agrees(shown, printed)) return { command, output: shown }
      if (/^…$/mu.test(shown)) console.error(`${page}: the output of \`${command}\` has changed. Update the excerpt.`)
      return { command, output: /^…$/mu.test(shown) ? shown : printed }
    })
  )
  writeFileSync(page, withBlocks(text, updated))
}
await server.remove()
