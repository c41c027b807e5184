import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** The database server takes its share of the machine too, so one core is left to it where there are several. */
const workers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    globalSetup: ['src/kernel/database/testing-server.ts'],
    pool: 'forks',
    maxWorkers: workers,
    // Far above what they take: on a machine that does much else, everything takes its time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    env: { TZ: 'UTC' },
    setupFiles: ['src/kernel/database/testing-setup.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.{scenario,property}.ts'],
          setupFiles: ['scenarios/kit/sound-books.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['faults/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['browser/**/*.journey.ts'],
          globalSetup: ['browser/kit/build-page.ts'],
          isolate: false,
          // One after the other, when all else is done: what a person waits for is measured in some of them.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
