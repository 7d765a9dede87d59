/**
 * The addresses of a plan's pages, for a server and for the script of its pages.
 */
import type { Day } from "@frist/domain/Day"

/** Where the pages of a plan are. */
export interface PageBase {
  /** The path of the pages, with a slash at its end: `/` without a proxy that adds a path. */
  readonly root: string
  /** The earlier day that the pages show, kept by their links; default: the present. */
  readonly asOf?: Day | undefined
}

const query = ({ asOf }: PageBase): string => (asOf === undefined ? "" : `?asOf=${asOf}`)

/** Returns the address of the board, or of its JSON. */
export const boardAddress = (base: PageBase, file: "" | "page.json" = ""): string => `${base.root}${file}${query(base)}`

/** Returns the address of the page of an activity, or of its JSON. */
export const activityAddress = (base: PageBase, activity: string, file: "" | "/page.json" = ""): string =>
  `${base.root}activities/${encodeURIComponent(activity)}${file}${query(base)}`
