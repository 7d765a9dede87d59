/**
 * The drawing of a chart, whichever it is.
 */
import type { Dumbbell, Panels, Stacks } from "../ChartBlocks.ts"
import type { Element } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import { dumbbellNarrowSvg } from "./DumbbellNarrowSvg.ts"
import { dumbbellSvg } from "./DumbbellSvg.ts"
import { panelsSvg } from "./PanelsSvg.ts"
import { stacksNarrowSvg } from "./StacksNarrowSvg.ts"
import { stacksSvg } from "./StacksSvg.ts"

/** A chart of a report, of which there is at most one of each kind. */
export type Chart = Dumbbell | Panels | Stacks

/** Returns the drawing of a chart. */
export const chartDrawing = (chart: Chart, spoken: Spoken): Element => {
  switch (chart._tag) {
    case "Dumbbell":
      return dumbbellSvg(chart, spoken, "dumbbell")
    case "Panels":
      return panelsSvg(chart, spoken, "panels", 3)
    case "Stacks":
      return stacksSvg(chart, spoken, "stacks")
  }
}

/** Returns the drawing of a chart for a narrow screen, on which it can be read without scrolling sideways. */
export const narrowChartDrawing = (chart: Chart, spoken: Spoken): Element => {
  switch (chart._tag) {
    case "Dumbbell":
      return dumbbellNarrowSvg(chart, spoken, "dumbbell-narrow")
    case "Panels":
      return panelsSvg(chart, spoken, "panels-narrow", 1)
    case "Stacks":
      return stacksNarrowSvg(chart, spoken, "stacks-narrow")
  }
}
