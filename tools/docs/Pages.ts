/**
 * The pages whose commands are run: the README, and the pages of docs that have a console block.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** Returns the path of every page that has a console block. */
export const pages = (): ReadonlyArray<string> =>
  [
    join(root, "README.md"),
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => join(root, "docs", name))
  ].filter((page) => readFileSync(page, "utf8").includes("```console"))
