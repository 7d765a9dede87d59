import { Day } from "@frist/domain/Day"
import { Actor, PlanId } from "@frist/domain/Names"
import { importEdition } from "@frist/editions/EditionImport"
import { readEdition } from "@frist/editions/EditionReader"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"

/** Records a document (DOCX, XLSX or CSV) in a plan, as presented on a day. Needs an `EventLog`. */
export const importFile = (path: string, heldOn: string) =>
  Effect.gen(function* () {
    const bytes = yield* Effect.promise(() => readFile(path))
    const edition = yield* readEdition(path.replace(/^.*[\\/]/u, ""), bytes)
    const plan = PlanId.make("digital-strategi")
    return yield* importEdition({ plan, edition, heldOn: Day.make(heldOn), actor: Actor.make("Importer") })
  })
