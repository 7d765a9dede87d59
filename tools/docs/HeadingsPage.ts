/**
 * Generates the page of the words that headings are read by. Whether a word is read by itself is tried, with the reader of
 * documents.
 */
import type { EditionColumn } from "@frist/editions/EditionColumn"
import { readCsv } from "@frist/editions/formats/csv/CsvEdition"
import type { HeadingRole } from "@frist/editions/vocabulary/headings/HeadingLanguage"
import { headingLanguages } from "@frist/editions/vocabulary/headings/headingLanguages"
import * as Result from "effect/Result"

/** A column of the page: its name, the parts of headings that are it, what it is read as, and a table to try a word in. */
interface Shown {
  readonly title: string
  readonly roles: ReadonlyArray<HeadingRole>
  readonly column: EditionColumn | null
  /** The heads of a table, with `null` for the word, and the cell below it. */
  readonly heads: ReadonlyArray<string | null>
  readonly cell: string
}

const cellOf: Readonly<Record<string, string>> = { Åtgärd: "Bygg fiber", Tid: "2024-06-30", Status: "Pågår" }

/** In the order of a table's columns. */
const shown: ReadonlyArray<Shown> = [
  {
    title: "*Område*, the area; also a name",
    roles: ["area", "name"],
    column: "area",
    heads: [null, "Åtgärd", "Tid", "Status"],
    cell: "Bredband"
  },
  { title: "*Mål*, the goal", roles: ["goal"], column: "goal", heads: [null, "Tid", "Status"], cell: "Alla anslutna" },
  {
    title: "*Åtgärd*, what is to be done",
    roles: ["action", "issue", "text"],
    column: "actions",
    heads: [null, "Tid", "Status"],
    cell: "Bygg fiber till alla byar"
  },
  {
    title: "*Tid*, the deadline",
    roles: ["due", "time", "dated", "end", "completion", "delivery"],
    column: "deadline",
    heads: ["Åtgärd", null, "Status"],
    cell: "2024-06-30"
  },
  {
    title: "… as first set",
    roles: ["planned", "agreed", "original"],
    column: "deadline",
    heads: ["Åtgärd", null, "Status"],
    cell: "2024-06-30"
  },
  {
    title: "*Ny tid*, the deadline now",
    roles: ["revised", "forecast", "updated", "current", "revision"],
    column: "newDeadline",
    heads: ["Åtgärd", "Tid", null, "Status"],
    cell: "2024-12-31"
  },
  {
    title: "*Ansvarig*, who is responsible",
    roles: ["responsible", "unit"],
    column: "responsible",
    heads: ["Åtgärd", null, "Tid", "Status"],
    cell: "Projektledare"
  },
  { title: "*Status*", roles: ["status", "colour"], column: "status", heads: ["Åtgärd", "Tid", null], cell: "Pågår" },
  {
    title: "*Klart*, when it was done",
    roles: ["done", "actual"],
    column: "completedOn",
    heads: ["Åtgärd", "Tid", "Status", null],
    cell: "2024-05-31"
  },
  {
    title: "*Uppföljning*, the follow-up",
    roles: ["comment"],
    column: "followUp",
    heads: ["Åtgärd", "Tid", "Status", null],
    cell: "Grävningen har börjat"
  },
  {
    title: "*Nr*, the document's own id",
    roles: ["id"],
    column: "id",
    heads: [null, "Åtgärd", "Tid", "Status"],
    cell: "12"
  },
  {
    title: "known, and not read",
    roles: ["other", "start"],
    column: null,
    heads: ["Åtgärd", "Tid", "Status", null],
    cell: "7"
  }
]

/** Returns what a heading is read as, in a table to try it in; `undefined` if the table is not read. */
const readAs = (
  heading: string,
  { cell, heads }: Pick<Shown, "cell" | "heads">
): EditionColumn | "table" | null | undefined => {
  const lines = [
    heads.map((head) => head ?? heading),
    heads.map((head) => (head === null ? cell : (cellOf[head] ?? "")))
  ]
  const csv = new TextEncoder().encode(`${lines.map((line) => line.join(";")).join("\n")}\n`)
  const read = Result.getOrUndefined(readCsv("2024-03-15.csv", csv))
  return read?.tables[0]?.columns.find(({ at }) => at === heads.indexOf(null))?.column
}

/** The words of a column in a language: those that are read by themselves, and those that need others beside them. */
const wordsOf = (language: (typeof headingLanguages)[number], each: Shown) => {
  const words = each.roles.flatMap((role) => language.words[role] ?? [])
  const alone = words.filter((word) => readAs(word.replaceAll("-", " "), each) === each.column)
  return { alone, joined: words.filter((word) => !alone.includes(word)) }
}

const names = ["Swedish", "English", "Norwegian", "Danish", "Finnish", "German", "French"]

/** Returns the page. */
export const headingsPage = (): string =>
  [
    "# Headings",
    "",
    "The words by which the columns of a table are recognised, in seven languages. Generated from the code. They are shown as they are compared: in lower case, `-` between words, and without accents (`insatsomrade` is *Insatsområde*). A word in the first list is read as that column when it is the whole heading, which is tried with the reader of documents for this page. One in the second is read only in a heading of several words, as *Revised completion date* is; by itself it is not read, or as something else. A heading with a word that is not here, or that is ambiguous, is not read: `frist import FILE --columns` shows how each column is taken, and `--column` decides. See [how to import](../how-to/import.md).",
    "",
    ...headingLanguages.flatMap((language, at) => [
      `## ${names[at] ?? ""}`,
      "",
      "| column | by itself | only with others |",
      "|---|---|---|",
      ...shown.flatMap((each) => {
        const { alone, joined } = wordsOf(language, each)
        return alone.length + joined.length === 0
          ? []
          : [`| ${each.title} | ${alone.join(", ")} | ${joined.join(", ")} |`]
      }),
      ""
    ])
  ].join("\n")
