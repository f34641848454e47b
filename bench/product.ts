import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

type Started = {
  readonly folder: string
  readonly databaseUrl: string
  readonly port: number
  readonly secret?: string | undefined
}

/** The product as `npm start` runs it, a process of its own on this database and without the demo; it answers. */
export async function startProduct({ folder, databaseUrl, port, secret }: Started): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    LOG_LEVEL: 'fatal',
    ...(secret && { SECRET: secret }),
  }
  // As `npm start` has it, `exec node` and what follows.
  const [, , ...args] = JSON.parse(readFileSync('package.json', 'utf8')).scripts.start.split(' ')
  const server = spawn(process.execPath, args, { env, stdio: 'ignore' })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return server
    if (server.exitCode !== null) throw new Error('The server does not start')
    await sleep(50)
  }
}

export async function stopProduct(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM')
  await new Promise((ended) => server.once('exit', ended))
}
