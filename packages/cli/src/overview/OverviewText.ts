/**
 * The state of a database as text for a terminal, with the commands that come next.
 */
import type { Day } from "@frist/domain/Day"
import type { PlanId } from "@frist/domain/Names"
import type { PlanSummary } from "@frist/store/EventLog"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { type Canvas, paragraph } from "../terminal/TerminalTable.ts"
import { enOverview } from "./enOverview.ts"
import { svOverview } from "./svOverview.ts"

/** What a plan holds today, in numbers. */
export interface PlanOverview {
  readonly plan: PlanId
  readonly title: string | null
  readonly lastReview: Day | null
  readonly ongoing: number
  readonly completed: number
  /** Ongoing activities whose deadline has passed. */
  readonly passed: number
  readonly requests: number
  readonly warnings: number
}

interface Overview {
  readonly database: string
  readonly plans: ReadonlyArray<PlanSummary>
  readonly shown: PlanOverview | null
}

/** More plans than this are counted, not listed. */
const mostListed = 20

/** Returns the state, and below it a line for each command that comes next. */
export const overviewText = ({ database, plans, shown }: Overview, phrase: CommandPhrases, canvas: Canvas): string => {
  const text = phrase.language === "sv" ? svOverview : enOverview
  const state =
    shown === null
      ? plans.length === 0
        ? [text.empty(database)]
        : [
            text.plans(plans.length, database),
            ...plans
              .slice(0, mostListed)
              .map(({ events, plan }) => `  ${text.plan(plan, phrase.text.plural.events(events))}`)
          ]
      : [
          paragraph(shown.title ?? shown.plan, "bold", canvas),
          text.reviewed(shown.lastReview),
          text.activities(shown.ongoing, shown.completed),
          ...(shown.passed === 0 ? [] : [text.passed(shown.passed)]),
          ...(shown.requests === 0 ? [] : [text.requests(shown.requests)]),
          ...(shown.warnings === 0 ? [] : [text.warnings(shown.warnings)])
        ]
  return [...state, "", text.next, ...nextLines({ plans, shown }, text, phrase.text.severity.warning)].join("\n")
}

type Next = readonly [command: string, purpose: string]

const nextLines = (
  { plans, shown }: Omit<Overview, "database">,
  { to }: typeof svOverview,
  warning: string
): ReadonlyArray<string> => {
  const place = plans.length > 1 && shown !== null ? ` --plan ${shown.plan}` : ""
  const commands: ReadonlyArray<Next> =
    shown === null
      ? plans.length === 0
        ? [
            [`frist import ${to.file} --held-on ${to.date}`, to.import],
            [`frist open "${to.title}"`, to.open]
          ]
        : [["frist --plan ID", to.choose]]
      : [
          [`frist board${place}`, to.board],
          ...(shown.requests > 0 ? [[`frist decisions${place}`, to.decide] as const] : []),
          ...(shown.warnings > 0 ? [[`frist findings${place} --severity ${warning}`, to.findings] as const] : []),
          [`frist slips${place}`, to.slips],
          ...(shown.lastReview === null
            ? []
            : [[`frist report${place} --held-on ${shown.lastReview} --out ${to.report}.html`, to.write] as const]),
          [`frist import ${to.file}${place} --held-on ${to.date}`, to.importNext]
        ]
  const all = [...commands, ["frist --help", to.help] as const]
  const width = Math.max(...all.map(([command]) => command.length))
  return all.map(([command, purpose]) => `  ${command.padEnd(width)}  ${purpose}`)
}
