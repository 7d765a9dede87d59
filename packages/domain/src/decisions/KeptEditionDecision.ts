/**
 * Decisions about kept editions: to keep the cells of a document, and to erase cells.
 */
import type { CommandOf } from "../Command.ts"
import { accept, type Decision, nothing, refuse } from "./DecisionResult.ts"
import type { DecisionState } from "./DecisionState.ts"

/** Decides whether other content of an edition is kept. What a decision has erased is not kept again. */
export const keep = ({ content, sha256 }: CommandOf<"KeepEdition">, { editions }: DecisionState): Decision => {
  const known = editions.get(sha256)
  return known !== undefined && (known.content === content || known.erasures.length > 0)
    ? nothing
    : accept(null, { _tag: "EditionKept", sha256, content })
}

/** Decides whether cells of a kept edition are erased. */
export const eraseEdition = (
  { cells, content, decision, sha256 }: CommandOf<"EraseEdition">,
  { editions }: DecisionState
): Decision => {
  const known = editions.get(sha256)
  if (known === undefined) return refuse({ _tag: "EditionNotKept", sha256 })
  const last = known.erasures.at(-1)
  if (known.content === content && last?.decision === decision) return nothing
  return known.content === null
    ? refuse({ _tag: "EditionAlreadyErased", sha256 })
    : accept(null, { _tag: "EditionErased", sha256, cells, content, decision })
}
