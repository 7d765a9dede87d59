/**
 * The rule about one thing that a document writes in several ways.
 */
import { describe, expect, it } from "@effect/vitest"
import { ongoing, remarks } from "./remarks.ts"

const areas = (...all: ReadonlyArray<string>) =>
  remarks("SeveralNames", ongoing(...all.map((area, i) => ({ area, goal: `Mål ${i}` }))))

const goals = (...all: ReadonlyArray<string>) =>
  remarks("SeveralNames", ongoing(...all.map((goal) => ({ area: "1177", goal }))))

describe("one thing", () => {
  it("one area with several signs between its words is reported once", () => {
    expect(areas("1177 Tidbokning", "1177, Tidbokning", "1177 – Tidbokning", "1177 Tidbokning")).toEqual([
      "1 -: 1177 Tidbokning | 1177, Tidbokning | 1177 – Tidbokning"
    ])
  })

  it("areas that differ in words, in signs of their own, or only in capitals are not reported", () => {
    expect(areas("1177 Tidbokning", "1177 Basutbud", "1177")).toEqual([])
    expect(areas("C", "C++", "C#")).toEqual([])
    expect(areas("Elab", "ELAB")).toEqual([])
  })

  it("a word that the vocabulary knows by several spellings is reported, not one in other forms", () => {
    expect(goals("Webbtidboken öppen", "Webtidbok på hud", "Webbokning på ögon")).toEqual([
      "1 -: Webbtidboken | Webtidbok | Webbokning"
    ])
    expect(goals("Webbtidboken öppen", "Webbtidbokning på hud", "WEBBTIDBOK")).toEqual([])
  })
})
