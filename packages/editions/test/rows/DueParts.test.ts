/**
 * Deadline cells of several lines: a part for each line, or no part and no date.
 */
import { describe, expect, it } from "@effect/vitest"
import { readRow } from "../swedish.ts"

const none = {
  id: null,
  area: null,
  goal: "Plats",
  actions: null,
  responsible: null,
  deadline: null,
  newDeadline: null,
  completedOn: null,
  status: null,
  followUp: null
}
const read = (deadline: string) => readRow("activities", { ...none, deadline }, null)
const partsOf = (deadline: string) => read(deadline).parts.map(({ deadline: on, name }) => `${name} ${on?.edtf ?? "?"}`)

describe("a deadline cell of several lines", () => {
  it.each([
    ["Medicin 2024-06-30\nKirurgi 2024-09-30", ["Medicin 2024-06-30", "Kirurgi 2024-09-30"]],
    ["Medicin: 2024-06-30\nKirurgi: Q4 2024", ["Medicin 2024-06-30", "Kirurgi 2024-36"]],
    ["- Medicin 2024-06-30\n- Kirurgi 2024-09-30", ["Medicin 2024-06-30", "Kirurgi 2024-09-30"]],
    ["2024-06-30: Medicin\n2024-09-30: Kirurgi", ["Medicin 2024-06-30", "Kirurgi 2024-09-30"]],
    ["Etapp 1 2024-06-30\nEtapp 2 2024-09-30", ["Etapp 1 2024-06-30", "Etapp 2 2024-09-30"]],
    ["Hud klar med inventering 2024-06-30\nÖgon 2021-02-29", ["Hud klar med inventering 2024-06-30", "Ögon ?"]]
  ])("has a part for each line where every one names a part: %j", (words, parts) =>
    expect(partsOf(words)).toEqual(parts)
  )

  it.each([
    "Medicin: se protokoll 2024-02-15\nKirurgi: se protokoll 2024-03-15",
    "Etapp 2 beslutad 2024-03-01\nEtapp 3 klar 2024-06-30",
    "Beslut 2023-11-01\nKlart 2024-06-30",
    "Beslut KS 2024-02-15\nBeslut KF 2024-03-15",
    "Start 2024-01-01\nSlut 2024-12-31",
    "Ursprunglig 2024-01-01\nNy 2024-12-31",
    "Rev. 2024-01-01\nRev. 2024-02-01",
    "Plan 2024-06-30\nUtfall 2024-07-15",
    "Version 2024-01-01\nUppdaterad 2024-02-01",
    "Klart 2024-06-30\nUtvärderas 2025-06-30",
    "Anna 2024-01-10: skjuts till maj\nOlle 2024-02-10: klart i juni",
    "Medicin: klart 2024-06-30\nKirurgi: ej klart 2024-09-30",
    "Medicin 2024-06-30?\nKirurgi 2024-09-30",
    "Medicin ej 2024-06-30\nKirurgi 2024-09-30",
    "Medicin 2024-06-30\nKirurgi ?\nHud 2024-09-30",
    "Medicin 2024-06-30\nMedicin 2024-09-30",
    "Medicin 2024-06-30\n(preliminärt) 2024-09-30",
    "Pilot 2024-06-30, se dnr 2024-112\nBredd 2024-09-30",
    "Agenda 2030\nVision 2040",
    "Approved 1 March 2024\nStart 1 June 2024",
    "Vedtatt 1. mars 2024\nOppstart 1. juni 2024",
    "Päätös 1.3.2024\nAlkaa 1.6.2024"
  ])("has no part and no date where a line is something else: %j", (words) => {
    const { deadline, irregularities, parts } = read(words)
    expect(parts).toEqual([])
    expect(deadline?.edtf).toBeNull()
    expect(irregularities).toHaveLength(1)
  })
})
