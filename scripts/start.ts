/**
 * `npm start`: builds the site where it is not of today's sources, then is the server. One process, so that whoever stops
 * npm stops the server: a shell between two commands would die alone.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

if (canBuild()) {
  const build = [join(ROOT, 'scripts/build-web.ts'), '--if-needed']
  // A process of its own: the builder's memory is not the server's.
  const building = spawn(process.execPath, build, { stdio: 'inherit' })
  const stop = () => building.kill()
  process.on('SIGTERM', stop).on('SIGINT', stop)
  const [status] = await once(building, 'exit')
  process.off('SIGTERM', stop).off('SIGINT', stop)
  if (status !== 0) process.exit(status ?? 1)
} else if (!existsSync(join(ROOT, 'dist/web/index.html'))) {
  console.error(
    '没有已构建的网页（dist/web），也没有安装构建所需的依赖：请运行 npm ci 后再启动，或复制已构建的 dist/web。\n' +
      'There is no built site (dist/web) and nothing to build it with: run npm ci and start again, or copy a built dist/web here.',
  )
  process.exit(1)
}
await import('../src/server/main.ts')

function canBuild(): boolean {
  try {
    createRequire(import.meta.url).resolve('vite')
    createRequire(import.meta.url).resolve('antd')
    return true
  } catch {
    return false
  }
}
