/**
 * The texts of the command: one sentence for each thing that can go wrong.
 */
import { Problem } from "@frist/editions/UnreadableDocument"
import { describe, expect, it } from "vitest"
import { commandPhrases } from "../src/texts/CommandPhrases.ts"

describe.each(["sv", "en"] as const)("a sentence in %s", (language) => {
  const { text } = commandPhrases(language)

  it.each(Problem.literals)(
    "about a document that cannot be read (%s) is one line that ends with a full stop",
    (problem) => {
      for (const detail of ["", "Blad1!B7", "x".repeat(100)])
        expect(text.problems[problem]("uppföljning.docx", detail)).toMatch(/^[^\n]{20,300}\.$/u)
    }
  )
})
