/**
 * Tests run without the variables that the command reads from a developer's shell.
 */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { ofCommand } from "./CleanEnvironment.ts"

it("every variable of the environment that the command reads is taken away before tests", () => {
  const packages = join(import.meta.dirname, "../../packages")
  const read = globSync("*/src/**/*.ts", { cwd: packages }).flatMap((file) =>
    Array.from(
      readFileSync(join(packages, file), "utf8").matchAll(
        /(?:process\.env(?:\.|\[")|Config\.[A-Za-z]+\(")(?<name>[A-Z_]+)/gu
      ),
      ({ groups }) => groups?.["name"] ?? ""
    )
  )
  expect(read).toContain("FRIST_LANG")
  expect(
    [...new Set(read)].filter((name) => name.startsWith("FRIST_") && !ofCommand.some((each) => each === name))
  ).toEqual([])
  for (const name of ofCommand) expect(process.env[name]).toBeUndefined()
})
