/**
 * Views of a plan: pure functions of its history, each with a versioned schema.
 */
export { ActivityHistory, activityHistory } from "./ActivityHistory.ts"
export { Board, board } from "./Board.ts"
export { Changes, changes } from "./Changes.ts"
export { Completed, completed } from "./Completed.ts"
export { Decisions, decisions } from "./Decisions.ts"
export { DeadlineHistory, deadlineHistory } from "./DeadlineHistory.ts"
export { FindingList, findingList } from "./FindingList.ts"
export { History, type ViewTimes } from "./History.ts"
export { Measures, measures } from "./Measures.ts"
export { MilestoneTrend, milestoneTrend } from "./MilestoneTrend.ts"
export { Timeline, timeline } from "./Timeline.ts"
export { WhatIf, whatIf } from "./WhatIf.ts"
