/**
 * The command that lets an assistant ask about a plan.
 */
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"

/** `frist mcp`. */
export const mcpCommand = Command.make("mcp", {}, () =>
  // Imported on demand: the protocol is large.
  Effect.flatMap(
    Effect.promise(() => import("../mcp/RunMcp.ts")),
    ({ runMcp }) => runMcp
  )
).pipe(
  Command.withDescription(
    "Answer an assistant's questions about the plan, by the Model Context Protocol over standard input and output; it only reads"
  ),
  Command.withExamples([
    { command: "frist mcp --db plan.db", description: "The command to name in the assistant's configuration" }
  ])
)
