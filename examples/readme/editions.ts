import { Day } from "@frist/domain/Day"
import * as Plan from "@frist/domain/Plan"
import { propose } from "@frist/editions/changes/EditionChanges"
import { readEdition } from "@frist/editions/EditionReader"
import { Effect } from "effect"
import { readFile } from "node:fs/promises"

/** What a document (DOCX, XLSX or CSV) would change in a plan of which nothing is known yet. */
export const changesIn = (path: string, heldOn: string) =>
  Effect.gen(function* () {
    const bytes = yield* Effect.promise(() => readFile(path))
    const edition = yield* readEdition(path.replace(/^.*[\\/]/u, ""), bytes)
    return propose(edition, Plan.at([]), Day.make(heldOn), { title: "Digital strategi" }).proposals
  })
