import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Day } from '../../../domain/day.ts'
import {
  DOCUMENT_KINDS,
  DOCUMENT_SUBJECT,
  type DocumentKind,
  type DocumentSubject,
} from '../../../domain/document/kind.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { CodeSide } from '../../../domain/verification-code/owning.ts'
import type { Verified } from '../../../domain/verification-code/standing.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { itsSchool } from '../../db/its-school.ts'
import type { Key } from '../../db/key.ts'
import type { Jobs } from '../../services/jobs.ts'
import { newVerificationCode } from '../../services/new-code.ts'
import type { Secrets } from '../../services/secrets.ts'
import { type DocumentKey, insertOrders, subjectColumn, type ToSeal } from '../documents/queries.ts'

/** Found by a keyed hash and shown out of a cipher: who has the database alone has no code. */
const kept = (secrets: Secrets, code: string) => ({
  codeHash: secrets.keyedHash('verification-code', code),
  codeCipher: secrets.seal(code),
})

/**
 * Orders documents, each with the code that it bears, in the transaction of what they are documents of: they are made
 * exactly when it is done.
 */
export async function orderDocuments(
  {
    tx,
    jobs,
    secrets,
    at,
    by,
  }: {
    readonly tx: Tx
    readonly jobs: Jobs
    readonly secrets: Secrets
    readonly at: Date
    /** The account of whoever ordered them, whose page waits. */
    readonly by: string
  },
  documents: readonly DocumentKey[],
): Promise<void> {
  if (documents.length === 0) return
  await tx
    .with('ordered', () => sql<Record<string, never>>`(${insertOrders(documents, at)})`)
    .insertInto('verificationCodes')
    .values(
      documents.map((of) => ({
        ...kept(secrets, newVerificationCode()),
        ...subjectColumn(of),
        schoolId: of.school,
        id: uuidv7(),
        kind: of.kind,
        version: of.version,
        side: 'document',
        madeAt: at,
      })),
    )
    .execute()
  await jobs.enqueue(
    tx,
    'seal',
    documents.map((of): ToSeal => ({ ...of, by })),
  )
}

/** A document, in this version or the newest. */
export type Printed = Omit<DocumentKey, 'version'> & { readonly version?: number }

/** The code that a document bears; null where it was ordered before documents of its kind had codes. */
export async function findPrintedCode(
  db: Db,
  secrets: Secrets,
  { school, kind, id, version }: Printed,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const row = await db
    .selectFrom('verificationCodes')
    .where('schoolId', '=', school)
    .where('kind', '=', kind)
    .where('subjectId', '=', id)
    .where('side', '=', 'document')
    .$if(version !== undefined, (query) => query.where('version', '=', version!))
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

/** What codes are of: the document, which names its subject. */
export type CodedKey = Key & { readonly kind: DocumentKind }

/** What codes are of, as somebody who may see it finds it. */
export type Coded = {
  readonly ref: { readonly kind: DocumentSubject; readonly id: string }
  readonly school: string
  readonly studentId: string
  /** The document that a code made now is of, and the number by which that is known. */
  readonly document: DocumentKind
  readonly number: string
  readonly studentName: string
  readonly employerName: string | null
  /** There is something that could be verified. */
  readonly isVerifiable: boolean
}

export const codedKey = ({ school, ref, document }: Coded): CodedKey => ({
  school,
  id: ref.id,
  kind: document,
})

const kindsOf = (subject: DocumentSubject) =>
  DOCUMENT_KINDS.filter((kind) => DOCUMENT_SUBJECT[kind] === subject)

const selectOwned = (db: Db, { school, id, kind }: CodedKey, side: CodeSide) =>
  db
    .selectFrom('verificationCodes as v')
    .innerJoin('users as u', 'u.id', 'v.madeBy')
    .where('v.schoolId', '=', school)
    .where('v.kind', 'in', kindsOf(DOCUMENT_SUBJECT[kind]))
    .where('v.subjectId', '=', id)
    .where('v.side', '=', side)
    .select(['v.id', 'v.codeCipher', 'v.madeAt', 'v.closedAt', 'u.name as makerName'])
    .select(sql<string>`v.purpose`.as('purpose'))
    .select(sql<Day>`v.ends_on`.as('endsOn'))

/** A side's own codes for what the document is of, the newest first. */
export async function listCodes(
  db: Db,
  secrets: Secrets,
  of: CodedKey,
  side: CodeSide,
): Promise<OwnedCode[]> {
  const rows = await selectOwned(db, of, side).orderBy('v.madeAt', 'desc').orderBy('v.id', 'desc').execute()
  return rows.map(({ codeCipher, ...row }) => ({ ...row, code: secrets.open(codeCipher) }))
}

/** Of what a code is that somebody made; whose both are, is asked where that is locked. */
export async function findSubjectOf(
  db: Db,
  { school, id }: Key,
): Promise<{ readonly kind: DocumentSubject; readonly id: string }> {
  const row = await db
    .selectFrom('verificationCodes')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('side', '<>', 'document')
    .select(['kind', 'subjectId'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return { kind: DOCUMENT_SUBJECT[row.kind as DocumentKind], id: row.subjectId }
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
  of: CodedKey,
  made: Made,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('verificationCodes')
    .values({
      ...kept(secrets, newVerificationCode()),
      ...made,
      ...subjectColumn(of),
      schoolId: of.school,
      id,
      kind: of.kind,
      madeAt,
    })
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

export type Found = {
  readonly school: string
  readonly schoolName: string
  readonly schoolNameEn: string
  /** Of the code that was looked by; null for a file whose document has none. */
  readonly codeId: string | null
  readonly of: Verified
  /** Since when there is a newer document than the one that was shown. */
  readonly supersededAt: Date | null
  /** Since when the school keeps no longer what it says; null while it does. */
  readonly removedAt: Date | null
}

/**
 * What the subject of the document `hit` says, each kind out of its own table (`Verified`); null where that is not there. `hit` names
 * the school, which is given where it is known, the subject, and the version that the document is of; without one it is the newest, for a code that somebody made stands for that.
 */
const verified = (school?: string) => {
  const column = (name: string) => sql.ref(`hit.${name}`)
  const its = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = ${itsSchool('hit', school)} and ${sql.ref(`${table}.id`)} = ${column('subject_id')}`
  return sql<Verified | null>`case ${column('kind')}
    when 'agreement' then (
      select jsonb_build_object('kind', ${column('kind')}, 'number', a.number, 'status', a.status,
        'dissolving', a.dissolution_id is not null, 'studentName', a.snapshot->'student'->>'name',
        'employerName', a.snapshot->'employer'->>'name', 'position', a.terms->>'position', 'termsHash', a.terms_hash,
        'effectiveAt', a.effective_at, 'endedAt', a.ended_at)
      from agreements a where ${its('a')})
    when 'registration' then (
      select jsonb_build_object('kind', ${column('kind')}, 'number', t.snapshot->>'studentNumber', 'status', t.status,
        'studentName', t.snapshot->>'name', 'category', t.category_names, 'registeredAt', t.registered_at,
        'endedAt', t.ended_at)
      from destinations t where ${its('t')})
    when 'recommendation' then (
      select jsonb_build_object('kind', ${column('kind')}, 'number', e.number,
        'isInForce', m.in_force is not distinct from e.edition, 'studentName', e.content->'facts'->'name'->>'name',
        'college', e.content->'facts'->'college'->>'name', 'major', e.content->'facts'->'majorName'->>'name',
        'issuedAt', e.issued_at, 'revokedAt', m.revoked_at, 'replacedAt', (
          select min(later.issued_at) from recommendation_editions later where later.school_id = ${itsSchool('e', school)}
            and later.recommendation_id = e.recommendation_id and later.edition > e.edition))
      from recommendations m
      join recommendation_editions e on e.school_id = ${itsSchool('m', school)} and e.recommendation_id = m.id
        and (e.version = ${column('version')} or (${column('version')} is null and e.edition = m.editions))
      where ${its('m')})
    else (
      select jsonb_build_object('kind', ${column('kind')}, 'number', a.number, 'status', d.status,
        'studentName', a.snapshot->'student'->>'name', 'employerName', a.snapshot->'employer'->>'name',
        'askedAt', d.asked_at, 'endedAt', d.ended_at)
      from dissolutions d join agreements a on a.school_id = ${itsSchool('d', school)} and a.id = d.agreement_id where ${its('d')})
  end`
}

/** When the first document of the same subject was sealed that is newer than the one of `hit`. */
const supersededAt = (school?: string) => sql<Date | null>`(
  select min(newer.sealed_at) from documents newer where newer.school_id = ${itsSchool('hit', school)} and newer.kind = hit.kind
    and newer.subject_id = hit.subject_id and newer.version > hit.version and newer.sealed_at is not null)`

/** When what the document of `hit` says was removed: of a subject all at once, so that the newest tells for a code that somebody made. */
const removedAt = (school?: string) => sql<Date | null>`(
  select max(gone.removed_at) from documents gone where gone.school_id = ${itsSchool('hit', school)} and gone.kind = hit.kind
    and gone.subject_id = hit.subject_id and (hit.version is null or gone.version = hit.version))`

export type Sought = {
  readonly code: string
  /** As the document has it, which has to fit the code; null where nobody gave one. */
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
): Promise<Found | null> {
  const { rows } = await sql<Found>`
    select * from (
      select hit.school_id as school, s.name as school_name, s.name_en as school_name_en, hit.id as code_id,
        ${verified()} as of, ${supersededAt()} as superseded_at, ${removedAt()} as removed_at
      from verification_codes hit join schools s on s.id = hit.school_id
      where hit.code_hash = any(${secrets.keyedHashes('verification-code', code)}::bytea[])
        and hit.closed_at is null and (hit.ends_on is null or hit.ends_on >= ${today}::date)
        and (${school}::text is null or hit.school_id = ${school})
    ) found where of is not null and (${number}::text is null or of->>'number' = ${number})
    ${acrossSchools.visitors}`.execute(db)
  return rows[0] ?? null
}

type Hit = DocumentKey & { readonly isSealed: boolean }
/**
 * What a file is, by its SHA-256 (hex) and by the code that it says it bears: the document that was sealed with just these
 * bytes, or else the one that bears that code.
 */
export async function findByFile(
  db: Db,
  secrets: Secrets,
  {
    sha256,
    code,
    school,
  }: { readonly sha256: string; readonly code: string | null; readonly school: string | null },
): Promise<(Found & { readonly isSealed: boolean }) | null> {
  const hashes = code === null ? [] : secrets.keyedHashes('verification-code', code)
  const { rows: hits } = await sql<Hit>`
    select * from (
      select d.school_id as school, d.kind, d.subject_id as id, d.version, true as is_sealed from documents d where d.sha256 = ${sha256}
      union all
      select v.school_id, v.kind, v.subject_id, v.version, false from verification_codes v
      where v.code_hash = any(${hashes}::bytea[]) and v.side = 'document'
    ) hit where ${school}::text is null or school = ${school}
    order by is_sealed desc limit 1 ${acrossSchools.visitors}`.execute(db)
  const [hit] = hits
  if (!hit) return null
  const { rows } = await sql<Found>`
    select hit.school_id as school, s.name as school_name, s.name_en as school_name_en, printed.id as code_id,
      ${verified(hit.school)} as of, ${supersededAt(hit.school)} as superseded_at, ${removedAt(hit.school)} as removed_at
    from (select ${hit.school}::text as school_id, ${hit.kind}::text as kind, ${hit.id}::uuid as subject_id,
      ${hit.version}::integer as version) hit
    join schools s on s.id = hit.school_id
    left join verification_codes printed on printed.school_id = ${hit.school} and printed.kind = hit.kind
      and printed.subject_id = hit.subject_id and printed.version = hit.version and printed.side = 'document'`.execute(
    db,
  )
  return rows[0] ? { ...rows[0], isSealed: hit.isSealed } : null
}
