import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where the line to PostgreSQL breaks: at the next BEGIN but one, before COMMIT arrives, or before its answer comes back. */
export type Cut = 'before second BEGIN' | 'before COMMIT' | 'after COMMIT'

const BEGIN = Buffer.from('Q\0\0\0\x0abegin\0', 'latin1')
const COMMIT = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1')
/** The tag with which PostgreSQL says that it has committed. */
const COMMITTED = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1')

/** Between the program and PostgreSQL, whole until the next COMMIT after `cutAt`, and whole again after it. */
export async function startCuttingProxy(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let cut: Cut | null = null
  let cuts = 0
  let begun = 0
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    let isCommitting = false
    client.on('data', (bytes) => {
      const isCommit = bytes.includes(COMMIT)
      if (bytes.includes(BEGIN)) begun++
      if ((isCommit && cut === 'before COMMIT') || (begun === 2 && cut === 'before second BEGIN')) {
        cut = null
        cuts++
        return end()
      }
      isCommitting = isCommit && cut === 'after COMMIT'
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (isCommitting && bytes.includes(COMMITTED)) {
        cut = null
        cuts++
        return end()
      }
      client.write(bytes)
    })
    for (const side of [client, database]) {
      open.add(side)
      side.on('error', end)
      side.on('close', () => {
        open.delete(side)
        end()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cutAt: (next: Cut) => {
      cut = next
      begun = 0
    },
    /** How many lines were cut. */
    cuts: () => cuts,
    async stop() {
      for (const side of open) side.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
