/**
 * The failures of exporting and restoring a copy.
 */
import type { CopyTexts } from "../texts/CopyTexts.ts"
import type { CopyRefused } from "@frist/store/copy/CopyRefused"
import type { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { refused } from "../failures/Failure.ts"

/** Returns the failure of a copy that is rejected. */
export const copyFailure = ({ against = "", detail, fault, file, line }: CopyRefused, { at, faults }: CopyTexts) =>
  refused(faults[fault](at(file, line), detail, against))

/** Returns the failure of an event that fails verification. `where` is the file and line, or the place in the log. */
export const evidenceFailure = ({ flaw, position }: EvidenceBroken, where: string, { flaws }: CopyTexts) =>
  refused(flaws[flaw](where, position))
