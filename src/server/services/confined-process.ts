import { type ChildProcess, spawn } from 'node:child_process'

/** Where files of strangers are opened: a process that knows no secret, and has so much of everything. */
export type Confinement = {
  /** Its file of ours; its first word is `ready`. */
  readonly script: string
  /** On the processor, in its whole life. */
  readonly seconds: number
  /** Of what Node itself keeps in memory; all else together has two gigabytes, of which Node reserves 0.7 without using them. */
  readonly heapMegabytes: number
  /** Decoders that are no JavaScript. */
  readonly needsAddons?: boolean
  /** Whether something is piped into it. */
  readonly takesInput?: boolean
}

/**
 * A library that would fetch something goes through a proxy that nobody is at, and finds nothing that somebody else has
 * fetched on this machine.
 */
const NOWHERE = {
  HTTP_PROXY: 'http://127.0.0.1:1',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  ALL_PROXY: 'http://127.0.0.1:1',
  XDG_CACHE_HOME: '/dev/null',
  XDG_DATA_HOME: '/dev/null',
}

/** What it says next; null when it ends instead. */
export const heardFrom = (child: ChildProcess) =>
  new Promise<unknown>((resolve) => {
    const end = () => hear(null)
    const hear = (word: unknown) => {
      child.off('message', hear).off('exit', end).off('error', end)
      resolve(word)
    }
    child.on('message', hear).on('exit', end).on('error', end)
  })

export async function startConfined(confinement: Confinement): Promise<ChildProcess> {
  const { script, seconds, heapMegabytes, needsAddons = false, takesInput = false } = confinement
  // No file grows: what is native and asks no permission writes none either.
  const limits = `ulimit -t ${seconds} && ulimit -d 2000000 && ulimit -f 0 && exec "$0" "$@"`
  // It reads our own code and nothing else: nothing is written or started.
  const confined = [
    '--permission',
    ...(needsAddons ? ['--allow-addons'] : []),
    '--allow-fs-read=*',
    '--disable-warning=PERM0001',
    `--max-old-space-size=${heapMegabytes}`,
    // What is new and soon over: for one file at a time this is enough.
    '--max-semi-space-size=4',
  ]
  const child = spawn('sh', ['-c', limits, process.execPath, ...confined, script], {
    stdio: [takesInput ? 'pipe' : 'ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // No secret, no address of a database.
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2', ...NOWHERE },
  })
  // What it says later are the last words of one that was made to end.
  let said = ''
  child.stderr!.on('data', (words: Buffer) => {
    said = `${said}${words}`.slice(-2000)
  })
  if ((await heardFrom(child)) !== 'ready')
    throw new Error(`The process that opens files does not start: ${said}`)
  return child
}
