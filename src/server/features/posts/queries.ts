import { type RawBuilder, sql } from 'kysely'
import { isAdmitted } from '../../../domain/admission/life.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { SchoolFacts } from '../../../domain/post/acts.ts'
import type { PostCase, PostChange } from '../../../domain/post/case.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import {
  NOT_OVER,
  OWN_POST_STATUSES,
  type OwnPost,
  POST_STATUSES,
  PUBLIC_POSTS,
  postStatusAt,
  REJECTIONS,
} from '../../../domain/post/life.ts'
import { searchWords } from '../../../domain/post/search.ts'
import { listsOf, type WordList } from '../../../domain/post/wording.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost, readProfile, readSettings } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { refuseIfShut } from '../admissions/standing.ts'
import { wordingsOf } from '../wordings/queries.ts'

/** One of a closed list, as a row has it. */
export function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text)
  if (!found) throw new Error(`none of ${all.join(', ')}: ${text}`)
  return found
}

/** An employer's own post. */
export type OwnPostRow = OwnPost & {
  readonly id: string
  readonly employerId: string
  readonly content: PostContent
  readonly changedAt: Date
}
const selectOwn = (db: Db, employerId: string, id: string) =>
  db
    .selectFrom('ownPosts')
    .where('employerId', '=', employerId)
    .where('id', '=', id)
    .select(['id', 'employerId', 'status', 'version', 'content', 'changedAt'])
type OwnSelected = Awaited<ReturnType<ReturnType<typeof selectOwn>['executeTakeFirst']>>
function oneOwn(found: OwnSelected): OwnPostRow {
  if (!found) throw new Refusal('not-found')
  return { ...found, status: oneOf(OWN_POST_STATUSES, found.status), content: readPost(found.content) }
}
export const findOwnPost = async (db: Db, employerId: string, id: string) =>
  oneOwn(await selectOwn(db, employerId, id).executeTakeFirst())
/** The row `for update`: of two members who act at once one is told what the other has done. */
export const lockOwnPost = async (tx: Tx, employerId: string, id: string) =>
  oneOwn(await selectOwn(tx, employerId, id).forUpdate().executeTakeFirst())

/** As it is now, or anew. The caller journals it. */
export async function saveOwnPost(tx: Tx, of: OwnPostRow, by: string): Promise<void> {
  const { id, employerId, ...rest } = of
  const row = {
    ...rest,
    content: JSON.stringify(of.content),
    titleFolded: foldText(of.content.title),
    changedBy: by,
  }
  await tx
    .insertInto('ownPosts')
    .values({ id, employerId, ...row })
    .onConflict((same) => same.column('id').doUpdateSet(row))
    .execute()
}

const select = (db: Db) =>
  db
    .selectFrom('posts as p')
    .innerJoin('schools as s', 's.id', 'p.schoolId')
    .innerJoin('employers as e', 'e.id', 'p.employerId')
    .select(['p.schoolId', 'p.id', 'p.employerId', 'p.shortId', 'p.status', 'p.version', 'p.content'])
    .select(['p.proposed', 'p.lastDay', 'p.submittedAt', 'p.waitingSince', 'p.publishedAt', 'p.shownFrom'])
    .select(['p.reason', 'p.rejection', 'p.mayRetry', 'p.hasRetried', 'p.verifiedUntil'])
    .select(['s.name as schoolName', 'e.name as employerName', 'e.profile'])
type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function rowOf({ profile, content, proposed, status, rejection, ...row }: Selected): PostCase {
  const { industry, nature } = readProfile(profile)
  return {
    ...row,
    industry,
    nature,
    status: oneOf(POST_STATUSES, status),
    rejection: rejection === null ? null : oneOf(REJECTIONS, rejection),
    content: readPost(content),
    proposed: proposed === null ? null : readPost(proposed),
    isChangeProposed: proposed !== null,
    // Of what is submitted just now only.
    atOnce: false,
  }
}

/** Whose it is not, for that person it is not there; colleges of a school have nothing to do with what is published. */
const isStranger = (
  { employerId }: { readonly employerId: string },
  { portal, employer, collegeId }: Person,
) => (portal === 'school' ? collegeId !== null : portal !== 'employer' || employer?.id !== employerId)
function one(found: Selected | undefined, person: Person): PostCase {
  if (!found || isStranger(found, person)) throw new Refusal('not-found')
  return rowOf(found)
}

export const findPost = async (db: Db, { school, id }: Key, person: Person) =>
  one(await select(db).where('p.schoolId', '=', school).where('p.id', '=', id).executeTakeFirst(), person)

/** Whoever writes posts holds their employer first: by the name that it has now, they are found (`renewWords`). */
const heldEmployer = (id: RawBuilder<unknown>) =>
  sql`held as materialized (select id from employers where id = ${id} for share)`

/** Whose post it is, what it says at a school and how it stands, for whoever has been told of it. */
export async function findStanding(db: Db, { school, id }: Key, at: Date) {
  const { employerId, content, status, lastDay } = await db
    .selectFrom('posts')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select(['employerId', 'content', 'status', 'lastDay'])
    .executeTakeFirstOrThrow()
  return {
    employerId,
    content: readPost(content),
    status: postStatusAt({ status: oneOf(POST_STATUSES, status), lastDay }, at),
  }
}

/** The row, after its employer and its admission: whoever suspends the employer now waits, or is waited for. */
export async function lockPost(tx: Tx, { school, id }: Key, person: Person): Promise<PostCase> {
  const { rows } = await sql<{ suspendedAt: Date | null }>`
    with ${heldEmployer(sql`(select employer_id from posts where school_id = ${school} and id = ${id})`)}
    select s.suspended_at from held join admissions ad on ad.employer_id = held.id join schools s on s.id = ad.school_id
    where ad.school_id = ${school} for share of ad`.execute(tx)
  const found = await select(tx)
    .where('p.schoolId', '=', school)
    .where('p.id', '=', id)
    .forUpdate('p')
    .executeTakeFirst()
  const post = one(found, person)
  refuseIfShut(rows[0]?.suspendedAt ?? null)
  return post
}

const ofPost = (db: Db, { employerId, id }: Pick<OwnPostRow, 'employerId' | 'id'>) =>
  select(db)
    .where('p.employerId', '=', employerId)
    .where('p.id', '=', id)
    .orderBy('p.schoolId')
    .modifyEnd(acrossSchools.employers)
/** A post at all its schools. */
export const listOfPost = async (db: Db, of: Pick<OwnPostRow, 'employerId' | 'id'>): Promise<PostCase[]> =>
  (await ofPost(db, of).execute()).map(rowOf)
/** The same, locked in one order for everybody, after `holdSchools`. */
export const lockOfPost = async (tx: Tx, of: Pick<OwnPostRow, 'employerId' | 'id'>): Promise<PostCase[]> =>
  (await ofPost(tx, of).forUpdate('p').execute()).map(rowOf)

/** Every post of an employer at a school that is not over: to be taken down. Whoever calls holds the admission. */
export async function lockNotOver(tx: Tx, { school, id }: Key): Promise<PostCase[]> {
  const rows = await select(tx)
    .where('p.schoolId', '=', school)
    .where('p.employerId', '=', id)
    .where(statusIn('p.status', NOT_OVER))
    .orderBy('p.id')
    .forUpdate('p')
    .execute()
  return rows.map(rowOf)
}

/** The schools where something is published and over. */
export const schoolsWithOverPosts = (db: Db, at: Date) =>
  schoolsWith(
    db.selectFrom('posts').where(statusIn('status', PUBLIC_POSTS)).where('lastDay', '<', dayInChina(at)),
  )

/** Of this school, passing over what somebody acts on just now. */
export async function lockOverPosts(tx: Tx, school: string, at: Date, most: number): Promise<PostCase[]> {
  const rows = await select(tx)
    .where('p.schoolId', '=', school)
    .where(statusIn('p.status', PUBLIC_POSTS))
    .where('p.lastDay', '<', dayInChina(at))
    .orderBy('p.lastDay')
    .orderBy('p.id')
    .limit(most)
    .forUpdate('p')
    .skipLocked()
    .execute()
  return rows.map(rowOf)
}

type HeldRow = {
  readonly schoolId: string
  readonly schoolName: string
  readonly settings: unknown
  readonly suspendedAt: Date | null
  readonly status: string
  readonly verifyDue: string | null
  readonly wordings: WordList[] | null
  readonly today: number | null
}
/**
 * What the schools of a post, and those that it is submitted to, have to do with its employer, by their codes; the employer and its
 * admissions held in one order. Each that it is submitted to counts one more today, and holds that count until the end: of two members
 * who submit the last one of a day one is refused, and with the transaction its count goes. Refuses a school that the platform has
 * suspended; one that never admitted the employer is not there.
 */
export async function holdSchools(
  tx: Tx,
  { employerId, id }: Pick<OwnPostRow, 'employerId' | 'id'>,
  submitted: { readonly to: readonly string[]; readonly at: Date } | null = null,
): Promise<ReadonlyMap<string, SchoolFacts>> {
  const asked = sql`any(${[...(submitted?.to ?? [])]}::text[])`
  const { rows } = await sql<HeldRow>`
    with ${heldEmployer(sql`${employerId}::uuid`)},
    counted as (
      insert into post_days as d (school_id, employer_id, day, n)
      select ad.school_id, held.id, ${dayInChina(submitted?.at ?? new Date(0))}::date, 1
      from held join admissions ad on ad.employer_id = held.id where ad.school_id = ${asked} order by ad.school_id
      on conflict (school_id, employer_id) do update
        set n = case when d.day = excluded.day then d.n + 1 else 1 end, day = excluded.day
      returning school_id, n
    )
    select ad.school_id, s.name as school_name, s.settings, s.suspended_at, ad.status, ad.verify_due,
      ${wordingsOf(sql`ad.school_id`)} as wordings, counted.n as today
    from held join admissions ad on ad.employer_id = held.id join schools s on s.id = ad.school_id
      left join counted on counted.school_id = ad.school_id
    where ad.school_id = ${asked}
      or ad.school_id in (select school_id from posts where employer_id = ${employerId} and id = ${id})
    order by ad.school_id for share of ad ${acrossSchools.employers}`.execute(tx)
  return new Map(rows.map((row) => [row.schoolId, factsOf(row)]))
}
function factsOf({ settings, suspendedAt, status, wordings, today, ...row }: HeldRow): SchoolFacts {
  refuseIfShut(suspendedAt)
  const { postsAtOnce, postsADay, postChangesReviewed } = readSettings(settings)
  return {
    ...row,
    admitted: isAdmitted(status),
    postsAtOnce,
    postsADay,
    today: today ?? 0,
    postChangesReviewed,
    wording: listsOf(wordings ?? []),
  }
}

/** By what the school's queue and every search find a post. */
const foundBy = (of: PostCase) => ({
  title_folded: foldText(`${of.content.title} ${of.employerName}`),
  words: searchWords({ ...of, employer: of.employerName }),
})

const columnsOf = ({ after }: PostChange) => ({
  school_id: after.schoolId,
  id: after.id,
  employer_id: after.employerId,
  short_id: after.shortId,
  status: after.status,
  version: after.version,
  content: after.content,
  proposed: after.proposed,
  last_day: after.content.lastDay,
  submitted_at: after.submittedAt,
  waiting_since: after.waitingSince,
  published_at: after.publishedAt,
  shown_from: after.shownFrom,
  reason: after.reason,
  rejection: after.rejection,
  may_retry: after.mayRetry,
  has_retried: after.hasRetried,
  verified_until: after.verifiedUntil,
  ...foundBy(after),
  pay_from: after.content.pay.from,
})

/**
 * What becomes of posts, at however many schools, in one statement. The caller journals it. Until when the employer is verified is
 * written with a new one alone: from then on a foreign key keeps it that of the admission.
 */
export async function savePosts(tx: Tx, changes: readonly PostChange[]): Promise<void> {
  if (changes.length === 0) return
  await sql`
    insert into posts (school_id, id, employer_id, short_id, status, version, content, proposed, title_folded, last_day,
      submitted_at, waiting_since, published_at, shown_from, reason, rejection, may_retry, has_retried, verified_until, words,
      pay_from)
    select school_id, id, employer_id, short_id, status, version, content, nullif(proposed, 'null'), title_folded, last_day,
      submitted_at, waiting_since, published_at, shown_from, reason, rejection, may_retry, has_retried,
      verified_until, array_to_tsvector(words), pay_from
    from jsonb_to_recordset(${JSON.stringify(changes.map(columnsOf))}::jsonb) as x (school_id text, id uuid,
      employer_id uuid, short_id text, status text, version integer, content jsonb, proposed jsonb, title_folded text,
      last_day date, submitted_at timestamptz, waiting_since timestamptz, published_at timestamptz,
      shown_from timestamptz, reason text, rejection text, may_retry boolean, has_retried boolean,
      verified_until date, words text[], pay_from integer)
    on conflict (school_id, id) do update set status = excluded.status, version = excluded.version,
      content = excluded.content, proposed = excluded.proposed, title_folded = excluded.title_folded,
      last_day = excluded.last_day, waiting_since = excluded.waiting_since, published_at = excluded.published_at,
      shown_from = excluded.shown_from, reason = excluded.reason, rejection = excluded.rejection,
      may_retry = excluded.may_retry, has_retried = excluded.has_retried, words = excluded.words,
      pay_from = excluded.pay_from
  `.execute(tx)
}

/** An employer's posts are found by what it is called from now on. Whoever calls holds the employer for itself. */
export async function renewWords(tx: Tx, employerId: string): Promise<void> {
  const rows = await select(tx)
    .where('p.employerId', '=', employerId)
    .modifyEnd(acrossSchools.employers)
    .execute()
  const columns = rows.map((row) => ({ school_id: row.schoolId, id: row.id, ...foundBy(rowOf(row)) }))
  await sql`
    update posts p set title_folded = x.title_folded, words = array_to_tsvector(x.words)
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as x (school_id text, id uuid, title_folded text, words text[])
    where p.school_id = x.school_id and p.id = x.id ${acrossSchools.employers}`.execute(tx)
}
