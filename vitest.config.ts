import { defineConfig } from "vitest/config"

/** In `--mode long` races and faults go on for as long as it takes to find what is rare. */
export default defineConfig(({ mode }) => ({
  test: {
    env: mode === "long" ? { FRIST_LONG: "1" } : {},
    include: ["{packages,examples,tools}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["tools/testserver/PgShared.ts"],
    testTimeout: 30_000,
    maxWorkers: 2
  }
}))
