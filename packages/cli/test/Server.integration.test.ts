/**
 * The command on a server: the same output and exit codes as on a file.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import { type Ended, first, folder, frist, second } from "./frist.ts"

const server = databaseForAll()
const dir = folder()
const file = join(dir, "frist.db")
const proposals = join(dir, "proposals.json")
const eye = "1177-webbtidbokning-ogonmottagningen"

/** A day before anything was recorded. */
const never = "2020-01-01"

const steps: ReadonlyArray<readonly [exitCode: number, words: string]> = [
  [2, `import ${first} --held-on 2023-12-15 --title`],
  [0, `import ${first} --held-on 2023-12-15 --dry-run`],
  [0, `import ${first} --held-on 2023-12-15 --plan sample`],
  [0, `import ${first} --held-on 2023-12-15`],
  [0, `import ${second} --held-on 2024-06-17 --dry-run`],
  [0, `import ${second} --held-on 2024-06-17 --dry-run --format json`],
  [0, `import ${second} --held-on 2024-06-17 --propose ${proposals}`],
  [0, `apply ${proposals}`],
  [0, `apply ${proposals}`],
  [0, "board --today 2024-07-01"],
  [0, "board --today 2024-07-01 --lang en --sort slip"],
  [0, "board --as-of 2024-01-01 --format json"],
  [0, "board --as-of 2024-01-01 --format csv"],
  [0, `board --known-at ${never} --today 2024-07-01`],
  [0, "completed --today 2024-07-01"],
  [0, "slips --today 2024-07-01"],
  [0, "slips sjalvincheckning --today 2024-07-01 --format json"],
  [0, "timeline --today 2024-07-01 --anchor sdv"],
  [0, "measures --today 2024-07-01"],
  [0, "findings --today 2024-07-01"],
  [0, "findings --today 2024-07-01 --format csv"],
  [0, "waive 9 --reason Osatt"],
  [0, `move ${eye} 2025-06 --reason Sent --on 2024-08-01`],
  [0, `move ${eye} 2025-06 --on 2024-08-01`],
  [0, `correct 3 --withdraw --reason Fel`],
  [1, "correct 9999 --withdraw --reason Fel"],
  [0, `approve ${eye} 2025-12-31 --decision HSN-1 --on 2024-08-02`],
  [0, `note ${eye} Åtgärd\u{1F600} --on 2024-08-03`],
  [0, `measure ${eye} bokningar 1200 --unit st --period 2024 --on 2024-08-03 --format json`],
  [0, `status ${eye} pågår --on 2024-08-04`],
  [0, `complete ${eye} 2024-08-05 --on 2024-08-05`],
  [1, `move ${eye} 2026 --on 2024-08-06`],
  [0, `reopen ${eye} --on 2024-08-06`],
  [0, `discontinue ${eye} --reason Avbrutet --on 2024-08-07`],
  [0, "register nytt --area Nytt --deadline 2025 --on 2024-08-07"],
  [0, "review 2024-08-08 --title Augusti"],
  [0, `history ${eye}`],
  [0, "history --format json"],
  [0, "history --lang en"],
  [1, "history no-such-activity"],
  [2, "board --as-of 2021-02-29"],
  [0, "open Andra --plan andra --on 2024-08-08"],
  [2, "board"],
  [2, "board --plan third"],
  [0, "board --plan andra --today 2024-08-08"],
  [0, "board --plan sample --today 2024-08-08"]
]

/** Replaces what depends on the clock, on the address, or on the salt of what is kept. */
const plain = (text: string) =>
  text
    .replace(/20(?:2[6-9]|[3-9]\d)-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, "INSTANT")
    .replace(/("recordedAt": )\d{13}/gu, "$1INSTANT")
    .replace(/("content": ")[0-9a-f]{64}/gu, "$1HASH")
    .replace(/("cells": ")[A-Za-z0-9+/=]+/gu, "$1CELLS")
    .replaceAll(file, "DATABASE")
    .replaceAll(server(), "DATABASE")
const timeless = ({ err, exitCode, out }: Ended): Ended => ({ err: plain(err), exitCode, out: plain(out) })

const asked = async (words: string, db: string): Promise<Ended> =>
  timeless(await frist(...words.split(" "), "--db", db))

describe("a log on a server", () => {
  beforeAll(async () => {
    expect(await frist("migrate", "--db", server())).toMatchObject({ exitCode: 0, err: "" })
  })

  it("gives the same output and exit codes as one in a file", async () => {
    const onFile: Array<Ended> = []
    for (const [, words] of steps) onFile.push(await asked(words, file))
    expect(onFile.map(({ exitCode }, at) => [exitCode, steps[at]?.[1]])).toEqual(steps)
    const drafted = readFileSync(proposals, "utf8")
    rmSync(proposals)
    for (const [at, [, words]] of steps.entries()) {
      const ended = await asked(words, server())
      expect(ended, words).toEqual(onFile[at])
      expect(`${ended.out}${ended.err}`.length, words).toBeGreaterThan(10)
    }
    expect(plain(readFileSync(proposals, "utf8"))).toBe(plain(drafted))
    expect(existsSync(file)).toBe(true)
  })
})
