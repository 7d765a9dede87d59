/**
 * Sheets that were filled in and saved by LibreOffice, in each of its formats, give the answers that were written.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { converterOf, isMissing } from "../../../reports/test/libreoffice.ts"
import { frist } from "../frist.ts"
import { answer, asked, date, gathered, note, reason, responsible, status } from "./round.ts"
import { fillIn } from "../../../reports/test/filledSheet.ts"

const answers = {
  1: { [status]: "Klart 2024-11-30", [note]: "Sju sökande.\nEn anställd." },
  2: { [date]: "2025-06-30", [reason]: "Nytt system försenat" },
  3: { [status]: "kanske" }
}

describe.skipIf(isMissing)("a sheet that LibreOffice saved", { timeout: 240_000 }, () => {
  const converted = converterOf()

  it.each([
    ["docx", "docx"],
    ["docx", "odt"],
    ["xlsx", "xlsx"],
    ["xlsx", "ods"]
  ])("from %s as %s has the answers and its mark", async (format, as) => {
    const round = await asked("--format", format)
    const file = join(round.out, `hr-2024-12-16.${format}`)
    fillIn(file, answers)
    const direct = await gathered(round)
    const saved = converted(`hr.${format}`, readFileSync(file), as)
    expect(saved).not.toBeNull()
    rmSync(file)
    writeFileSync(join(round.out, `svar.${as}`), saved ?? new Uint8Array())
    const { commands, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(1)
    expect(commands).toEqual(direct.commands)
    expect(commands).toHaveLength(4)
    expect(out).toContain("”kanske” (svar.")
    expect(out).not.toContain("Ändrat utanför svarskolumnerna")
    const edition = ["import", join(round.out, `svar.${as}`), "--held-on", "2024-12-16", "--db", round.db]
    expect((await frist(...edition)).err).toContain("är ett ark med frågor")
  })

  it("that nobody filled in proposes nothing", async () => {
    const round = await asked()
    for (const name of ["hr", "it", "utan-ansvarig"]) {
      const saved = converted(`${name}.docx`, readFileSync(round.file(name)), "odt")
      writeFileSync(join(round.out, `${name}.odt`), saved ?? new Uint8Array())
    }
    expect(await gathered(round)).toMatchObject({ exitCode: 0, file: null, err: "" })
  })

  it("for rows that nobody is responsible for names who is", async () => {
    const round = await asked()
    answer(round, "utan-ansvarig", { 10: { [responsible]: "Parkchefen" } })
    const saved = converted("x.docx", readFileSync(round.file("utan-ansvarig")), "odt")
    rmSync(round.file("utan-ansvarig"))
    writeFileSync(join(round.out, "x.odt"), saved ?? new Uint8Array())
    const { commands } = await gathered(round)
    expect(commands[1]).toMatchObject({ _tag: "ChangeResponsible", to: "Parkchefen" })
  })
})
