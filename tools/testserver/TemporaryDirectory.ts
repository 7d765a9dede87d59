/**
 * Before each test file: an empty temporary directory to work in, so that a relative path never writes into the
 * repository.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"

const before = process.cwd()
const directory = mkdtempSync(join(tmpdir(), "frist-test-"))
process.chdir(directory)

afterAll(() => {
  process.chdir(before)
  rmSync(directory, { recursive: true, force: true })
})
