/**
 * Views of a plan: pure values over its log, through the two-times lens.
 */
export { activityHistory, ActivityHistory } from "./ActivityHistory.ts"
export { board, Board, BoardRow } from "./Board.ts"
export { changes, Changes, reviewBefore } from "./Changes.ts"
export { completed, Completed, CompletedRow } from "./Completed.ts"
export { deadlineHistory, DeadlineHistory, Move, MoveTally, type Scope } from "./DeadlineHistory.ts"
export { findings, Findings, type FindingScope } from "./Findings.ts"
export { measures, MeasuredActivity, Measures } from "./Measures.ts"
export { milestoneTrend, MilestoneTrend, TrendRow } from "./MilestoneTrend.ts"
export { Extrapolation, SlipRate } from "./SlipRate.ts"
export { timeline, Timeline, TimelineRow } from "./Timeline.ts"
export { ShownActivity, ShownFinding, type Log, type ViewTimes } from "./View.ts"
