/**
 * The sentences of proofs. They are derived from what is proven, and compared: no proof may say anything else. Proofs
 * that were handed out keep their words, so sentences that are no longer written are still known.
 */
import type { PlanId } from "@frist/domain/Names"
import { originOf } from "../checkpoints/Checkpoint.ts"

/** What a proof of an event and a proof of two checkpoints say, by language. */
export const proofSentences = {
  sv: {
    event: (position: number, plan: string, size: number) =>
      `Uppgift ${position} i planen ${plan} fanns, som den står här, bland de ${size} uppgifter som kontrollkoden gäller.`,
    tree: (from: number, to: number, plan: string) =>
      `De första ${from} uppgifterna i planen ${plan} är desamma enligt båda kontrollkoderna; den senare gäller ${to}.`,
    log: (from: number, to: number, origin: string) =>
      `De första ${from} uppgifterna i loggen ${origin} är desamma enligt båda kontrollkoderna; den senare gäller ${to}.`
  },
  en: {
    event: (position: number, plan: string, size: number) =>
      `Event ${position} of plan ${plan}, exactly as shown here, is among the ${size} events that the checkpoint covers.`,
    tree: (from: number, to: number, plan: string) =>
      `The first ${from} events of plan ${plan} are the same in both checkpoints; the later one has ${to}.`,
    log: (from: number, to: number, origin: string) =>
      `The first ${from} events of the log ${origin} are the same in both checkpoints; the later one has ${to}.`
  }
}

/** The sentences of one language. */
export type ProofSentences = (typeof proofSentences)["en"]

/** What proofs said in Swedish in their first words. */
const firstSwedish: ProofSentences = {
  event: (position: number, plan: string, size: number) =>
    `Händelse ${position} i planen ${plan} fanns, som den står här, bland de ${size} händelser som kontrollpunkten gäller.`,
  tree: (from: number, to: number, plan: string) =>
    `De första ${from} händelserna i planen ${plan} är desamma i båda kontrollpunkterna; den senare har ${to}.`,
  log: (from: number, to: number, origin: string) =>
    `De första ${from} händelserna i loggen ${origin} är desamma i båda kontrollpunkterna; den senare har ${to}.`
}

/** The sentences that a proof may have: those that are written, and those that were. */
export const knownSentences: ReadonlyArray<ProofSentences> = [...Object.values(proofSentences), firstSwedish]

/** What two checkpoints prove, in one language. They name the plan only by the name of its log, if that is the default. */
export const treeSentence = (
  { log, tree }: ProofSentences,
  {
    from,
    origin,
    plan,
    to
  }: { readonly from: number; readonly to: number; readonly plan: PlanId; readonly origin: string }
): string => (origin === originOf(plan) ? tree(from, to, plan) : log(from, to, origin))
