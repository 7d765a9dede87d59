/**
 * The deadlines of a plan as a calendar (RFC 5545): an event for each open activity with a date, under a name that stays
 * the same, with the number of its moves.
 */
import { Day } from "@frist/domain/Day"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { board } from "@frist/projections/Board"
import { withoutTurns } from "@frist/domain/text/InertText"
import { boardViews } from "@frist/reports/BoardViews"
import { activityAddress } from "@frist/reports/live/PageAddress"
import { changeWords, phrases } from "@frist/reports/words/Phrases"
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator"
import type { PlanVersion } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/**
 * Returns the calendar. An event spans the days that its date can mean. It is tentative where they are several, and where
 * an end is open: then it is on the day that is known.
 */
export const calendarText = ({ checkpoint, history, plan }: PlanVersion, { language, texts, url }: Site): string => {
  const phrase = phrases(language)
  const { name } = boardViews(history)
  const calendar = ical({
    prodId: { company: "Frist", product: "frist", language: language.toUpperCase() },
    name: escapedName(texts.calendarName(phrase.text.report.title(history.plan.title ?? plan))),
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600
  })
  for (const { activity, deadline, moves, original } of board(history).activities) {
    const [first, last] = [deadline?.earliest ?? deadline?.latest, deadline?.latest ?? deadline?.earliest]
    if (deadline === null || first == null || last == null) continue
    const isExact = deadline.earliest === deadline.latest && !PlannedDate.isVague(deadline)
    calendar.createEvent({
      id: `${activity}@${checkpoint.origin}`,
      sequence: history.movesOf(activity).length,
      // The same log gives the same calendar.
      stamp: new Date(history.events.at(-1)?.recordedAt ?? 0),
      start: midnight(first),
      end: midnight(Day.fromNumber(Day.toNumber(last) + 1)),
      allDay: true,
      summary: printedText(name(activity)),
      status: isExact ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      description: printedText(
        [
          texts.asWritten(deadline.words),
          ...(PlannedDate.same(original, deadline) ? [] : [texts.original(original?.words ?? "–")]),
          ...(moves.count === 0 ? [] : [texts.moveCount(changeWords(moves, phrase))])
        ].join("\n")
      ),
      url: activityAddress({ root: `${url}/` }, activity)
    })
  }
  return calendar.toString()
}

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** Returns a text without the control characters that a calendar may not contain, but for ends of lines. */
const printedText = (text: string): string =>
  withoutTurns(text).replace(/[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, "\ufffd")

/** Returns the name of a calendar as it is written: on one line, and escaped, which the library leaves to its caller. */
const escapedName = (text: string): string =>
  printedText(text)
    .replace(/\s+/gu, " ")
    .replace(/[\\;,]/gu, (character) => `\\${character}`)
