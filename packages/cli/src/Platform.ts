/**
 * The platform that `effect/cli` requires. Frist's commands use none of it, and importing Node's takes longer than
 * printing a board: so only `--wizard`, which reads keys, gets Node's platform, and others get an empty one.
 */
import type { Environment } from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Layer from "effect/Layer"
import * as Path from "effect/Path"
import { ChildProcessSpawner, make as makeSpawner } from "effect/process/ChildProcessSpawner"
import * as Stdio from "effect/Stdio"
import * as Terminal from "effect/Terminal"

const absent = Effect.die(new Error("This needs Node's platform, which is loaded with --wizard."))

const empty: Layer.Layer<Environment> = Layer.mergeAll(
  FileSystem.layerNoop({}),
  Path.layer,
  Stdio.layerTest({}),
  Layer.succeed(
    Terminal.Terminal,
    Terminal.make({
      columns: absent,
      rows: absent,
      size: absent,
      readInput: absent,
      readLine: absent,
      display: () => absent
    })
  ),
  Layer.succeed(
    ChildProcessSpawner,
    makeSpawner(() => absent)
  )
)

/** Returns the platform for a run with these arguments. */
export const platform = (args: ReadonlyArray<string>): Layer.Layer<Environment> =>
  args.some((arg) => arg === "--wizard" || arg.startsWith("--wizard="))
    ? Layer.unwrap(
        Effect.map(
          Effect.promise(() => import("@effect/platform-node/NodeServices")),
          (node) => node.layer
        )
      )
    : empty
