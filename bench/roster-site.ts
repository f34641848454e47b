import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import * as contract from '../src/contracts/roster-imports.ts'
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { openSession } from '../src/server/features/accounts/sessions.ts'
import { agreeForAll } from '../src/server/features/privacy/consents.ts'
import { addSchool } from '../src/server/features/schools/queries.ts'
import { send } from './load.ts'
import { parentOf } from './processes.ts'
import { startProduct, stopProduct } from './product.ts'

const SCHOOL = '99901'
const params = { school: SCHOOL }
const PORT = 3901
export const SITE = `http://127.0.0.1:${PORT}`
type Shown = { readonly id: string; readonly status: string; readonly counts: unknown }

/** The product as `npm start` runs it, a process of its own, with an empty school and its administrator who imports. */
export async function openRosterSite(folder: string) {
  const database = await startEmbedded(folder)
  await migrate(database.url)
  const server = await startProduct({ folder, databaseUrl: database.url, port: PORT })
  const { token, postmaster } = await addAdministrator(database.url)
  const ask = <E extends Parameters<typeof send>[2]>(endpoint: E, input: Parameters<typeof send>[3]) =>
    send<Shown>(PORT, token, endpoint, input)
  const whenRead = async (id: string): Promise<Shown> => {
    for (;;) {
      const shown = await ask(contract.getRosterImport, { params: { ...params, id } })
      if (shown.status !== 'reading') return shown
      await sleep(250)
    }
  }
  return {
    pid: server.pid!,
    /** The first of its processes. */
    database: postmaster,
    /** Received, read, compared and kept; how many rows do what. */
    async preview(file: Buffer): Promise<Shown> {
      const { id } = await ask(contract.uploadRoster, { params, query: { name: 'a.xlsx' }, file })
      return whenRead(id)
    },
    commit: (id: string) => ask(contract.commitRosterImport, { params: { ...params, id } }),
    async close() {
      await stopProduct(server)
      await database.stop()
    },
  }
}

/** Who imports, and the process that has started this one's connection. */
async function addAdministrator(databaseUrl: string): Promise<{ token: string; postmaster: number }> {
  const db = connect({ url: databaseUrl, poolSize: 1 })
  try {
    const names = { name: '大学', nameEn: 'University', notice: '', noticeEn: '' }
    const colleges = [
      { id: 'c01', name: '计算机学院' },
      { id: 'c02', name: '外国语学院' },
    ]
    await addSchool(db, { code: SCHOOL, ...names, settings: DEFAULT_SETTINGS, colleges })
    const [id] = await addUsers(db, [
      { portal: 'school', schoolId: SCHOOL, staffRole: 'administrator', login: 'a', name: 'A' },
    ])
    await agreeForAll(db, new Date())
    const token = await openSession(db, id!, { ip: '127.0.0.1', userAgent: '' }, new Date())
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    return { token, postmaster: parentOf(rows[0]!.pid) }
  } finally {
    await db.destroy()
  }
}
