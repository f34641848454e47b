import type { Helped } from '../../../contracts/help.ts'
import { contentOf } from '../../../domain/help/record.ts'
import type { Db } from '../../db/database.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { listNoticesTo } from './notices.ts'
import { findHelped, listRecords } from './queries.ts'
import { findReferral } from './referrals.ts'

/** How a student within a reader's scope is helped. */
export async function presentHelped(
  db: Db,
  scope: RosterScope,
  id: string,
  readerId: string,
): Promise<Helped> {
  const key = { school: scope.school, id }
  const [of, records, notices, referral] = await Promise.all([
    findHelped(db, scope, id),
    listRecords(db, key),
    listNoticesTo(db, key),
    findReferral(db, key),
  ])
  return {
    ...of,
    records: records.map(({ writtenAt, writer, ...record }) => ({
      ...contentOf(record),
      id: record.id,
      version: record.version,
      earlier: record.earlier,
      writer: writer ?? '',
      writtenAt: writtenAt.toISOString(),
      isOwn: record.writerId === readerId,
    })),
    notices,
    referral,
  }
}
