/** `npm run test:citus`: the main journeys of the server tests on the cluster whose coordinator `CITUS_URL` names; without one it says so. */
import { spawnSync } from 'node:child_process'

if (process.env.CITUS_URL) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.citus.config.ts'], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else
  console.log('test:citus: skipped, for CITUS_URL names no coordinator of a Citus cluster (docs/scaling.md)')
