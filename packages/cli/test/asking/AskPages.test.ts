/**
 * What the pages about questions show of gathered answers is what is printed. Answers need a hand, so the pages cannot run it.
 */
import { afterAll, beforeAll, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fillIn } from "../../../reports/test/filledSheet.ts"
import { first, folder, frist, second } from "../frist.ts"
import { date, note, reason, status } from "./round.ts"

const docs = join(import.meta.dirname, "../../../../docs")
const { COLUMNS } = process.env
beforeAll(() => void (process.env["COLUMNS"] = "88"))
afterAll(() => {
  if (COLUMNS === undefined) delete process.env["COLUMNS"]
  else process.env["COLUMNS"] = COLUMNS
})

it("the pages show what frist gather prints of one sheet with answers to three rows", async () => {
  const place = folder()
  const db = join(place, "x.db")
  const fragor = join(place, "fragor")
  await frist("import", first, "--held-on", "2023-12-15", "--plan", "sample", "--db", db)
  await frist("import", second, "--held-on", "2024-06-17", "--plan", "sample", "--db", db)
  await frist("ask", "--review", "2024-12-16", "--out", fragor, "--db", db)
  fillIn(join(fragor, "verksamhetschef-med-stod-av-specialistfunktion-2024-12-16.docx"), {
    2: { [status]: "Klart 2024-11-30", [note]: "Alla har gått kursen." },
    3: { [date]: "2025-06-30", [reason]: "Utbildaren slutade" },
    13: { [status]: "Nästan" }
  })
  const { err, out } = await frist(
    "gather",
    fragor,
    "--held-on",
    "2024-12-16",
    "--propose",
    join(place, "svar.json"),
    "--db",
    db
  )
  const printed = `${out}\n${err}`.replaceAll(`${place}/`, "~/")
  const block = `$ frist gather ~/fragor --held-on 2024-12-16 --propose ~/svar.json\n\n${printed}\n`
  for (const page of ["how-to/ask-those-responsible.md", "sv/fraga-de-ansvariga.md"])
    expect(readFileSync(join(docs, page), "utf8"), page).toContain(`\`\`\`text\n${block}\`\`\``)
})
