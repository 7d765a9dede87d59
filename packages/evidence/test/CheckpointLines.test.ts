/**
 * The bounds within which a file hands out a checkpoint: what goes beyond them is text.
 */
import { describe, expect, it } from "@effect/vitest"
import { readCheckpoint } from "../src/checkpoints/Checkpoint.ts"
import { handedOut } from "../src/files/CheckpointLines.ts"

const root = `${"A".repeat(42)}E=`
const notesOf = (text: string) => handedOut(new TextEncoder().encode(text)).notes

const typed = (spaces: number) => `frist/strategi${" ".repeat(spaces)}42\n${root}\n`
const named = (letters: number) => `${"a".repeat(letters)}\n42\n${root}\n`
const report = (lines: number) =>
  `# Rapport\n\nfrist/strategi\n42\n${root}\nfrist 0.1.0+5e4f0a1c\nfrist report --plan strategi --held-on 2024-06-17\n${"Inkom\n".repeat(lines)}`

describe("the bounds of a checkpoint in a file", () => {
  it("a checkpoint that was typed with any space between is read up to 100,000 characters", () => {
    expect(notesOf(typed(99_900))).toEqual([`frist/strategi\n42\n${root}\n`])
    expect(notesOf(typed(100_000))).toEqual([])
  })

  it("a checkpoint is no longer than 1,000 characters", () => {
    expect(readCheckpoint(named(900))).toMatchObject({ size: 42 })
    expect(readCheckpoint(named(1000))).toBeUndefined()
  })

  it("a report may have seven lines of receipt below its end, and no more", () => {
    expect(notesOf(report(7))).toEqual([`frist/strategi\n42\n${root}\n`])
    expect(notesOf(report(8))).toEqual([])
  })
})
