import { defineConfig } from 'vitest/config'

/** `npm run test:citus`: what people do most, on a cluster (docs/scaling.md). */
export default defineConfig({
  test: {
    include: [
      'src/server/features/{accounts,agreements,destinations,dissolutions,evidence,figures,invitations,moments,notifications,students}/*.test.ts',
    ],
    globalSetup: ['src/server/testing/citus.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
