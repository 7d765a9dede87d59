/**
 * Copies of plans: a copy restores the plan byte for byte, and a changed copy is refused at the line that was changed.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId, type BatchId, PlanId } from "@frist/domain/Names"
import { type NewEvent, NewEvent as NewEventSchema } from "@frist/domain/RecordedEvent"
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { createHash } from "node:crypto"
import { readCheckpoint } from "@frist/evidence/checkpoints/Checkpoint"
import { actor, batchOf, newPlan, note, provideLog, type Log } from "../src/contract/ContractFixture.ts"
import { longestLine } from "../src/copy/LineSplitter.ts"
import { type StoredRecord } from "@frist/evidence/StoredEvent"
import { sealPlan } from "../src/evidence/PlanSeal.ts"
import { copyVersions } from "@frist/evidence/CopyFormat"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { layer as sqlite } from "../src/sqlite/SqliteEventLog.ts"
import { recordsOf } from "../src/BatchRecords.ts"
import { isNoMove, everyEvent, inLog, inMemory, recordAll, removed, taken, written } from "./copies.ts"
import { newFile } from "./TemporaryFile.ts"
import { everyNth } from "./sizes.ts"

const plan = PlanId.make("landskrona")

const copyOf = (events: ReadonlyArray<NewEvent>, of = plan) =>
  inMemory((log) => Effect.andThen(recordAll(log, of, events), written(log, of)))

const linesOf = (copy: string): ReadonlyArray<string> => copy.split("\n").slice(0, -1)
const joined = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join("")

/** The number of events, and of the last line, of a copy with an event of every type. */
const events = everyEvent.length
const last = events + 2

/** A copy with an event of every type, of which a decision removes event 28. */
const withRemoval = inMemory((log) =>
  Effect.gen(function* () {
    yield* recordAll(log, plan, everyEvent)
    const records = (yield* log.records(plan)).map((each) => (each.record.position === 28 ? removed(each) : each))
    return yield* inMemory((other) =>
      Effect.andThen(other.restore(plan, Stream.fromIterable(records)), written(other, plan))
    )
  })
)

/**
 * The lines at which a change of one is found. Only the checksum, in the last line, covers the whole line of an event
 * without content, and the version, which a copy without editions may state as 1 or as 2.
 */
const foundAt = (line: number, edited: string): ReadonlyArray<number> => {
  if (line === 1) return isOtherVersion(edited) ? [last] : [1, 2]
  return line === 28 + 1 ? [line, last] : [line]
}

/** Whether a first line states another version that Frist reads, and is otherwise the same. */
const isOtherVersion = (line: string): boolean =>
  copyVersions.some((version) => line === `{"format":"frist/log","version":${version},"plan":"${plan}","from":1}`)

describe("a copy", () => {
  it.live("a copy of every type of event is the same after a restoration to SQLite and one back to memory", () =>
    Effect.gen(function* () {
      const copy = yield* withRemoval
      expect(linesOf(copy)).toHaveLength(everyEvent.length + 2)
      const filename = yield* newFile
      const again = yield* inLog(sqlite({ filename }), (log) => Effect.andThen(taken(log, [copy]), written(log, plan)))
      expect(again).toBe(copy)
      const back = yield* inMemory((log) => Effect.andThen(taken(log, [again], 1), written(log, plan)))
      expect(back).toBe(copy)
    })
  )

  it.live.prop(
    "a copy of any events restores the same plan",
    [Arbitrary.array(Arbitrary.schema(NewEventSchema), { minLength: 1, maxLength: 8 })],
    ([events]) =>
      inMemory((log) =>
        Effect.gen(function* () {
          yield* recordAll(log, plan, events.filter(isNoMove))
          const copy = yield* written(log, plan)
          yield* inMemory((other) =>
            Effect.gen(function* () {
              const { root, size } = yield* taken(other, [copy], 7)
              // Compared as JSON, which writes -0 as 0: so do all stores but memory.
              expect(JSON.stringify(yield* other.read(plan))).toBe(JSON.stringify(yield* log.read(plan)))
              expect(yield* written(other, plan)).toBe(copy)
              const { checkpoint } = JSON.parse(linesOf(copy).at(-1) ?? "")
              expect(readCheckpoint(checkpoint)).toMatchObject({
                origin: "frist/landskrona",
                size,
                root: new Uint8Array(root)
              })
            })
          )
        })
      ),
    { arbitrary: { runs: 100 } }
  )

  it.live("copies of consecutive parts restore the same plan as one copy of the whole", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* recordAll(log, plan, everyEvent)
        const whole = yield* written(log, plan)
        for (const from of [1, 2, 5, everyEvent.length, everyEvent.length + 1]) {
          const rest = yield* written(log, plan, from)
          const begin = yield* inMemory((earlier) =>
            Effect.gen(function* () {
              const records = (yield* log.records(plan)).slice(0, from - 1)
              if (records.length > 0) yield* earlier.restore(plan, Stream.fromIterable(records))
              return records.length > 0 ? [yield* written(earlier, plan)] : []
            })
          )
          const again = yield* inMemory((other) => Effect.andThen(taken(other, [...begin, rest]), written(other, plan)))
          expect(again).toBe(whole)
        }
        expect(yield* Effect.flip(written(log, plan, everyEvent.length + 2))).toMatchObject({ reason: "invalid" })
      })
    )
  )

  it.live("a copy has every kept checkpoint, in order, after the last event that it covers", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* recordAll(log, plan, everyEvent.slice(0, 20))
        const { note: first } = yield* sealPlan(plan, { origin: "kliniken.example/frist" })
        yield* recordAll(log, PlanId.make("annan"), everyEvent)
        const batch = "more" as BatchId
        yield* log.append({ plan, batch, actor, events: [note("mer")], condition: { after: 20, activities: [] } })
        const { note: second } = yield* sealPlan(plan)
        const whole = yield* written(log, plan)
        const notesIn = (copy: string) =>
          linesOf(copy).flatMap((line) => (line.startsWith('{"note":') ? [JSON.parse(line).note] : []))
        expect(notesIn(whole)).toEqual([first, second])
        expect(notesIn(yield* written(log, plan, 21))).toEqual([second])
        expect(linesOf(whole)).toHaveLength(1 + 21 + 2 + 1)
        yield* inMemory((other) =>
          Effect.gen(function* () {
            yield* taken(other, [whole], 9)
            expect(yield* other.sealed(plan)).toEqual([first, second])
            expect(yield* written(other, plan)).toBe(whole)
            const again = [yield* written(log, plan), yield* written(other, plan)]
            expect(again[0]).toBe(again[1])
          })
        )
        // A checkpoint of more events than there are, a note that is no checkpoint, and a checkpoint before its last event.
        const lines = linesOf(whole)
        const [begin, final] = [lines.slice(0, 21), lines[21] ?? ""]
        const later = `{"note":${JSON.stringify(second)}}`
        for (const wrong of [
          [...begin, later],
          [...begin, '{"note":"x"}'],
          [...begin, lines[22] ?? "", final]
        ]) {
          const refused = yield* Effect.flip(inMemory((other) => taken(other, [joined(wrong)])))
          expect(refused).toMatchObject({ fault: "fields", line: wrong.length })
        }
        const otherForm = yield* Effect.flip(
          inMemory((other) => taken(other, [joined([...begin, final, later.replace(":", ": ")])]))
        )
        expect(otherForm).toMatchObject({ fault: "otherForm", line: 23 })
      }).pipe(provideLog(log))
    )
  )

  it.live("a copy has the events that were recorded when it began, although the plan grows meanwhile", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* recordAll(log, plan, everyEvent)
        const before = yield* written(log, plan)
        const grows: Log = {
          ...log,
          records: (of, options) =>
            Effect.tap(log.records(of, options), () => {
              const batch = crypto.randomUUID() as BatchId
              const about = { after: 0, activities: [ActivityId.make("del.ny")] }
              return Effect.orDie(log.append({ plan, batch, actor, events: [note("mer")], condition: about }))
            })
        }
        expect(yield* written(grows, plan)).toBe(before)
        expect(yield* written(log, plan)).not.toBe(before)
      })
    )
  )

  it.live("a copy includes the decision that removed an event while the copy was made", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* recordAll(log, plan, everyEvent.slice(0, 30))
        let decided = false
        const removing: Log = {
          ...log,
          records: (of, options) =>
            Effect.gen(function* () {
              if (!decided) {
                decided = true
                const event = { _tag: "Redacted", position: 7, decision: "Dnr 7" } as NewEvent["event"]
                const condition = { after: 30, activities: [] }
                const batch = "decision" as BatchId
                yield* Effect.orDie(log.append({ plan, batch, actor, events: [{ ...note("x"), event }], condition }))
              }
              return (yield* log.records(of, options)).map((each) =>
                each.record.position === 7 ? removed(each) : each
              )
            })
        }
        const copy = yield* written(removing, plan)
        expect(linesOf(copy)).toHaveLength(31 + 2)
        const again = yield* inMemory((other) => Effect.andThen(taken(other, [copy]), written(other, plan)))
        expect(again).toBe(copy)
      })
    )
  )

  it.live("a copy keeps the exact bytes of an event, also when its JSON is written unusually", () =>
    Effect.gen(function* () {
      const [it] = recordsOf(batchOf(plan, 0, [note("x")]), 0, 1_700_000_000_000)
      if (it === undefined || it.salt === null) throw new Error("it was just made")
      for (const text of [
        '\u{feff}{"_tag":"FollowUpNoted","text":"x"}',
        ' {"text":"\\u0078","_tag" : "FollowUpNoted"}\r\n'
      ]) {
        const bytes = new TextEncoder().encode(text)
        const leaf = leafHash(it.record, contentDigest(it.salt, bytes))
        const back = yield* inMemory((other) =>
          Effect.gen(function* () {
            yield* other.restore(plan, Stream.make({ ...it, bytes, leaf }))
            const copy = yield* written(other, plan)
            return yield* inMemory((third) => Effect.andThen(taken(third, [copy]), third.records(plan)))
          })
        )
        expect(back[0]?.bytes).toEqual(bytes)
      }
    })
  )

  it.live("a plan whose evidence is broken is not copied", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        yield* recordAll(log, plan, everyEvent)
        const forge = (change: (stored: StoredRecord) => StoredRecord) =>
          written(
            {
              ...log,
              records: (of, options) =>
                Effect.map(log.records(of, options), (page) =>
                  page.map((each) => (each.record.position === 20 ? change(each) : each))
                )
            },
            plan,
            30
          )
        const leaf = yield* Effect.flip(forge((it) => ({ ...it, leaf: new Uint8Array(32) })))
        expect(leaf).toMatchObject({ _tag: "EvidenceBroken", position: 20, flaw: "leaf" })
        const absent = yield* Effect.flip(forge(removed))
        expect(absent).toMatchObject({ _tag: "EvidenceBroken", position: 20, flaw: "removed" })
      })
    )
  )

  it.live("a copy of a plan without events has no events", () =>
    inMemory((log) =>
      Effect.gen(function* () {
        const copy = yield* written(log, newPlan())
        expect(linesOf(copy)).toHaveLength(2)
      })
    )
  )
})

/** Recomputes the checksum of a changed copy, as anybody can. */
const resealed = (copy: string | Uint8Array): string => {
  const text = typeof copy === "string" ? copy : Buffer.from(copy).toString("utf8")
  const start = text.lastIndexOf("\n", text.length - 2) + 1
  const sha256 = createHash("sha256").update(text.slice(0, start)).digest("hex")
  return text.slice(0, start) + text.slice(start).replace(/"sha256":"[^"]*"/u, `"sha256":"${sha256}"`)
}

/** Returns the same pseudo-random numbers each time. */
const random = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Fails unless a changed copy is refused at one of these lines, and the log stays empty. */
const isRefused = (copy: string | Uint8Array, what: string, lines: ReadonlyArray<number>) =>
  inMemory((log) =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(taken(log, [copy]))
      const line = "line" in error ? error.line : 0
      if (!lines.includes(line)) expect([what, line, error]).toEqual([what, lines, undefined])
      expect(yield* log.plans).toEqual([])
    })
  )

describe("changed copies", () => {
  it.live(
    "a copy with any byte changed, removed, doubled or inserted is refused at its line",
    () =>
      Effect.gen(function* () {
        const copy = Buffer.from(yield* withRemoval)
        const below = random(4)
        let start = 0
        let edits = 0
        const isChosen = everyNth(6)
        for (let line = 1; line <= last; line += 1) {
          const end = copy.indexOf(10, start)
          for (let n = 0; n < 18; n += 1) {
            const at = start + below(end - start)
            const bit = 1 << below(8)
            const before = copy.subarray(0, at)
            const changed = Buffer.from(copy)
            changed[at] = (changed[at] ?? 0) ^ bit
            const doubled = Buffer.concat([before, copy.subarray(at, at + 1), copy.subarray(at)])
            const without = Buffer.concat([before, copy.subarray(at + 1)])
            const more = Buffer.concat([before, Buffer.from([32 + below(95)]), copy.subarray(at)])
            for (const [what, edited] of Object.entries({ changed, doubled, without, more })) {
              if (edited.equals(copy)) continue
              edits += 1
              if (!isChosen()) continue
              const lines = foundAt(line, edited.toString("utf8", start, edited.indexOf(10, start)))
              yield* isRefused(edited, `${what} at ${at}`, lines)
              if (lines.includes(last)) continue
              // The leaf finds it too, not only the checksum.
              yield* isRefused(resealed(edited), `${what} at ${at}, with its checksum`, lines)
            }
          }
          start = end + 1
        }
        expect(edits).toBeGreaterThan(3000)
      }),
    120_000
  )

  it.live(
    "a copy with any field changed, null, missing or doubled, or with one field more, is refused at its line",
    () =>
      Effect.gen(function* () {
        const lines = linesOf(yield* withRemoval)
        let edits = 0
        const isChosen = everyNth(12)
        const others: ReadonlyArray<unknown> = [
          null,
          0,
          1,
          7,
          -1,
          1.5,
          "",
          "a",
          "landskrona",
          "stated",
          "2024-01-01",
          "0f".repeat(32),
          true,
          [],
          {}
        ]
        for (const [at, line] of lines.entries()) {
          const value: Record<string, unknown> = JSON.parse(line)
          for (const name of Object.keys(value)) {
            const { [name]: own, ...without } = value
            const values = [
              ...others,
              typeof own === "number" ? own + 1 : `${String(own)}a`,
              typeof own === "string" ? own.slice(1) : own
            ]
            const edited = [
              ...values.map((other) => ({ ...value, [name]: other })),
              without,
              { ...without, [name]: own, extra: 1 },
              { [name]: own, ...without, twice: own }
            ].map((each) => JSON.stringify(each))
            edited.push(line.replace("{", `{${JSON.stringify(name)}:${JSON.stringify(own)},`))
            for (const other of edited) {
              if (other === line) continue
              edits += 1
              if (!isChosen()) continue
              yield* isRefused(
                joined(lines.with(at, other)),
                `${name} of line ${at + 1}: ${other}`,
                foundAt(at + 1, other)
              )
            }
          }
        }
        expect(edits).toBeGreaterThan(3000)
      }),
    120_000
  )

  it.live(
    "a copy with any line removed, doubled, moved, emptied, cut or replaced is refused at that line",
    () =>
      Effect.gen(function* () {
        const lines = linesOf(yield* withRemoval)
        const others = linesOf(yield* copyOf(everyEvent, newPlan()))
        for (const [at, line] of lines.entries()) {
          const number = at + 1
          const next = lines[at + 1]
          yield* isRefused(joined(lines.toSpliced(at, 1)), `without ${number}`, [number, number - 1])
          yield* isRefused(joined(lines.toSpliced(at, 0, line)), `twice ${number}`, [number + 1])
          yield* isRefused(joined(lines.with(at, "")), `empty ${number}`, [number])
          yield* isRefused(joined(lines.toSpliced(at, 0, "")), `blank before ${number}`, [number])
          yield* isRefused(joined(lines.slice(0, at)), `cut before ${number}`, [Math.max(at, 1)])
          yield* isRefused(joined(lines.slice(0, at)) + line, `cut at the end of ${number}`, [number])
          yield* isRefused(joined(lines.with(at, `${line}\r`)), `CR in ${number}`, [number])
          yield* isRefused(joined(lines.with(at, ` ${line}`)), `space before ${number}`, [number])
          yield* isRefused(joined(lines.with(at, `\u{feff}${line}`)), `BOM in ${number}`, [number])
          yield* isRefused(joined(lines.with(at, others[at] ?? "")), `from elsewhere ${number}`, [number, 2])
          if (next !== undefined) {
            yield* isRefused(joined(lines.with(at, next).with(at + 1, line)), `swapped ${number}`, [number])
          }
        }
      }),
    60_000
  )
})

/** Removes the content from the line of an event. */
const gone = (line: string): string => {
  const event = JSON.parse(line)
  const digest = createHash("sha256").update(Buffer.from(event.salt, "hex")).update(event.content).digest("hex")
  return JSON.stringify({ ...event, content: null, salt: null, digest })
}

const refused = (...copies: ReadonlyArray<string>) => inMemory((log) => Effect.flip(taken(log, copies)))

describe("refused copies", () => {
  const reasons: ReadonlyArray<readonly [fault: string, line: number, change: (copy: string) => string | Uint8Array]> =
    [
      ["empty", 1, () => ""],
      ["notACopy", 1, () => "Område;Mål;Tid\n"],
      ["notACopy", 1, () => "[]\n"],
      ["notACopy", 1, (copy) => copy.replace("frist/log", "other/log")],
      ["notACopy", 1, (copy) => joined(linesOf(copy).slice(1))],
      ["version", 1, (copy) => copy.replace(`"version":1`, `"version":3`)],
      ["byteOrderMark", 1, (copy) => `\u{feff}${copy}`],
      ["lineEnds", 1, (copy) => copy.replaceAll("\n", "\r\n")],
      ["notText", 2, (copy) => Buffer.from(copy, "latin1")],
      ["fields", 2, (copy) => copy.replace(`"type":"`, `"kind":"`)],
      ["otherForm", 2, (copy) => copy.replace(`"position":1,`, `"position":1,"position":1,`)],
      ["otherForm", 2, (copy) => copy.replace(`"position":1,`, `"position":1.0,`)],
      ["otherForm", 2, (copy) => copy.replace(`"position":1,`, `"position":1,"__proto__":{},`)],
      ["notJson", 5, (copy) => joined(linesOf(copy).with(4, "{"))],
      ["notJson", 5, (copy) => joined(linesOf(copy).with(4, "NaN"))],
      ["fields", 5, (copy) => joined(linesOf(copy).with(4, "[".repeat(1000) + "]".repeat(1000)))],
      ["position", 5, (copy) => joined(linesOf(copy).toSpliced(4, 1))],
      ["leaf", 2, (copy) => copy.replace("2021–2026", "2021–2027")],
      ["removed", 5, (copy) => resealed(joined(linesOf(copy).with(4, gone(linesOf(copy)[4] ?? ""))))],
      ["cutOff", last - 1, (copy) => joined(linesOf(copy).slice(0, -1))],
      ["cutOff", last, (copy) => copy.slice(0, -1).slice(0, -10)],
      ["afterEnd", last + 1, (copy) => `${copy}\n`],
      ["afterEnd", last + 1, (copy) => `${copy}x`],
      ["count", last, (copy) => copy.replace(`"events":${events}`, `"events":${events - 1}`)],
      ["checkpoint", last, (copy) => copy.replace(`landskrona\\n${events}`, `landskrona\\n${events - 1}`)],
      ["checkpoint", last, (copy) => copy.replace("frist/landskrona", "frist/lund")],
      ["root", last, (copy) => copy.replace(/(landskrona\\n\d+\\n)[^\\]*/u, `$1${"A".repeat(43)}=`)],
      ["sum", last, (copy) => copy.replace(/"sha256":"[0-9a-f]{64}"\}\n$/u, `"sha256":"${"0".repeat(64)}"}\n`)],
      // The leaf of a removed event is checked too, by its digest.
      ["leaf", 29, (copy) => copy.replace(/("position":28,"activity":)null/u, `$1"del"`)]
    ]
  it.live.each(reasons)("a copy is refused as %s at line %i (%#)", ([fault, line, change]) =>
    Effect.gen(function* () {
      const copy = yield* withRemoval
      const changed = change(copy)
      expect(changed).not.toBe(copy)
      const error = yield* inMemory((log) => Effect.flip(taken(log, [changed])))
      expect(error).toMatchObject({ fault, line })
    })
  )

  it.live("parts of another plan or log, out of order, incomplete or cut off are refused, with the file named", () =>
    Effect.gen(function* () {
      const begin = yield* copyOf(everyEvent.slice(0, 21))
      const [copy, otherPlan] = [yield* withRemoval, yield* copyOf(everyEvent, newPlan())]
      const parts = (from: number) => inMemory((log) => Effect.andThen(taken(log, [copy]), written(log, plan, from)))
      const rest = yield* parts(22)
      expect(yield* refused(rest)).toMatchObject({ fault: "begins", file: "1", line: 1 })
      expect(yield* refused(copy, rest)).toMatchObject({ fault: "begins", file: "2", line: 1 })
      expect(yield* refused(rest, begin)).toMatchObject({ fault: "begins", file: "1", line: 1 })
      expect(yield* refused(copy, otherPlan)).toMatchObject({ fault: "otherPlan", file: "2", line: 1 })
      expect(yield* refused(copy, copy)).toMatchObject({ fault: "begins", file: "2", line: 1 })
      expect(yield* refused(joined(linesOf(copy).slice(0, -1)), rest)).toMatchObject({ fault: "cutOff", file: "1" })
      // Each part holds by itself, but the second follows other events than those of the first.
      expect(yield* refused(begin, rest)).toMatchObject({ fault: "root", file: "2", line: events - 19 })
      expect(yield* refused(copy, "")).toMatchObject({ fault: "empty", file: "2", line: 1 })
    })
  )

  it.live("a copy with an endless line is refused before it fills the memory", () =>
    Effect.gen(function* () {
      const [start = ""] = linesOf(yield* withRemoval)
      const copy = Buffer.concat([Buffer.from(`${start}\n`), Buffer.alloc(longestLine + 1, 97)])
      expect(yield* inMemory((log) => Effect.flip(taken(log, [copy], 1_048_576)))).toMatchObject({
        fault: "tooLong",
        line: 2
      })
    })
  )
})
