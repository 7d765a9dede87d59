/**
 * Words for dates as trackers have them, with their readings. One file for each language; a line is the words, a tab, and
 * the EDTF of the reading or `unread`. `\n` and `\u....` stand for these characters.
 */
import { readdirSync, readFileSync } from "node:fs"

export interface Written {
  readonly language: string
  readonly words: string
  /** Null: not read. */
  readonly edtf: string | null
}

const folder = new URL("./", import.meta.url)

const decoded = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(String.raw`\n`, "\n")

export const corpus: ReadonlyArray<Written> = readdirSync(folder)
  .filter((name) => name.endsWith(".tsv"))
  .flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [words = "", edtf = ""] = line.split("\t")
        return { language: name.split(".")[1] ?? "", words: decoded(words), edtf: edtf === "unread" ? null : edtf }
      })
  )
