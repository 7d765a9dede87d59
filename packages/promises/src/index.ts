/**
 * The log of a plan for services without Effect: promises, plain values, and errors with a code.
 */
export type { DateInput, PlainCommand } from "./PlainCommand.ts"
export { FristError, type FristErrorCode } from "./FristError.ts"
export {
  type FollowOptions,
  type FristLog,
  type PlainRecordingContext,
  openLog,
  type OpenOptions,
  type Recorded,
  type Times,
  type Transaction
} from "./FristLog.ts"
export { openApiSchemas } from "./OpenApiSchemas.ts"
