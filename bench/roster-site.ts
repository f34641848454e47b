import { join } from 'node:path'
import * as contract from '../src/contracts/roster-imports.ts'
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { openSession } from '../src/server/features/accounts/sessions.ts'
import { agreeForAll } from '../src/server/features/privacy/consents.ts'
import { addSchool } from '../src/server/features/schools/queries.ts'
import { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'

const SCHOOL = '99901'
const params = { school: SCHOOL }

/** A site in this process with an empty school, and its administrator who imports. */
export async function openRosterSite(folder: string) {
  const database = await startEmbedded(folder)
  await migrate(database.url)
  const { services, close } = await openServices({
    databaseUrl: database.url,
    now: () => new Date(),
    secret: 'a secret for measuring, thirty-two characters',
    filesFolder: join(folder, 'files'),
    baseUrl: 'http://localhost',
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
  })
  const { db } = services
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
  const app = await buildApp(services)
  const administrator = visitor(app, token)
  return {
    /** Received, read, compared and kept; how many rows do what. */
    async preview(file: Buffer) {
      const begun = await administrator.call(contract.uploadRoster, {
        params,
        query: { name: 'a.xlsx' },
        file,
      })
      await services.background.settled()
      return administrator.call(contract.getRosterImport, { params: { ...params, id: begun.id } })
    },
    commit: (of: string) =>
      administrator.call(contract.commitRosterImport, { params: { ...params, id: of } }),
    async close() {
      await app.close()
      await close()
      await database.stop()
    },
  }
}
