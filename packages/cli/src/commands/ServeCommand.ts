/**
 * The command that shows a plan to browsers, calendars and programs.
 */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { option } from "./Arguments.ts"

/** `frist serve`. */
export const serveCommand = Command.make(
  "serve",
  {
    port: Flag.Int("port").pipe(
      Flag.withDescription("The port to listen on; 0 for any that is free"),
      Flag.withMetavar("PORT"),
      Flag.withDefault(8420)
    ),
    address: option("address", "The address to listen on; default: this machine only", "ADDRESS").pipe(
      Flag.withDefault("127.0.0.1")
    ),
    url: option("url", "Where visitors find it, behind a reverse proxy; may have a path", "URL").pipe(Flag.optional)
  },
  // Imported on demand: the server is large.
  (input) =>
    Effect.flatMap(
      Effect.promise(() => import("../serve/RunServe.ts")),
      ({ runServe }) => runServe(input)
    )
).pipe(
  Command.withDescription(
    "Serve the plan as pages that follow the log, with a calendar, a feed and JSON; it only reads, and has no login"
  ),
  Command.withExamples([
    { command: "frist serve", description: "Show the plan in a browser on this machine" },
    {
      command: "frist serve --url https://intranet.example.se/plan",
      description: "Serve it behind a reverse proxy that controls who may read"
    }
  ])
)
