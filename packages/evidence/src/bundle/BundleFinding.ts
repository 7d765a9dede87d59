/**
 * What can be found in a bundle. `bundleSentence` puts a finding into words.
 */
import type { PlanId } from "@frist/domain/Names"
import type { CheckpointMatch } from "../checkpoints/CheckpointMatch.ts"
import type { BrokenEvent } from "../LogVerifier.ts"

/** Which checkpoint a finding is about: one `kept` in the bundle (`null`), or one in an earlier file, by its name. */
export interface CheckpointSource {
  readonly file: string | null
  readonly size: number
}

/** A line of the log that cannot belong to a copy, or with which the log ends too early. */
export interface LineFinding {
  readonly code: "lineAltered" | "logCutOff"
  readonly line: number
}

/** A finding on a bundle. */
export type BundleFinding =
  | { readonly code: "notABundle" }
  | { readonly code: "filesMatch"; readonly files: number }
  | { readonly code: "fileAltered"; readonly name: string }
  | LineFinding
  | ({ readonly code: "eventBroken" } & NamedEvent)
  | { readonly code: "logIntact"; readonly plan: PlanId; readonly events: number }
  | { readonly code: "contentErased"; readonly events: number }
  | { readonly code: "editionsHold"; readonly editions: number }
  | { readonly code: "editionsErased"; readonly editions: number }
  | { readonly code: "editionMissing"; readonly sha256: string }
  | { readonly code: "editionAltered"; readonly sha256: string }
  | { readonly code: "noCheckpoint"; readonly file: string }
  | { readonly code: "checkpointHolds"; readonly which: CheckpointSource }
  | ({ readonly code: "checkpointFails"; readonly which: CheckpointSource } & Pick<
      CheckpointMatch,
      "fault" | "from" | "to"
    >)
  | { readonly code: "signatureForged"; readonly which: CheckpointSource }
  | { readonly code: "signed"; readonly which: CheckpointSource; readonly signer: string }
  | { readonly code: "notSigned"; readonly signer: string }
  | { readonly code: "notAKey"; readonly text: string }
  | { readonly code: "noEarlierFile" }
  | { readonly code: "noKey" }
  | { readonly code: "noText" }
  | { readonly code: "noTables" }
  | { readonly code: "filesMade"; readonly files: number; readonly command: string }
  | ({ readonly code: "fileDiffers"; readonly name: string } & FileDifference)
  | { readonly code: "notMade"; readonly why: "command" | "events" | "version"; readonly program: string }

/** An event that does not hold, by its activity and type, as its line says; where it is missing or misplaced, both are null. */
export interface NamedEvent extends BrokenEvent {
  readonly activity: string | null
  readonly type: string | null
}

/** After which words a file says something else than the log gives; all null where its words are the same. */
export interface FileDifference {
  readonly after: string | null
  readonly found: string | null
  readonly made: string | null
}
