import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What is compiled once serves every process that tests start: half of what a site's start costs. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

/** What starts and kills whole sites takes longest: it comes first, so that no worker is left with it when the others are done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => /\/tests\/(starts|crashes|lives)\//.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * Three kinds of test; `npm run test:<kind>` runs one alone. The files that a worker runs one after the other share its modules,
 * none of which keeps anything: evaluated anew for each file they took a third of the whole run.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'domain',
          isolate: false,
          include: ['src/{domain,words,contracts,web}/**/*.test.ts', 'tests/*.test.ts'],
          // Properties walk through thousands of texts, also on a machine that is busy.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          isolate: false,
          include: ['src/server/**/*.test.ts', 'tests/*/**/*.test.ts'],
          globalSetup: ['src/server/testing/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Many of them wait, for processes that start and for clocks: a third has what the two leave of two cores.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'browser',
          isolate: false,
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['src/server/testing/cluster.ts', 'e2e/demo.ts'],
          setupFiles: ['e2e/say-what-failed.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
