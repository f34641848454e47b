import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const SECRET = 'a secret for start tests, long enough it is'
/** What vitest puts into the environment is its own; the site gets what a test gives, and what is compiled already. */
const { PATH = '', HOME = '', NODE_COMPILE_CACHE = '' } = process.env

/** A port that was free a moment ago. */
export async function aPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return (address as { port: number }).port
}

/** The real site as a process of its own; what is left of it when the test is over is killed. */
export function startSite(
  env: Readonly<Record<string, string>>,
  [program, ...args]: readonly string[] = [process.execPath, 'src/server/main.ts'],
) {
  const site: ChildProcess = spawn(program!, args, {
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  site.stdout!.on('data', (bytes: Buffer) => {
    said.out += bytes
  })
  site.stderr!.on('data', (bytes: Buffer) => {
    said.err += bytes
  })
  const ended = once(site, 'close').then(() => site.exitCode)
  onTestFinished(async () => {
    if (site.exitCode === null && site.signalCode === null) site.kill('SIGKILL')
    await ended
  })
  const isReady = () => said.out.includes('Qianyue 签约 is at')
  const ready = new Promise<void>((serves, failed) => {
    site.stdout!.on('data', () => isReady() && serves())
    void ended.then((code) => failed(new Error(`ended with ${code}: ${said.err || said.out.slice(-2000)}`)))
  })
  // Not every test waits for it.
  ready.catch(() => {})
  return {
    pid: site.pid!,
    said,
    /** Its exit code; null where a signal ended it. */
    ended,
    kill: (signal: NodeJS.Signals = 'SIGKILL') => site.kill(signal),
    /** Resolves once it serves; rejects with what it said where it ends before. */
    ready,
  }
}

/** The process of the embedded PostgreSQL in this folder; null where none has its files. */
export const serverOf = async (folder: string): Promise<number | null> => {
  const text = await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8').catch(() => null)
  return text === null ? null : Number.parseInt(text, 10)
}
