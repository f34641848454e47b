import { defineConfig } from 'vitest/config'

const fileOf = (name: string) => `src/server/features/${name}.test.ts`

/** `npm run test:citus`: what people do most, on a cluster (docs/scaling.md). */
export default defineConfig({
  test: {
    include: [
      'src/server/features/{accounts,agreements,destinations,dissolutions,evidence,figures,invitations,moments,notifications,students}/*.test.ts',
    ],
    // Their own statements, or what they count, want a database of one machine and of their own.
    exclude: [
      ...[
        'accounts/door',
        'accounts/forgotten',
        'accounts/second-factor',
        'figures/figures',
        'moments/moments',
      ].map(fileOf),
      ...['notifications/notifications', 'students/names'].map(fileOf),
    ],
    globalSetup: ['src/server/testing/citus.ts'],
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
