import { type Kysely, sql } from 'kysely'
import type { PlaceFactKind } from '../../../domain/place/fact.ts'

/** 国发〔2000〕33号: to whom the policies for the west of China apply, as whole provinces; no figure is made up here. */
const WESTERN = [
  '150000',
  '450000',
  '500000',
  '510000',
  '520000',
  '530000',
  '540000',
  '610000',
  '620000',
  '630000',
  '640000',
  '650000',
]
const SINCE = '2000-10'

/** The product's own: of every other kind an operator brings the rows. */
export const SHIPPED_PLACES = WESTERN.map((region) => ({
  kind: 'western' as const satisfies PlaceFactKind,
  region,
  since: SINCE,
}))

/** Inserts what is not there; what an operator has ended or changed stays so. */
export const seedPlaces = <Tables>(db: Kysely<Tables>) =>
  sql`
    insert into place_facts (kind, region, since)
    select kind, region, since from jsonb_to_recordset(${JSON.stringify(SHIPPED_PLACES)}::jsonb)
      as r (kind text, region text, since text)
    on conflict (kind, region, since) do nothing`.execute(db)
