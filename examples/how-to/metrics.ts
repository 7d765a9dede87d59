import { Effect, Metric } from "effect"

export const metrics = Effect.map(Metric.snapshot, (all) => all.filter(({ id }) => id.startsWith("frist_")))
