import { afterEach } from 'vitest'
import { printOpenPages } from './open-pages.ts'

// Run anew for each file, unlike the module of the pages, which the files of a worker share.
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await printOpenPages()
})
