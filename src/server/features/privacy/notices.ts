import type { Db, Tx } from '../../db/database.ts'
import { PLATFORM } from '../../db/journal.ts'

export type Notice = {
  readonly school: string
  readonly version: number
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly material: boolean
  readonly text: string
  readonly textEn: string
  readonly responsible: string
}

const versionsFor = (db: Db, school: string | null) =>
  db
    .selectFrom('privacyNotices as n')
    .where('n.schoolId', 'in', school === null ? [PLATFORM] : [school, PLATFORM])
    .select([
      'n.schoolId as school',
      'n.version',
      'n.publishedAt',
      'n.publishedBy',
      'n.material',
      'n.text',
      'n.textEn',
      'n.responsible',
    ])
    // A school's own goes before the platform's, whatever it is called.
    .orderBy((of) => of('n.schoolId', '=', PLATFORM))
    .orderBy('n.version', 'desc')

/** What is told to the people of a school now: its own last version, or the product's where it has none; null for no school's. */
export const findNotice = (db: Db, school: string | null): Promise<Notice> =>
  versionsFor(db, school).limit(1).executeTakeFirstOrThrow()

/** A school's own, newest first. */
export const listVersions = (db: Db, school: string) =>
  versionsFor(db, school).where('n.schoolId', '=', school).limit(200).execute()

/** The school's row is held by the caller: versions are counted one after the other. */
export const addNotice = (tx: Tx, { school, ...notice }: Notice) =>
  tx
    .insertInto('privacyNotices')
    .values({ schoolId: school, ...notice })
    .execute()
