/**
 * The log of a plan for services without Effect: promises, plain values, and errors with a code.
 */
export type { PlainCommand } from "./PlainCommand.ts"
export { FristError, type FristErrorCode } from "./FristError.ts"
export { type FollowOptions, type FristLog, openLog } from "./FristLog.ts"
export type { PlainRecordingContext, PlainTimes, RecordedPositions } from "./PlainArguments.ts"
export type { OpenLogOptions, Transaction } from "./Transaction.ts"
export { openApiSchemas } from "./OpenApiSchemas.ts"
