import { sql } from 'kysely'
import type { FairRow } from '../../../contracts/fairs.ts'
import { type FairStatus, fairPhase } from '../../../domain/fair/life.ts'
import { boothsOf } from '../../../domain/fair/plan.ts'
import { TO_LET_IN, WITH_BOOTH } from '../../../domain/fair-entry/life.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { parseFair, selectFairs } from './queries.ts'
import { placedOf } from './venues-of.ts'

type Filter = Paging & { readonly q?: string; readonly status?: FairStatus | undefined }

const counted = (school: string, statuses: readonly string[]) =>
  sql<number>`(select count(*) from fair_entries x where x.school_id = ${school} and x.fair_id = f.id
    and ${statusIn('x.status', statuses)})`

/** The fairs of a school, the latest to be held first. */
export async function listFairs(db: Db, school: string, { q, status, ...paging }: Filter, at: Date) {
  const found = selectFairs(db)
    .where('f.schoolId', '=', school)
    .$if(status !== undefined, (query) => query.where('f.status', '=', status!))
    .$if(!!q, (query) => query.where('f.titleFolded', 'like', contains(q!)))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      found
        .select([counted(school, WITH_BOOTH).as('admitted'), counted(school, TO_LET_IN).as('requested')])
        .orderBy('f.startsAt', 'desc')
        .orderBy('f.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => found.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const fairs = rows.map(({ admitted, requested, ...row }) => ({ ...parseFair(row), admitted, requested }))
  const placed = await placedOf(db, fairs)
  const items = fairs.map(
    (of, index): FairRow => ({
      id: of.id,
      version: of.version,
      title: of.content.title,
      phase: fairPhase(of, at),
      placed: placed[index]!,
      applyFrom: of.content.applyFrom,
      applyUntil: of.content.applyUntil,
      booths: boothsOf(of.content.plan).length,
      admitted: of.admitted,
      requested: of.requested,
      signedUp: of.signedUp,
    }),
  )
  return { items, ...page }
}
