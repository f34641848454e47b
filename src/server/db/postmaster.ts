import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OperatorError } from './operator-error.ts'

/** A number no process can have. */
const NOBODY = 2 ** 31 - 2

/**
 * The port of the server that runs on this cluster, once it is ready; null when none runs.
 * One that is still starting, recovering or stopping is waited for.
 */
export async function findServer(cluster: string, patienceMs: number): Promise<number | null> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const said = await readPidFile(cluster)
    if (!said) return null
    if (!(await runsOn(cluster, said.pid))) {
      await disown(cluster, said)
      return null
    }
    if (said.status === 'ready') return said.port
    if (performance.now() > deadline)
      throw new OperatorError(
        `PostgreSQL（进程 ${said.pid}）在 ${cluster} 上停留于“${said.status}”状态太久。`,
        `PostgreSQL (process ${said.pid}) has been "${said.status}" on ${cluster} for too long.`,
      )
    await sleep(50)
  }
}

/** Whether a server lives on this cluster, ready or not; nothing is waited for or changed. */
export async function isRunning(cluster: string): Promise<boolean> {
  const said = await readPidFile(cluster)
  return said !== null && (await runsOn(cluster, said.pid))
}

type PidFile = { pid: number; port: number; status: string; text: string }

/** The lines are told in PostgreSQL's src/include/utils/pidfile.h. */
async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() || 'starting', text }
}

/**
 * After a power cut the number in the file may be another process's by now, and PostgreSQL would refuse to start for
 * it. The rest of the file stays, for by it PostgreSQL sees whether orphans of the old server still write.
 */
async function disown(cluster: string, { pid, text }: PidFile) {
  if (pid === NOBODY) return
  await writeFile(join(cluster, 'postmaster.pid'), text.replace(/^-?\d+/, String(NOBODY)))
}

/** A dead process that nobody has reaped has no command line, so it counts as dead. */
async function runsOn(cluster: string, pid: number): Promise<boolean> {
  const command = await commandLine(pid).catch(() => '')
  return command.includes(`${cluster} `)
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)])
  return stdout
}
