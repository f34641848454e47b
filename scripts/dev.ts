import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createServer } from 'vite'
import { readConfiguration } from '../src/server/configuration.ts'

/** The server, restarted on change, and Vite's in front of it, until Ctrl-C or until one of the two cannot go on. */
const ROOT = join(import.meta.dirname, '..')
const WEB_PORT = 5173
/** A school's public pages are the server's; `^` as Vite reads a pattern. */
const TO_SERVER = ['/api', '/openapi.json', '/healthz', '/readyz', '^/s/', '/robots.txt', '/sitemap.xml']

const { port } = readConfiguration(process.env)
const server = `http://127.0.0.1:${port}`

process.chdir(ROOT)
const vite = await createServer({
  configFile: 'vite.config.ts',
  server: {
    port: WEB_PORT,
    strictPort: true,
    proxy: Object.fromEntries(TO_SERVER.map((path) => [path, server])),
  },
})
await vite.listen()
vite.printUrls()

const watched = spawn(process.execPath, ['--watch', 'src/server/main.ts'], {
  stdio: 'inherit',
  // The browser's address is Vite's, and the server refuses requests from other origins than its own.
  env: { BASE_URL: `http://localhost:${WEB_PORT}`, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => watched.kill(signal))

const [code] = await once(watched, 'exit')
await vite.close()
process.exit(code ?? 0)
