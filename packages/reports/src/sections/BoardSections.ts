/**
 * The tables as people know them, with what their marks mean, and beside them lateness in three lenses.
 */
import { isClosed } from "@frist/domain/Status"
import type { BoardAt } from "../BoardAt.ts"
import type { Material } from "../Material.ts"
import { dayWords } from "../Naming.ts"
import { type Legend, type Section, type StatusTag } from "../Report.ts"

const open: ReadonlyArray<StatusTag> = ["NotStated", "InProgress", "Delayed"]
const closed: ReadonlyArray<StatusTag> = ["Completed", "Discontinued"]

export const ongoingSection = (tables: BoardAt, material: Material): Section => ({
  id: "ongoing",
  heading: material.phrase.text.report.section.ongoing,
  blocks: [legend(open, material), note(material.phrase.text.report.sourceNote), tables.ongoing]
})

export const completedSection = (tables: BoardAt, material: Material): Section => {
  const statuses = [...material.history.plan.activities.values()].map(({ status }) => status).filter(isClosed)
  const shown = closed.filter((tag) => tag === "Completed" || statuses.some(({ _tag }) => _tag === tag))
  return {
    id: "completed",
    heading: material.phrase.text.report.section.completed,
    blocks: [legend(shown, material), tables.completed]
  }
}

export const latenessSection = (tables: BoardAt, { phrase }: Material): Section => ({
  id: "lateness",
  heading: phrase.text.report.section.lateness,
  blocks: [note(phrase.text.report.latenessNote), tables.lateness]
})

const note = (text: string) =>
  ({ _tag: "Sentences", heading: null, list: false, sentences: [{ lead: null, text }] }) as const

const legend = (tags: ReadonlyArray<StatusTag>, { changes, phrase }: Material): Legend => {
  const { report, status } = phrase.text
  return {
    _tag: "Legend",
    title: report.legend.title,
    items: [
      ...tags.map((tag) => ({ status: tag, label: status[tag], meaning: report.legend[tag] })),
      ...(changes.since === null
        ? []
        : [{ status: null, label: report.mark, meaning: report.legend.fresh(dayWords(changes.since, phrase)) }])
    ]
  }
}
