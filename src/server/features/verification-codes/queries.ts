import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import type { Day } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { CodeSide } from '../../../domain/verification-code/owning.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { newVerificationCode } from '../../services/new-code.ts'
import type { Secrets } from '../../services/secrets.ts'
import type { DocumentKey } from '../documents/queries.ts'

/** Found by a keyed hash and shown out of a cipher: who has the database alone has no code. */
const kept = (secrets: Secrets, code: string) => ({
  codeHash: secrets.keyedHash('verification-code', code),
  codeCipher: secrets.seal(code),
})

/** Codes for the documents of agreements among those that are ordered, in the transaction that orders them. */
export async function addPrintedCodes(
  { tx, secrets, at: madeAt }: { readonly tx: Tx; readonly secrets: Secrets; readonly at: Date },
  documents: readonly DocumentKey[],
): Promise<void> {
  const agreements = documents.filter(({ kind }) => kind === 'agreement')
  if (agreements.length === 0) return
  await tx
    .insertInto('verificationCodes')
    .values(
      agreements.map(({ school: schoolId, id: agreementId, version }) => ({
        ...kept(secrets, newVerificationCode()),
        schoolId,
        id: uuidv7(),
        agreementId,
        version,
        side: 'document',
        madeAt,
      })),
    )
    .execute()
}

/** The code that the agreement's newest document bears; null where it was ordered before there were codes. */
export async function findPrintedCode(
  db: Db,
  secrets: Secrets,
  { school, id }: Key,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const row = await db
    .selectFrom('verificationCodes')
    .where('schoolId', '=', school)
    .where('agreementId', '=', id)
    .where('side', '=', 'document')
    .select(['id', 'codeCipher'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, code: secrets.open(row.codeCipher) } : null
}

export type OwnedCode = {
  readonly id: string
  readonly code: string
  readonly purpose: string
  readonly makerName: string
  readonly madeAt: Date
  readonly endsOn: Day
  readonly closedAt: Date | null
}

const selectOwned = (db: Db, { school, id }: Key, side: CodeSide) =>
  db
    .selectFrom('verificationCodes as v')
    .innerJoin('users as u', 'u.id', 'v.madeBy')
    .where('v.schoolId', '=', school)
    .where('v.agreementId', '=', id)
    .where('v.side', '=', side)
    .select(['v.id', 'v.codeCipher', 'v.madeAt', 'v.closedAt', 'u.name as makerName'])
    .select(sql<string>`v.purpose`.as('purpose'))
    .select(sql<Day>`v.ends_on`.as('endsOn'))

/** A side's own codes for an agreement, the newest first. */
export async function listCodes(db: Db, secrets: Secrets, of: Key, side: CodeSide): Promise<OwnedCode[]> {
  const rows = await selectOwned(db, of, side).orderBy('v.madeAt', 'desc').orderBy('v.id', 'desc').execute()
  return rows.map(({ codeCipher, ...row }) => ({ ...row, code: secrets.open(codeCipher) }))
}

/** Of which agreement a code is; whose both are, is asked where that is locked. */
export async function findAgreementOf(db: Db, { school, id }: Key): Promise<string> {
  const row = await db
    .selectFrom('verificationCodes')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select('agreementId')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return row.agreementId
}

/** One of them, which `listCodes` of the same transaction has; refuses what is not there. */
export function codeAmong(codes: readonly OwnedCode[], id: string): OwnedCode {
  const found = codes.find((one) => one.id === id)
  if (!found) throw new Refusal('not-found')
  return found
}

type Made = {
  readonly side: CodeSide
  readonly madeBy: string
  readonly purpose: string
  readonly endsOn: Day
}

export async function addCode(
  { tx, secrets, at: madeAt }: { readonly tx: Tx; readonly secrets: Secrets; readonly at: Date },
  { school: schoolId, id: agreementId }: Key,
  made: Made,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('verificationCodes')
    .values({ ...kept(secrets, newVerificationCode()), ...made, schoolId, id, agreementId, madeAt })
    .execute()
  return id
}

export const saveCode = (
  tx: Tx,
  { school, id }: Key,
  change: { readonly endsOn: Day } | { readonly closedAt: Date },
) =>
  tx
    .updateTable('verificationCodes')
    .set(change)
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

export type VerifiedAgreement = {
  readonly school: string
  readonly schoolName: string
  readonly schoolNameEn: string
  /** Of the code that was looked by; null for a file whose agreement has none on its document. */
  readonly codeId: string | null
  readonly number: string
  readonly status: AgreementStatus
  readonly dissolving: boolean
  readonly studentName: string
  readonly employerName: string
  readonly position: string
  readonly termsHash: string
  readonly effectiveAt: Date | null
  readonly endedAt: Date | null
  /** Since when there is a newer document than the one that was shown. */
  readonly supersededAt: Date | null
}

/** Of agreements `a`, schools `s` and whatever names a version of the agreement. */
const verified = (codeId: string, version: string) => sql`
  a.school_id as school, s.name as school_name, s.name_en as school_name_en, ${sql.ref(codeId)} as code_id, a.number,
  a.status, a.dissolution_id is not null as dissolving, a.snapshot->'student'->>'name' as student_name,
  a.snapshot->'employer'->>'name' as employer_name, a.terms->>'position' as position, a.terms_hash, a.effective_at,
  a.ended_at, (
    select min(newer.sealed_at) from documents newer where newer.school_id = a.school_id
      and newer.kind = 'agreement' and newer.subject_id = a.id and newer.version > ${sql.ref(version)} and newer.sealed_at is not null
  ) as superseded_at`

export type Sought = {
  readonly code: string
  /** The agreement's, which has to fit the code; null where nobody gave one. */
  readonly number: string | null
  /** By a school's own host name nothing is found but that school's. */
  readonly school: string | null
  readonly today: Day
}

/**
 * What a code stands for today. Of no school that the asker could name: whoever holds a code need not know it. One statement,
 * which finds nothing in the same way whether there is no such code, it was closed, it is over, or the number does not fit.
 */
export async function findByCode(
  db: Db,
  secrets: Secrets,
  { code, number, school, today }: Sought,
): Promise<VerifiedAgreement | null> {
  const { rows } = await sql<VerifiedAgreement>`
    select ${verified('v.id', 'v.version')}
    from verification_codes v
    join agreements a on a.school_id = v.school_id and a.id = v.agreement_id
    join schools s on s.id = a.school_id
    where v.code_hash = ${secrets.keyedHash('verification-code', code)}
      and v.closed_at is null and (v.ends_on is null or v.ends_on >= ${today}::date)
      and (${number}::text is null or a.number = ${number}) and (${school}::text is null or a.school_id = ${school})`.execute(
    db,
  )
  return rows[0] ?? null
}

/**
 * What a file is, by its SHA-256 (hex) and by the code that it says it bears: the agreement whose document was sealed with
 * just these bytes, or else the one whose document bears that code.
 */
export async function findByFile(
  db: Db,
  secrets: Secrets,
  {
    sha256,
    code,
    school,
  }: { readonly sha256: string; readonly code: string | null; readonly school: string | null },
): Promise<(VerifiedAgreement & { readonly isSealed: boolean }) | null> {
  const hash = code === null ? null : secrets.keyedHash('verification-code', code)
  const { rows } = await sql<VerifiedAgreement & { readonly isSealed: boolean }>`
    with hit as (
      select d.school_id, d.agreement_id, d.version, true as is_sealed from documents d
      where d.kind = 'agreement' and d.sha256 = ${sha256}
      union all
      select v.school_id, v.agreement_id, v.version, false from verification_codes v
      where v.code_hash = ${hash} and v.side = 'document'
    )
    select ${verified('printed.id', 'hit.version')}, hit.is_sealed
    from hit
    join agreements a on a.school_id = hit.school_id and a.id = hit.agreement_id
    join schools s on s.id = a.school_id
    left join verification_codes printed on printed.school_id = hit.school_id
      and printed.agreement_id = hit.agreement_id and printed.version = hit.version and printed.side = 'document'
    where ${school}::text is null or a.school_id = ${school}
    order by hit.is_sealed desc limit 1`.execute(db)
  return rows[0] ?? null
}
