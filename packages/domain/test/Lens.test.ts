/**
 * The two times of the lens: when a fact was true, and when it was known. Tests late records, corrections and removals
 * once, for every view.
 */
import { describe, expect, it } from "@effect/vitest"
import { lens, type Times } from "../src/plan/Lens.ts"
import { planAt } from "../src/plan/Plan.ts"
import { removalsIn } from "../src/plan/Removal.ts"
import type { RecordedEvent } from "../src/RecordedEvent.ts"
import { date, day, type Given, logOf, on, position } from "./given.ts"
import { corrected, moved, noted, opened, redacted, registered, webb } from "./sample.ts"

const begun = [on("2021-01-01", opened), on("2021-01-01", registered(webb))]
const deadline = (log: ReadonlyArray<RecordedEvent>, times: Times = {}) =>
  planAt(log, times).activities.get(webb)?.deadline?.words
const notes = (log: ReadonlyArray<RecordedEvent>, times: Times = {}) => planAt(log, times).activities.get(webb)?.notes
const positions = (log: ReadonlyArray<RecordedEvent>, times: Times = {}) =>
  lens(log, times).map(({ record }) => record.position)

const fact = (text: string) => ({ _tag: "FollowUpNoted", text }) as const
const wrongly = (...more: ReadonlyArray<Given>) =>
  logOf([...begun, on("2022-01-01", noted(webb, "Fel")), on("2022-02-01", noted(webb, "Sen")), ...more])
const erased = (log: ReadonlyArray<RecordedEvent>, at: number) =>
  log.map((record) => (record.position === at ? { ...record, event: null } : record))

describe("the facts in effect", () => {
  it("facts are ordered by effective day and then by position, in whatever order they are read", () => {
    const log = logOf(
      ["2024-03-01", "2024-01-01", "2024-03-01", "2024-02-01", "2024-01-01"].map((text) => on(text, opened))
    )
    expect(positions(log)).toEqual([2, 5, 4, 1, 3])
    expect(positions(log.toReversed())).toEqual([2, 5, 4, 1, 3])
    expect(log.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  })

  it("asOf selects the facts that were true by the end of a day", () => {
    const log = logOf([
      ...begun,
      on("2022-06-01", moved(webb, "2021-12-31", "2023")),
      on("2023-06-01", moved(webb, "2023", "2025"))
    ])
    expect(deadline(log)).toBe("2025")
    expect(deadline(log, { asOf: day("2023-05-31") })).toBe("2023")
    expect(deadline(log, { asOf: day("2022-06-01") })).toBe("2023")
    expect(deadline(log, { asOf: day("2022-05-31") })).toBe("2021-12-31")
    expect(deadline(log, { asOf: day("2020-12-31") })).toBeUndefined()
  })

  it("knownAt selects the facts that were recorded by an instant", () => {
    const log = logOf([...begun, on("2022-06-01", moved(webb, "2021-12-31", "2023"))])
    expect(deadline(log, { knownAt: 3000 })).toBe("2023")
    expect(deadline(log, { knownAt: 2999 })).toBe("2021-12-31")
    expect(deadline(log, { knownAt: 0 })).toBeUndefined()
  })
})

describe("a fact recorded late", () => {
  const log = logOf([
    ...begun,
    on("2023-06-01", moved(webb, "2021-12-31", "2025")),
    on("2022-06-01", moved(webb, "2021-12-31", "2023"))
  ])

  it("a fact recorded late takes its place by day and does not undo later facts", () => {
    expect(deadline(log)).toBe("2025")
    expect(deadline(log, { asOf: day("2022-12-31") })).toBe("2023")
  })

  it("was not known before it was recorded", () => {
    expect(deadline(log, { asOf: day("2022-12-31"), knownAt: 3000 })).toBe("2021-12-31")
  })
})

describe("a correction", () => {
  it("a correction replaces a fact at its position and on its day", () => {
    const right = wrongly(on("2024-01-01", corrected(webb, 3, fact("Rätt"))))
    expect(notes(right)).toEqual(["Rätt", "Sen"])
    expect(notes(right, { asOf: day("2022-01-15") })).toEqual(["Rätt"])
    const entry = lens(right).find(({ record }) => record.position === 3)
    expect(entry).toMatchObject({ fact: fact("Rätt"), record: { event: fact("Fel") }, corrected: { position: 5 } })
  })

  it("a correction without a replacement withdraws the fact", () => {
    expect(notes(wrongly(corrected(webb, 3, null)))).toEqual(["Sen"])
  })

  it("a correction of a registration changes the first deadline", () => {
    const first = registered(webb, { deadline: date("2022-12-31") }).event
    if (first._tag !== "ActivityRegistered") throw new Error("not a registration")
    expect(planAt(wrongly(corrected(webb, 2, first))).activities.get(webb)).toMatchObject({
      original: date("2022-12-31"),
      baseline: date("2022-12-31"),
      deadline: date("2022-12-31")
    })
  })

  it("the last correction of a fact decides, in whatever order they are read", () => {
    const twice = wrongly(corrected(webb, 3, fact("Ett")), corrected(webb, 3, null), corrected(webb, 3, fact("Tre")))
    expect(notes(twice)).toEqual(["Tre", "Sen"])
    expect(notes(twice.toReversed())).toEqual(["Tre", "Sen"])
  })

  it("was not known before it was recorded", () => {
    const twice = wrongly(corrected(webb, 3, fact("Ett")), corrected(webb, 3, null))
    expect([4000, 5000, 6000].map((knownAt) => notes(twice, { knownAt }))).toEqual([
      ["Fel", "Sen"],
      ["Ett", "Sen"],
      ["Sen"]
    ])
  })

  it("a corrected move is not counted as a second move", () => {
    const right = { _tag: "DeadlineMoved", from: date("2021-12-31"), to: date("2023"), reason: null } as const
    const moves = lens(logOf([...begun, moved(webb, "2021-12-31", "2032"), corrected(webb, 3, right)]))
    expect(moves.map(({ fact }) => fact).filter(({ _tag }) => _tag === "DeadlineMoved")).toEqual([right])
  })
})

const words = (at: number) => `[Dnr 2024/17 #${at}]`
const noteOf = (text: string) => ({ _tag: "FollowUpNoted", text }) as const
const leaving = (text: string) => redacted(webb, 3, { remains: noteOf(text) })
const removedBy = (...removals: ReadonlyArray<Given>) => logOf([...begun, noted(webb, "Ett namn"), ...removals])

describe("a removal", () => {
  const withRemoval = [...begun, noted(webb, "Ett namn"), noted(webb, "Kvar"), redacted(webb, 3)]

  it("a removed fact stands with the decision in place of its content", () => {
    expect(notes(logOf(withRemoval))).toEqual([words(3), "Kvar"])
    expect(lens(logOf(withRemoval)).map(({ removed }) => removed)).toEqual([null, null, "Dnr 2024/17", null])
  })

  it("a removal gives the same facts after the content is erased, at every time", () => {
    const gone = erased(logOf(withRemoval), 3)
    expect(notes(gone)).toEqual([words(3), "Kvar"])
    expect(notes(gone, { knownAt: 4000 })).toEqual([words(3), "Kvar"])
    expect(notes(logOf(withRemoval), { knownAt: 4000 })).toEqual(["Ett namn", "Kvar"])
  })

  it("what remains of an erased fact is what its removal says", () => {
    const log = logOf([...begun, noted(webb, "Ett namn"), redacted(webb, 3, { remains: noteOf("Utan namn") })])
    expect(notes(erased(log, 3))).toEqual(["Utan namn"])
  })

  it("a removal that says more than the fact, or hides it, removes nothing", () => {
    for (const said of [{ remains: noteOf("Klart") }, { remains: null }, { remains: null, corrects: position(1) }]) {
      const log = [...begun, noted(webb, "Ett namn"), redacted(webb, 3, said)]
      expect(notes(logOf(log))).toEqual(["Ett namn"])
      expect(notes(logOf([...log, redacted(webb, 3, { remains: noteOf(words(3)) })]))).toEqual([words(3)])
    }
  })

  it("of an erased fact nothing remains that its removals disagree about", () => {
    expect(notes(erased(removedBy(leaving("Utan namn"), leaving("Klart")), 3))).toEqual([words(3)])
    expect(notes(erased(removedBy(redacted(webb, 3), leaving("Utan namn"), leaving("Utan namn")), 3))).toEqual([
      "Utan namn"
    ])
  })

  it("nothing removes or corrects an event that is recorded later, or a removal", () => {
    const early = [redacted(webb, 4, { remains: null }), noted(webb, "Sen")]
    expect(notes(logOf([...begun, ...early]))).toEqual(["Sen"])
    expect(notes(logOf([...begun, corrected(webb, 4, null), noted(webb, "Sen")]))).toEqual(["Sen"])
    const log = logOf([...begun, noted(webb, "Ett namn"), redacted(webb, 3), redacted(webb, 4)])
    expect([...removalsIn(log).keys()]).toEqual([3])
  })

  it("a removed registration stands, with its dates unknown, where an earlier version removed it", () => {
    const log = erased(logOf([...begun, noted(webb, "Kvar"), redacted(webb, 2)]), 2)
    expect(planAt(log).activities.get(webb)).toMatchObject({
      area: words(2),
      deadline: { words: words(2), edtf: null },
      notes: ["Kvar"]
    })
  })

  it("a removed row is not missed in documents", () => {
    const source = { document: "a.csv", sha256: "a".repeat(64), table: null, row: 1, column: null }
    const log = logOf([...begun, redacted(webb, 2)]).map((record) => ({ ...record, source }))
    expect(planAt(log.slice(0, 2)).activities.get(webb)?.fromDocument).toBe(true)
    expect(planAt(erased(log, 2)).activities.get(webb)?.fromDocument).toBe(false)
  })

  it("two removed dates are never the same", () => {
    const log = logOf([
      ...begun,
      moved(webb, "2021", "2022"),
      moved(webb, "2022", "2023"),
      redacted(webb, 3),
      redacted(webb, 4)
    ])
    const dates = lens(log).flatMap(({ fact }) => (fact._tag === "DeadlineMoved" ? [fact.to.words] : []))
    expect(dates).toEqual([words(3), words(4)])
  })

  it("a removed correction still corrects, before and after the content is erased", () => {
    const log = logOf([
      ...begun,
      noted(webb, "Fel"),
      corrected(webb, 3, null),
      redacted(webb, 4, { remains: null, corrects: position(3) })
    ])
    expect(notes(log)).toEqual([])
    expect(notes(erased(log, 4))).toEqual([])
  })

  it("a correction that an earlier version removed no longer corrects: the one before it does", () => {
    const log = logOf([
      ...begun,
      noted(webb, "Fel"),
      corrected(webb, 3, { _tag: "FollowUpNoted", text: "Rätt" }),
      corrected(webb, 3, { _tag: "FollowUpNoted", text: "Ett namn" }),
      redacted(webb, 5)
    ])
    expect(notes(log)).toEqual(["Rätt"])
    expect(notes(erased(log, 5))).toEqual(["Rätt"])
    expect(notes(log, { knownAt: 5000 })).toEqual(["Ett namn"])
  })

  it("the removal of a corrected fact keeps the correction", () => {
    const fact = { _tag: "FollowUpNoted", text: "Utan namn" } as const
    expect(notes(logOf([...begun, noted(webb, "Ett namn"), corrected(webb, 3, fact), redacted(webb, 3)]))).toEqual([
      "Utan namn"
    ])
  })
})
