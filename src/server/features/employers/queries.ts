import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { EmployerRecord } from '../../../domain/admission/acts.ts'
import type { EmployerFacts, EmployerProfile } from '../../../domain/employer-facts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readEmployerFacts, readProfile } from '../../db/stored.ts'
import { type AskedCode, refuseNotOffered } from '../codes/offered.ts'

/** The employer with this code; null where it is not on the platform. */
export async function findEmployerByCode(db: Db, creditCode: string) {
  const found = await db
    .selectFrom('employers')
    .where('creditCode', '=', creditCode)
    .select(['id', 'name'])
    .executeTakeFirst()
  return found ?? null
}

export type NewEmployer = {
  readonly name: string
  readonly creditCode: string
  readonly profile: Partial<EmployerProfile>
}

/** Enters employers and returns their ids in the same order. */
export async function addEmployers(db: Db, employers: readonly NewEmployer[]): Promise<string[]> {
  const rows = employers.map(({ profile, ...employer }) => ({
    ...employer,
    id: uuidv7(),
    nameFolded: foldText(employer.name),
    profile: JSON.stringify(profile),
  }))
  await db.insertInto('employers').values(rows).execute()
  return rows.map(({ id }) => id)
}

const SELECTED = ['id', 'name', 'creditCode', 'profile', 'declared', 'version'] as const
type Row = {
  id: string
  name: string
  creditCode: string
  profile: unknown
  declared: unknown
  version: number
}
/** An employer by itself: what holds, what it has declared since. */
export type Employer = EmployerRecord & {
  readonly id: string
  readonly creditCode: string
  readonly version: number
}
const parse = ({ id, name, creditCode, profile, declared, version }: Row): Employer => ({
  id,
  creditCode,
  version,
  inEffect: { name, ...readProfile(profile) },
  declared: declared === null ? null : readEmployerFacts(declared),
})

export async function findEmployer(db: Db, id: string): Promise<Employer> {
  const row = await db.selectFrom('employers').where('id', '=', id).select(SELECTED).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/**
 * The row, held against every other change of the employer, its admissions and its members; what only refers to it, as a
 * new invitation does, goes on meanwhile.
 */
export async function lockEmployer(tx: Tx, id: string): Promise<Employer> {
  const row = await tx
    .selectFrom('employers')
    .where('id', '=', id)
    .select(SELECTED)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** What holds and what is declared; `grown` where people have read the version before. */
export const saveRecord = (
  tx: Tx,
  { id, version }: Pick<Employer, 'id' | 'version'>,
  { inEffect: { name, ...profile }, declared }: EmployerRecord,
  grown: 0 | 1,
) =>
  tx
    .updateTable('employers')
    .set({
      name,
      nameFolded: foldText(name),
      profile: JSON.stringify(profile),
      declared: declared && JSON.stringify(declared),
      version: version + grown,
    })
    .where('id', '=', id)
    .execute()

/** Figures of whoever has an agreement with it, at whichever school, follow what it is now. */
export const countAgain = (db: Db, id: string) => sql`select refresh_figures_of_employer(${id})`.execute(db)

/** A new employer as it registers itself; its owner's account comes next. Refuses `employer-registered`. */
export const addRegistered = (
  tx: Tx,
  {
    id,
    creditCode,
    facts: { name, ...profile },
  }: { readonly id: string; readonly creditCode: string; readonly facts: EmployerFacts },
  at: Date,
) =>
  tx
    .insertInto('employers')
    .values({
      id,
      name,
      nameFolded: foldText(name),
      creditCode,
      profile: JSON.stringify(profile),
      registeredAt: at,
    })
    .execute()

/** One of its owners, whom the database keeps it from losing. */
export const saveOwner = (tx: Tx, id: string, ownerId: string) =>
  tx.updateTable('employers').set({ ownerId }).where('id', '=', id).execute()

const CODED = {
  industry: 'industry',
  size: 'employer_size',
  nature: 'employer_nature',
  region: 'region',
} as const

/** The codes that an employer says of itself. */
const codesAsked = (facts: Pick<EmployerFacts, keyof typeof CODED>): AskedCode[] =>
  Object.entries(CODED).map(([field, kind]) => ({ field, kind, code: facts[field as keyof typeof CODED] }))

/** Refuses what no code table offers, naming the field; what it said before may stay. */
export const refuseUnknownCodes = (
  db: Db,
  facts: EmployerFacts,
  before: Pick<EmployerFacts, keyof typeof CODED> | null,
  at: Date,
): Promise<void> =>
  refuseNotOffered(db, { asked: codesAsked(facts), kept: before ? codesAsked(before) : [] }, at)
