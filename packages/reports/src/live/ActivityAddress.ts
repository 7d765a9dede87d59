/**
 * The address of an activity's page, for a server and for the script of its pages.
 */

/** Returns the address of the page of an activity. `root` ends with a slash. */
export const activityAddress = (root: string, activity: string): string =>
  `${root}activities/${encodeURIComponent(activity)}`
