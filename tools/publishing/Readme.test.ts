/**
 * The README of a package is read where nothing else of the repository is: its links lead somewhere there too.
 */
import { expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { published } from "./Packages.ts"

it.each(published)("the README of $manifest.name has no link that leads out of the package", ({ folder }) => {
  const links = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/\]\(([^)]*)\)/gu)].map(([, to]) => to)
  expect(links.filter((to) => !/^(?:https:|#)/u.test(to ?? ""))).toEqual([])
})

it.each(published)("$manifest.name brings no platform of Node to a service", ({ manifest }) => {
  const { dependencies = {}, peerDependencies = {} } = manifest
  expect(Object.keys({ ...dependencies, ...peerDependencies })).not.toContain("@effect/platform-node")
  if (manifest.name === "@frist/cli") expect(dependencies).toEqual({})
})
