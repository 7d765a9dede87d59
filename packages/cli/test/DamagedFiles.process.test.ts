/**
 * Files of an office program that were damaged on their way: each is refused with one sentence and nothing is recorded, or
 * it is read as the intact one. None is read in part.
 */
import { expect, it } from "@effect/vitest"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { folder, frist } from "./frist.ts"

const damages: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  "is empty": () => new Uint8Array(),
  "has 30 bytes": (bytes) => bytes.subarray(0, 30),
  "is half": (bytes) => bytes.subarray(0, bytes.length / 2),
  "lacks its last third": (bytes) => bytes.subarray(0, (bytes.length / 3) * 2),
  "has zeros for its last third": (bytes) => Buffer.from(bytes).fill(0, Math.floor((bytes.length / 3) * 2)),
  "has zeros for its first 512 bytes": (bytes) => Buffer.from(bytes).fill(0, 0, 512),
  "has a hole of 64 bytes": (bytes) => Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 64),
  "had its line ends changed": (bytes) => Buffer.from(bytes.toString("latin1").replaceAll("\n", "\r\n"), "latin1"),
  "lost a bit of every byte": (bytes) => bytes.map((byte) => byte & 0x7f)
}
const kinds = ["docx", "xlsx", "ods", "odt", "pdf"]
const damaged = kinds.flatMap((kind) => Object.keys(damages).map((damage) => [kind, damage] as const))

const intact = (kind: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../editions/test/fixtures/2024-06-17-libreoffice.${kind}`, import.meta.url)))

it(
  `${damaged.length} of 45 damaged files are refused with a sentence, or read as the intact ones are`,
  {
    timeout: 240_000
  },
  async () => {
    expect(damaged).toHaveLength(45)
    const dir = folder()
    const recorded = async (kind: string, bytes: Uint8Array, as: string) => {
      const [file, db] = [join(dir, `${as}.${kind}`), join(dir, `${as}-${kind}.db`)]
      writeFileSync(file, bytes)
      const { err, exitCode } = await frist("import", file, "--held-on", "2024-06-17", "--plan", "p", "--db", db)
      const board = existsSync(db)
        ? (await frist("board", "--as-of", "2024-06-17", "--format", "csv", "--db", db)).out
        : ""
      return { exitCode, err, board }
    }
    const outcomes = new Map<string, number>()
    for (const kind of kinds) {
      const whole = await recorded(kind, intact(kind), "whole")
      expect(whole, kind).toMatchObject({ exitCode: 0, err: "" })
      for (const [at, [damage, change]] of Object.entries(damages).entries()) {
        const { board, err, exitCode } = await recorded(kind, change(intact(kind)), `damaged${at}`)
        const outcome = exitCode === 0 && board === whole.board ? "read" : "refused"
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        if (outcome === "read") continue
        expect({ kind, damage, exitCode, err, board }).toEqual({
          kind,
          damage,
          exitCode: 1,
          err: expect.stringMatching(new RegExp(`^[^\\n]*damaged${at}\\.${kind}[^\\n]*\\.$`, "u")),
          board: ""
        })
      }
    }
    expect(Object.fromEntries(outcomes)).toEqual({ refused: 44, read: 1 })
  }
)
