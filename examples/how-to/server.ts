import * as PgEventLog from "@frist/store/postgres"
import { Config, Effect, Layer } from "effect"

export const layer = Layer.unwrap(
  Effect.map(Config.Redacted("FRIST_DB"), (url) => PgEventLog.layer({ url, connections: 10 }))
)
