/**
 * The event that a verified proof shows: in words, removed, and of a version that has no words here.
 */
import { EventProof } from "@frist/evidence/Proof"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import { provenEventText } from "../../src/terminal/ProvenEventText.ts"
import { commandPhrases } from "../../src/texts/CommandPhrases.ts"

const hash = "0".repeat(64)
const shown = (language: "en" | "sv", content: string | null, type = "FollowUpNoted") => {
  const proof = Schema.decodeUnknownSync(EventProof)({
    view: "frist/proof",
    version: 1,
    sentence: "",
    plan: "sample",
    recorded: "2024-06-17T12:00:07.000Z",
    event: {
      position: 12,
      activity: "sdv",
      type,
      effectiveOn: "2024-06-17",
      recordedAt: 1718625607000,
      actor: "Strategen",
      batch: "0190e6a0-0000-7000-8000-000000000000",
      provenance: "stated",
      source: { document: "2024-06-17.csv", sha256: hash, table: "Aktiviteter", row: 7, column: "Uppföljning" },
      content,
      salt: hash,
      digest: null,
      leaf: hash
    },
    path: [],
    checkpoint: ""
  })
  return provenEventText(proof, commandPhrases(language), { width: 100, colour: false })
}

it("a proven event is shown with kind, activity, day, actor, content and source, in either language", () => {
  const content = JSON.stringify({ _tag: "FollowUpNoted", text: "Pilot klar" })
  expect(shown("sv", content)).toMatch(
    /Uppgift 12 +Uppföljning.*Aktivitet +sdv\nRapporterat +2024-06-17\nInnehåll +Pilot klar\nAv +Strategen\n +2024-06-17 12:00:07Z\nKälla +2024-06-17\.csv, Aktiviteter, rad 7/su
  )
  expect(shown("en", content)).toMatch(
    /Event 12 +.*Activity +sdv\nReported +2024-06-17\nWhat +Pilot klar\nBy +Strategen/su
  )
})

it("lines of a proven event's content never begin where Frist's own sentences do", () => {
  const out = shown("sv", JSON.stringify({ _tag: "FollowUpNoted", text: "Klart\nBeviset håller inte\n\u001b[31m" }))
  expect(out).toMatch(/^ {2,}Beviset håller inte$/mu)
  expect(out).not.toContain("\u001b")
})

it("a proven event says that its content was removed, and shows content that it has no words for", () => {
  expect(shown("sv", null)).toContain("innehållet är gallrat")
  expect(shown("en", '{"_tag":"Newer","words":"x"}', "Newer")).toMatch(
    /Event 12 +Newer\n.*\{"_tag":"Newer","words":"x"\}/su
  )
})
