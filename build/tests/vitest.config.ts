/** Three suites: unit and integration beside their sources, end-to-end in `build/e2e`. */
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '../..')
const shared = { root, environment: 'node', passWithNoTests: true } as const

export default defineConfig({
  root,
  test: {
    passWithNoTests: true,
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          include: ['{shared,renderer,models,datasets,electron,build}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/*.e2e.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'integration',
          include: ['{shared,models,datasets,electron,build}/**/*.integration.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'e2e',
          include: ['build/e2e/**/*.e2e.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
