/**
 * The sentences of a follow-up that were new when a date moved.
 */
import type { Event } from "@frist/domain/Event"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { describe, expect, it } from "@effect/vitest"
import { day, type Given, logOf, on } from "../../domain/test/given.ts"
import { moved, noted, opened, registered, webb } from "../../domain/test/sample.ts"
import { changes } from "../src/Changes.ts"
import { History } from "../src/History.ts"
import { newSentences } from "../src/texts/Quotation.ts"

/** The events as documents state them: those of a day are of one document. */
const inDocuments = (events: ReadonlyArray<Given>): ReadonlyArray<RecordedEvent> =>
  logOf(events).map((record) => RecordedEvent.of({ ...record, source: sourceOf(record.effectiveOn) }))
const sourceOf = (document: string) => ({
  document,
  sha256: document.replaceAll("-", "").padEnd(64, "0"),
  table: null,
  row: null,
  column: null
})
const begun = [on("2023-12-15", opened), on("2023-12-15", registered(webb))]
const quotedIn = (log: ReadonlyArray<RecordedEvent>) =>
  History.of(log, { today: day("2024-07-01") })
    .movesOf(webb)
    .map(({ quoted }) => quoted)

/** A finding about a status cell. */
const cell = (words: string, code: string): Event => ({
  _tag: "FindingRaised",
  code,
  severity: "warning",
  column: "Läge",
  words
})

describe("the quotations of a move", () => {
  const events = [
    ...begun,
    on("2023-12-15", noted(webb, "Arbete pågår. Tar tid!")),
    on("2023-12-15", moved(webb, "2021-12-31", "2024-06-30")),
    on("2024-06-17", noted(webb, "Arbete pågår. Tar tid!\nArbete pågår. Nedprioriterat på grund av nyanställningar.")),
    on("2024-06-17", moved(webb, "2024-06-30", "2024-12-31"))
  ]

  it("are the sentences of the same document that no earlier note has", () => {
    expect(quotedIn(inDocuments(events))).toEqual([
      ["Arbete pågår.", "Tar tid!"],
      ["Nedprioriterat på grund av nyanställningar."]
    ])
  })

  it("are never those of another document or day, nor what a person noted", () => {
    const later = events.map((each) =>
      each.event._tag === "DeadlineMoved" ? { ...each, effectiveOn: day("2024-06-18") } : each
    )
    expect(quotedIn(inDocuments(later))).toEqual([[], []])
    const other = inDocuments(events).map((each) =>
      each.type === "DeadlineMoved" ? RecordedEvent.of({ ...each, source: sourceOf("bilaga") }) : each
    )
    expect(quotedIn(other)).toEqual([[], []])
    expect(quotedIn(logOf(events))).toEqual([[], []])
  })

  it("are also the words of a status cell that state no status, once", () => {
    const asked = events.filter(({ event }) => event._tag !== "FollowUpNoted")
    const log = (first: string, second: string, code = "StatusUnreadable") =>
      inDocuments(
        asked.flatMap((each) =>
          each.event._tag !== "DeadlineMoved"
            ? [each]
            : [
                each,
                on(each.effectiveOn ?? "", {
                  activity: webb,
                  event: cell(each.effectiveOn === "2023-12-15" ? first : second, code)
                })
              ]
        )
      )
    expect(quotedIn(log("Upphandlas", "Leverantören\n är sen"))).toEqual([["Upphandlas"], ["Leverantören är sen"]])
    expect(quotedIn(log("Upphandlas", "Upphandlas"))).toEqual([["Upphandlas"], []])
    expect(quotedIn(log("?", "–"))).toEqual([[], []])
    expect(quotedIn(log("a", "b", "DateUnreadable"))).toEqual([[], []])
  })

  it("are none where the follow-up says nothing new, and leave the reason as it is", () => {
    const silent = events.filter(
      ({ effectiveOn, event }) => effectiveOn === "2023-12-15" || event._tag === "DeadlineMoved"
    )
    expect(quotedIn(inDocuments(silent))).toEqual([["Arbete pågår.", "Tar tid!"], []])
    const history = History.of(inDocuments(events), { today: day("2024-07-01") })
    expect(history.movesOf(webb).map(({ reason }) => reason)).toEqual([null, null])
  })

  it("are listed once with the change since the previous review", () => {
    const review = on("2023-12-15", {
      activity: null,
      event: { _tag: "ReviewHeld", heldOn: day("2023-12-15"), title: null }
    })
    const history = History.of(inDocuments([...events, review]), { today: day("2024-07-01") })
    expect(changes(history).moved.map(({ quoted, reasons }) => [quoted, reasons])).toEqual([
      [["Nedprioriterat på grund av nyanställningar."], []]
    ])
  })
})

const of = (text: string) => newSentences({ text, before: [] })

describe("the sentences of a text", () => {
  it("end with their stops, and with the line", () => {
    expect(of("Pågår. Avd. 2 är med\nKlart? Ja! Se bilaga.")).toEqual([
      "Pågår.",
      "Avd. 2 är med",
      "Klart?",
      "Ja!",
      "Se bilaga."
    ])
  })

  it("do not end at a single letter or within a figure", () => {
    expect(of("Se bl.a. Bilaga 2. Kontakta A. Svensson, kl. 10.30.")).toEqual([
      "Se bl.a. Bilaga 2.",
      "Kontakta A. Svensson, kl. 10.30."
    ])
  })
})
