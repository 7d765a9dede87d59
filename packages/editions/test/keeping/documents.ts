/**
 * Editions as files of CSV, and a plan that keeps them.
 */
import { Actor, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { day } from "../../../domain/test/given.ts"
import { readEdition } from "../../src/EditionReader.ts"
import { importEdition } from "../../src/EditionImport.ts"
import type { ReadingOptions } from "../../src/ReadingOptions.ts"

export const plan = PlanId.make("strategi")
export const actor = Actor.make("Strategen")

/** The headings of most tables here. */
export const usual = "Område;Mål;Tid;Ansvarig;Status;Uppföljning;Ny tid"

/** Returns the edition of lines of CSV, under headings. */
export const csv = (name: string, lines: ReadonlyArray<string>, headings = usual, options: ReadingOptions = {}) =>
  readEdition(`${name}.csv`, Buffer.from(`${[headings, ...lines].join("\n")}\n`), options)

/** Imports lines of CSV as an edition of a day. */
export const imported = (
  name: string,
  held: string,
  lines: ReadonlyArray<string>,
  headings = usual,
  options: ReadingOptions = {}
) =>
  Effect.flatMap(csv(name, lines, headings, options), (edition) =>
    importEdition({ plan, actor, edition, heldOn: day(held) })
  )

/** Returns the events of a day in brief: type and words. */
export const eventsOf = (held: string) =>
  Effect.flatMap(EventLog, (log) =>
    Effect.map(log.read(plan), (events) => events.filter(({ effectiveOn }) => effectiveOn === held))
  )
