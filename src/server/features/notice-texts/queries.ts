import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { NoticeKind, NoticeText, NoticeWords } from '../../../domain/notice-text.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { OUR_NOTICES } from '../../../words/notice-texts.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'

const OURS = Object.entries(OUR_NOTICES).map(([kind, { zh, en }]) => ({ kind, zh, en }))
const WORDS = JSON.stringify(Object.fromEntries(OURS.map(({ kind, ...words }) => [kind, words])))

/**
 * Gives a school, or every school at a start of the product, our texts as its first version, and as its next where it has
 * ours and the product words them anew. What a school has written itself stays.
 */
export async function offerOurNotices<Tables>(db: Kysely<Tables>, school: string | null): Promise<void> {
  const { rows: schools } = await sql<{ id: string }>`
    select id from schools ${school === null ? sql`` : sql`where id = ${school}`}`.execute(db)
  type Latest = { schoolId: string; kind: string; version: number; isOurs: boolean; isSame: boolean }
  const { rows: latest } = await sql<Latest>`
    select distinct on (school_id, kind) school_id, kind, version, ours as is_ours,
      jsonb_build_object('zh', zh, 'en', en) = ${WORDS}::jsonb -> kind as is_same
    from notice_texts ${school === null ? sql`` : sql`where school_id = ${school}`} order by school_id, kind, version desc
    ${school === null ? acrossSchools.platform : sql``}`.execute(db)
  const had = new Map(latest.map((one) => [`${one.schoolId} ${one.kind}`, one]))
  const offered = schools.flatMap(({ id }) =>
    OURS.flatMap((words) => {
      const before = had.get(`${id} ${words.kind}`)
      return before && (!before.isOurs || before.isSame)
        ? []
        : [{ school: id, version: (before?.version ?? 0) + 1, ...words }]
    }),
  )
  if (offered.length === 0) return
  await sql`
    insert into notice_texts (school_id, id, kind, version, zh, en, ours, saved_at, saved_by)
    select o.school, gen_random_uuid(), o.kind, o.version, o.zh, o.en, true, now(), ''
    from jsonb_to_recordset(${JSON.stringify(offered)}::jsonb) as o (school text, kind text, version integer, zh text, en text)
    on conflict (school_id, kind, version) do nothing`.execute(db)
}

/** As JSON, within another statement: the text of this kind that holds now at a school. */
export const latestNotice = (school: string | RawBuilder<string>, kind: NoticeKind) => sql<NoticeText>`(
  select jsonb_build_object('id', n.id, 'version', n.version, 'zh', n.zh, 'en', n.en) from notice_texts n
  where n.school_id = ${school} and n.kind = ${kind} order by n.version desc limit 1)`

const selectNotices = (db: Db, school: string) =>
  db.selectFrom('noticeTexts').where('schoolId', '=', school).orderBy('version', 'desc')

/** The text that holds now; a school has one of every kind from its opening on. */
export async function findNotice(db: Db, school: string, kind: NoticeKind) {
  const found = await selectNotices(db, school)
    .where('kind', '=', kind)
    .select(['id', 'version', 'zh', 'en', 'ours', 'savedAt', 'savedBy'])
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

/** All versions there were, the newest first. */
export async function listVersions(db: Db, school: string, kind: NoticeKind, paging: Paging) {
  const { rows: items, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      selectNotices(db, school)
        .where('kind', '=', kind)
        .select(['version', 'zh', 'en', 'ours', 'savedAt', 'savedBy'])
        .limit(limit)
        .offset(offset)
        .execute(),
    () =>
      db
        .selectFrom('noticeTexts')
        .where('schoolId', '=', school)
        .where('kind', '=', kind)
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirstOrThrow(),
  )
  return { items, ...page }
}

type NewVersion = NoticeWords & {
  readonly school: string
  readonly id: string
  readonly kind: NoticeKind
  readonly version: number
  readonly ours: boolean
  readonly savedAt: Date
  readonly savedBy: string
}
/** The next version: of two who save at once one is told to read again. The caller journals it. */
export const addVersion = (tx: Tx, { school, ...version }: NewVersion) =>
  tx
    .insertInto('noticeTexts')
    .values({ ...version, schoolId: school })
    .execute()
