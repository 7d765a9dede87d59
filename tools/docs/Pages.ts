/**
 * The pages whose commands are run: the README, and everything in docs that is written by hand.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** The path of every page that has a console block. */
export const pages = (): ReadonlyArray<string> =>
  [
    join(root, "README.md"),
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .sort()
      .map((name) => join(root, "docs", name))
  ].filter((page) => readFileSync(page, "utf8").includes("```console"))
