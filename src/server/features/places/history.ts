import { sql } from 'kysely'
import type { PlaceFactsPage } from '../../../contracts/places.ts'
import type { JournalData } from '../../../domain/outcome.ts'
import type { PlaceFact, PlaceFactKind } from '../../../domain/place/fact.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Actor, PLATFORM, record } from '../../db/journal.ts'

const SHOWN = 20
type Said = Pick<PlaceFact, 'until' | 'amount'>
export type SavedFact = { readonly before: Said | null; readonly after: PlaceFact; readonly name: string }

const subjectOf = (kind: PlaceFactKind, region: string) => `place:${kind}/${region}`

/** A region has a chain of its own; a line says what stood before and what stands now. */
export const recordFacts = (
  tx: Tx,
  { kind, actor, at }: { readonly kind: PlaceFactKind; readonly actor: Actor; readonly at: Date },
  saved: readonly SavedFact[],
) =>
  record(
    tx,
    saved.map(({ before, after: { region, since, until, amount }, name }) => ({
      school: PLATFORM,
      subject: subjectOf(kind, region),
      action: 'place.save' as const,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data: {
        name,
        since,
        isNew: before === null,
        'until.before': before?.until ?? null,
        'amount.before': before?.amount ?? null,
        until,
        amount,
      },
    })),
  )

const text = (value: JournalData[string] | undefined) => (typeof value === 'string' ? value : null)
const number = (value: JournalData[string] | undefined) => (typeof value === 'number' ? value : null)

/** What was saved last of a kind, newest first. */
export async function listLatest(db: Db, kind: PlaceFactKind): Promise<PlaceFactsPage['history']> {
  const { rows } = await sql<{ at: string; by: string; subject: string; data: JournalData }>`
    select entry->>'at' as at, entry->'actor'->>'name' as by, subject, entry->'data' as data
    from journal where school_id = ${PLATFORM} and starts_with(subject, ${subjectOf(kind, '')})
    order by entry->>'at' desc, subject limit ${SHOWN}`.execute(db)
  return rows.map(({ at, by, subject, data }) => ({
    at,
    by,
    region: subject.slice(subjectOf(kind, '').length),
    since: text(data.since) ?? '',
    name: text(data.name) ?? '',
    before: data.isNew ? null : { until: text(data['until.before']), amount: number(data['amount.before']) },
    after: { until: text(data.until), amount: number(data.amount) },
  }))
}
