/**
 * The drawing of a chart, whichever it is.
 */
import type { Dumbbell, Panels, Stacks } from "../ChartBlocks.ts"
import type { Element } from "../Element.ts"
import type { Spoken } from "../words/Spoken.ts"
import { dumbbellSvg } from "./DumbbellSvg.ts"
import { panelsSvg } from "./PanelsSvg.ts"
import { stacksSvg } from "./StacksSvg.ts"

/** A chart of a report, of which there is at most one of each kind. */
export type Chart = Dumbbell | Panels | Stacks

/** Returns the drawing of a chart. */
export const chartDrawing = (chart: Chart, spoken: Spoken): Element => {
  switch (chart._tag) {
    case "Dumbbell":
      return dumbbellSvg(chart, spoken, "dumbbell")
    case "Panels":
      return panelsSvg(chart, spoken, "panels")
    case "Stacks":
      return stacksSvg(chart, spoken, "stacks")
  }
}
