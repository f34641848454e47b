import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Role } from '../../domain/lifecycle.ts'
import type { Db, Tx } from './database.ts'

/** Who acts, from where. The clock has no address. */
export type Actor = {
  readonly id: string | null
  readonly name: string
  readonly role: Role | 'administrator' | 'newcomer'
  readonly ip: string
  readonly userAgent: string
}

export const CLOCK: Actor = { id: null, name: '', role: 'clock', ip: '', userAgent: '' }

export type Line = {
  readonly school: string
  /** `<kind>:<id>`. At most one line a subject in one call. */
  readonly subject: string
  readonly action: string
  readonly at: Date
  readonly actor: Actor
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

/** Canonical JSON (RFC 8785) of anything that JSON can say. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** The fingerprint that an act names: SHA-256, hex, of the canonical JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value)).toString('hex')

/**
 * Appends lines in the transaction of the act they tell of (R28), one statement for all. Each chain is per
 * subject: the first hash is the entry's digest, each later one SHA-256(previous hash ‖ entry's digest).
 */
export async function record(tx: Tx, lines: readonly Line[]): Promise<void> {
  const sorted = [...lines].sort((a, b) => (a.subject < b.subject ? -1 : 1)) // one order of locks for everybody
  const entries = sorted.map(({ school, at, ...line }) =>
    canonicalJson({ ...line, school, at: at.toISOString() }),
  )
  await sql`
    with line as (
      select * from unnest(${sorted.map((line) => line.school)}::text[], ${sorted.map((line) => line.subject)}::text[],
        ${entries}::text[]) as l (school_id, subject, entry)
    ), head as (
      insert into journal_heads as h (school_id, subject, seq, hash)
      select school_id, subject, 1, sha256(convert_to(entry, 'UTF8')) from line
      on conflict (school_id, subject) do update set seq = h.seq + 1, hash = sha256(h.hash || excluded.hash)
      returning school_id, subject, seq, hash
    )
    insert into journal (school_id, subject, seq, entry, hash)
    select school_id, subject, seq, entry::jsonb, hash from head join line using (school_id, subject)
  `.execute(tx)
}

export type JournalFault = {
  readonly school: string
  readonly subject: string
  readonly seq: number
  readonly fault: string
}

/** Reads every chain and names each line that was changed, removed, reordered or added beside the product. */
export async function verifyJournal(db: Db): Promise<{ lines: number; faults: JournalFault[] }> {
  const faults: JournalFault[] = []
  let lines = 0
  let after = { school: '', subject: '' }
  for (;;) {
    const heads = await db
      .selectFrom('journalHeads')
      .selectAll()
      .where(sql<boolean>`(school_id, subject) > (${after.school}, ${after.subject})`)
      .orderBy('schoolId')
      .orderBy('subject')
      .limit(500)
      .execute()
    if (heads.length === 0) break
    const last = heads[heads.length - 1]!
    const rows = await db
      .selectFrom('journal')
      .selectAll()
      .where(sql<boolean>`(school_id, subject) > (${after.school}, ${after.subject})`)
      .where(sql<boolean>`(school_id, subject) <= (${last.schoolId}, ${last.subject})`)
      .orderBy('schoolId')
      .orderBy('subject')
      .orderBy('seq')
      .execute()
    const chains = Map.groupBy(rows, (row) => `${row.schoolId}/${row.subject}`)
    for (const head of heads) {
      const chain = chains.get(`${head.schoolId}/${head.subject}`) ?? []
      chains.delete(`${head.schoolId}/${head.subject}`)
      lines += chain.length
      faults.push(...faultsOf(chain, head))
    }
    for (const [first] of chains.values()) {
      if (first)
        faults.push({ school: first.schoolId, subject: first.subject, seq: first.seq, fault: 'has no head' })
    }
    after = { school: last.schoolId, subject: last.subject }
  }
  return { lines, faults }
}

type Row = { schoolId: string; subject: string; seq: number; entry: unknown; hash: Buffer }

function faultsOf(
  chain: readonly Row[],
  head: { schoolId: string; subject: string; seq: number; hash: Buffer },
) {
  const faults: JournalFault[] = []
  const add = (seq: number, fault: string) =>
    faults.push({ school: head.schoolId, subject: head.subject, seq, fault })
  let previous: Buffer | null = null
  let due = 1
  for (const row of chain) {
    for (; due < row.seq; due++) add(due, 'is missing')
    const digest = sha256(canonicalJson(row.entry))
    const hash: Buffer = previous ? sha256(Buffer.concat([previous, digest])) : digest
    if (!hash.equals(row.hash)) add(row.seq, 'was changed or moved')
    previous = row.hash
    due = row.seq + 1
  }
  for (; due <= head.seq; due++) add(due, 'is missing')
  if (faults.length === 0 && previous && !previous.equals(head.hash))
    add(head.seq, 'does not match the head of its chain')
  return faults
}
