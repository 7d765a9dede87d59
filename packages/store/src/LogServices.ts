/**
 * The services that every adapter's `layer` provides.
 */
import type { EventLog } from "./EventLog.ts"
import type { EvidenceLog } from "./EvidenceLog.ts"
import type { LogAdministration } from "./LogAdministration.ts"

/** Recording and reading events, their evidence, and an operator's work on them. */
export type LogServices = EventLog | EvidenceLog | LogAdministration
