/**
 * The name and the date of a card of a timeline that holds both in one line.
 */
import { expect, it } from "@effect/vitest"
import { timelineCards } from "../src/formats/grid/TimelineCards.ts"

const cardOf = (text: string) => {
  const [card] = timelineCards([{ seen: [], cells: new Map([[0, { text, seen: [] }]]) }] as never)
  return [card?.name, card?.date]
}

it.each<readonly [text: string, name: string, date: string | null]>([
  ["Elab – infört 2023-12-01", "Elab – infört", "2023-12-01"],
  ["Elab 2023-12", "Elab", "2023-12"],
  ["Elab: 2023", "Elab", "2023"],
  ["Beta June 3, 2024", "Beta", "June 3, 2024"],
  ["Start 31st March 2024", "Start", "31st March 2024"],
  ["Pilot hösten 2024", "Pilot", "hösten 2024"],
  ["Vision 2030", "Vision 2030", null],
  ["Agenda 2030", "Agenda 2030", null],
  ["Release 2.0", "Release 2.0", null],
  ["Två veckor före 2024-06-30", "Två veckor före 2024-06-30", null],
  ["2024-01-01 till start 2024-06-30", "2024-01-01 till start 2024-06-30", null]
])("the card %s is %s, at %s", (text, name, date) => expect(cardOf(text)).toEqual([name, date]))
