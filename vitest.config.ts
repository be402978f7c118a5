import { defineConfig } from 'vitest/config'

// What starts hubs, windows and browsers of its own: one file at a time, after everything else.
const wholeHalls = ['test/e2e/**/*.test.ts', 'test/crash/**/*.test.ts']
const shared = { testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' as const }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: wholeHalls,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'screens',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'halls',
          environment: 'node',
          include: wholeHalls,
          fileParallelism: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
