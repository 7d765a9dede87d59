/**
 * A process that is killed, or runs out of room, while it writes a file: the file is whole, or not there.
 */
import { expect, it } from "@effect/vitest"
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { folder, frist, sample } from "./frist.ts"

const bin = new URL("../src/bin.ts", import.meta.url).pathname
const source = new URL("../src/files/NewFile.ts", import.meta.url).pathname
const phrases = new URL("../src/texts/CommandPhrases.ts", import.meta.url).pathname

const size = 8 * 1024 * 1024
const writer = (dir: string): string => `
  import * as Effect from "${import.meta.resolve("effect/Effect")}"
  import { writeNewFile } from "${source}"
  import { commandPhrases } from "${phrases}"
  const bytes = Buffer.alloc(${size}, "x")
  console.log("begins")
  for (let at = 0; ; at++) await Effect.runPromise(writeNewFile("${dir}/" + process.pid + "-" + at + ".out", bytes, { phrase: commandPhrases("sv") }))
`
const count = process.env["FRIST_LONG"] === "1" ? 25 : 5

it("a process killed at any moment leaves no part of a file under its name", { timeout: 120_000 }, async () => {
  const dir = folder()
  for (let round = 0; round < count; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", writer(dir)], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    await new Promise((begins) => child.stdout.once("data", begins))
    await new Promise((later) => setTimeout(later, 20 + Math.random() * 150))
    child.kill("SIGKILL")
    await new Promise((ended) => child.once("exit", ended))
  }
  const whole = readdirSync(dir).filter((name) => name.endsWith(".out"))
  expect(whole.length).toBeGreaterThan(0)
  expect(whole.filter((name) => statSync(join(dir, name)).size !== size)).toEqual([])
})

it(
  "a log that finds no room to be opened, read or written is told as a full disk, not as a wrong path",
  { timeout: 120_000 },
  async () => {
    const db = await sample(folder())
    for (const words of ["board", "note sdv Hej"]) {
      const limited = spawnSync(
        "bash",
        ["-c", 'trap "" XFSZ; ulimit -f 8; exec "$0" "$@"', process.execPath, bin, ...words.split(" "), "--db", db],
        { encoding: "utf8", env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" } }
      )
      expect({ words, status: limited.status, err: limited.stderr }).toMatchObject({
        status: 3,
        err: expect.stringMatching(/^Disken är full, så inget sparades i .*; frigör utrymme och försök igen/u)
      })
    }
    expect((await frist("verify", "--db", db)).exitCode).toBe(0)
  }
)

it(
  "a file that finds no room is told as that, is not there, and is written by the same command later",
  { timeout: 120_000 },
  async () => {
    const dir = folder()
    const db = await sample(dir)
    for (const words of ["report --held-on 2023-12-15 --out", "bundle", "export --out"]) {
      const file = join(dir, `${words.slice(0, 6)}.html`)
      const command = [...words.split(" "), file, "--db", db]
      // The limit is in blocks of 1,024 bytes; the shell turns its signal off, and the write fails instead.
      const limited = spawnSync(
        "bash",
        ["-c", 'trap "" XFSZ; ulimit -f 48; exec "$0" "$@"', process.execPath, bin, ...command],
        {
          encoding: "utf8",
          env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" }
        }
      )
      expect({ words, status: limited.status, err: limited.stderr }).toMatchObject({
        status: 3,
        err: expect.stringMatching(/^Disken är full.* är inte skriven\. Frigör utrymme/u)
      })
      expect(readdirSync(dir).filter((name) => name.includes(words.slice(0, 6)))).toEqual([])
      const again = await frist(...command)
      expect(again.exitCode, again.err).toBe(0)
      expect(existsSync(file)).toBe(true)
    }
  }
)
