/**
 * Generates the page of the words that headings are read by.
 */
import type { HeadingRole } from "@frist/editions/vocabulary/headings/HeadingLanguage"
import { headingLanguages } from "@frist/editions/vocabulary/headings/headingLanguages"

/** What a reader of documents calls the parts of headings, in the order of a table's columns. */
const columns: ReadonlyArray<readonly [column: string, roles: ReadonlyArray<HeadingRole>]> = [
  ["*Område*, the area", ["area"]],
  ["*Mål*, the goal", ["goal"]],
  ["*Åtgärd*, what is to be done", ["action", "name", "issue", "text"]],
  ["*Tid*, the deadline", ["due", "time", "dated", "end", "completion", "delivery"]],
  ["… as first set", ["planned", "agreed", "original"]],
  ["*Ny tid*, the deadline now", ["revised", "forecast", "updated", "current", "revision"]],
  ["*Ansvarig*, who is responsible", ["responsible", "unit"]],
  ["*Status*", ["status", "colour", "done", "actual"]],
  ["*Uppföljning*, the follow-up", ["comment"]],
  ["*Nr*, the document's own id", ["id"]],
  ["known, and not read", ["other", "start"]]
]

const names = ["Swedish", "English", "Norwegian", "Danish", "Finnish", "German", "French"]

/** Returns the page. */
export const headingsPage = (): string =>
  [
    "# Headings",
    "",
    "The words by which the columns of a table are recognised, in seven languages. Generated from the code. They are shown as they are compared: in lower case, `-` between words, and without accents (`insatsomrade` is *Insatsområde*). A heading may join several, as *Revised completion date* does. One with a word that is not here, or is ambiguous, is not read: `frist import FILE --columns` shows how each column is taken, and `--column` decides. See [how to import](../how-to/import.md).",
    "",
    ...headingLanguages.flatMap((language, at) => [
      `## ${names[at] ?? ""}`,
      "",
      "| column | words |",
      "|---|---|",
      ...columns.flatMap(([column, roles]) => {
        const words = roles.flatMap((role) => language.words[role] ?? [])
        return words.length === 0 ? [] : [`| ${column} | ${words.join(", ")} |`]
      }),
      ""
    ])
  ].join("\n")
