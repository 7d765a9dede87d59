import * as Effect from "effect/Effect"
export const bundle = (_file: string): Effect.Effect<void> => Effect.void
