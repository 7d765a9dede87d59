import { configDefaults, defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** Runs the projects with long files first, so that the short files of `unit` keep both workers busy at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const projects = ["process", "integration", "unit"]
    const rank = ({ project }: TestSpecification) => projects.indexOf(project.name)
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

const tests = "{packages,examples,tools}/**/*"
const unlessUnit = "**/*.{process,integration}.test.ts"
const exclude = [...configDefaults.exclude, "**/dist/**"]

/**
 * Three projects, distinguished by file names: `unit` starts nothing, `process` starts processes and browsers and has the long tests of files,
 * `integration` needs the PostgreSQL server that its global setup starts. `--mode long` runs the long forms of tests.
 */
export default defineConfig(({ mode }) => ({
  test: {
    env: mode === "long" ? { FRIST_LONG: "1" } : {},
    exclude,
    setupFiles: ["tools/testserver/CleanEnvironment.ts", "tools/testserver/TemporaryDirectory.ts"],
    // Files share a worker's modules: loading them again for each file costs as much as the tests.
    isolate: false,
    sequence: { sequencer: LongFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: [`${tests}.test.ts`], exclude: [...exclude, unlessUnit] } },
      {
        extends: true,
        // A browser on a busy machine may take more than the second for which `expect.poll` waits.
        test: { name: "process", include: [`${tests}.process.test.ts`], expect: { poll: { timeout: 20_000 } } }
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [`${tests}.integration.test.ts`],
          globalSetup: ["tools/testserver/PgShared.ts"]
        }
      }
    ]
  }
}))
