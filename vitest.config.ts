import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{packages,examples,docs}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    globalSetup: ["testing/PgShared.ts"],
    testTimeout: 30_000,
    maxWorkers: 2
  }
})
