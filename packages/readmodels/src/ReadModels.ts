/**
 * The list of read models.
 */
import { activityHistoryModel } from "./models/ActivityHistoryModel.ts"
import { boardModel } from "./models/BoardModel.ts"
import { completedModel } from "./models/CompletedModel.ts"
import { deadlineMoveModel } from "./models/DeadlineMoveModel.ts"
import { extensionRequestModel } from "./models/ExtensionRequestModel.ts"
import { findingModel } from "./models/FindingModel.ts"
import { measurementModel } from "./models/MeasurementModel.ts"
import { milestoneTrendModel } from "./models/MilestoneTrendModel.ts"
import { undecidedMoveModel } from "./models/UndecidedMoveModel.ts"
import type { ReadModel } from "./ReadModel.ts"

/** Every read model. */
export const readModels: ReadonlyArray<ReadModel> = [
  boardModel,
  completedModel,
  deadlineMoveModel,
  milestoneTrendModel,
  measurementModel,
  findingModel,
  activityHistoryModel,
  extensionRequestModel,
  undecidedMoveModel
]

/** The read model with that name. */
export const readModelNamed = (name: string): ReadModel | undefined => readModels.find((each) => each.name === name)
