/**
 * Why a plan that is served cannot be read, in a sentence.
 */
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import { EventLogError } from "@frist/store/EventLog"
import { evidenceFailure } from "../copy/CopyFailure.ts"
import { storageFailure } from "../database/StorageFailure.ts"
import type { Session } from "../Session.ts"
import { copyTexts } from "../texts/CopyTexts.ts"

/** Returns the failure of a command whose log does not hold. */
export const brokenLog = (error: EvidenceBroken, { phrase: { language } }: Session) => {
  const texts = copyTexts[language]
  return evidenceFailure(error, texts.inLog(error.position), texts)
}

/** Returns why a plan cannot be read. */
export const planSentence = (error: unknown, session: Session): string =>
  error instanceof EventLogError
    ? storageFailure(session.database, "reading", error, session.phrase.text).sentence
    : error instanceof EvidenceBroken
      ? brokenLog(error, session).sentence
      : String(error)
