import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Role } from '../../domain/lifecycle.ts'
import * as acrossSchools from './across-schools.ts'
import type { Db, Tx } from './database.ts'
import { prepared, type Slots } from './prepared.ts'
import { randomStock } from './random-stock.ts'

/** Who acts, from where. The clock has no address. */
export type Actor = {
  readonly id: string | null
  readonly name: string
  readonly role: Role | 'administrator' | 'newcomer'
  readonly ip: string
  readonly userAgent: string
}

export const CLOCK: Actor = { id: null, name: '', role: 'clock', ip: '', userAgent: '' }

/** In place of a school, for what is of none. */
export const PLATFORM = 'platform'

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

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()

/** The fingerprint that an act names: SHA-256, hex, of the canonical JSON. */
export const hashOf = (value: unknown): string => sha256(canonicalJson(value)).toString('hex')

/** From where somebody acted, as it stands beside the entry, which has only its hash. The salt keeps an address from being guessed. */
type Origin = { readonly ip: string; readonly userAgent: string; readonly salt: string }

const newSalt = randomStock(16)

function written({ school, at, actor: { ip, userAgent, ...actor }, ...line }: Line) {
  const salt = newSalt().toString('hex')
  const origin: Origin | null = ip || userAgent ? { ip, userAgent, salt } : null
  const by = origin ? { ...actor, origin: hashOf(origin) } : actor
  return {
    entry: canonicalJson({ ...line, school, at: at.toISOString(), actor: by }),
    origin: origin && JSON.stringify(origin),
  }
}

/**
 * Appends lines in the transaction of the act they tell of (R28), one statement for all. Each chain is per
 * subject: the first hash is the entry's digest, each later one SHA-256(previous hash ‖ entry's digest). What is written waits
 * to be taken into the tree (`takePending`).
 */
export async function record(tx: Tx, lines: readonly Line[]): Promise<void> {
  const sorted = [...lines].sort((a, b) => (a.subject < b.subject ? -1 : 1)) // one order of locks for everybody
  const texts = sorted.map(written)
  await tx.executeQuery(
    append({
      schools: sorted.map((line) => line.school),
      subjects: sorted.map((line) => line.subject),
      entries: texts.map(({ entry }) => entry),
      origins: texts.map(({ origin }) => origin),
    }),
  )
}

type Columns = Readonly<Record<'schools' | 'subjects' | 'entries' | 'origins', readonly (string | null)[]>>
const append = prepared(
  (_, { schools, subjects, entries, origins }: Slots<Columns>) => sql`
    with line as (
      select * from unnest(${schools}::text[], ${subjects}::text[], ${entries}::text[], ${origins}::jsonb[])
        as l (school_id, subject, entry, origin)
    ), head as (
      insert into journal_heads as h (school_id, subject, seq, hash)
      select school_id, subject, 1, sha256(convert_to(entry, 'UTF8')) from line
      on conflict (school_id, subject) do update set seq = h.seq + 1, hash = sha256(h.hash || excluded.hash)
      returning school_id, subject, seq, hash
    ), added as (
      insert into journal (school_id, subject, seq, entry, hash, origin)
      select school_id, subject, seq, entry::jsonb, hash, origin from head join line using (school_id, subject)
      returning school_id, subject, seq
    )
    insert into journal_pending (school_id, subject, seq) select school_id, subject, seq from added`,
)

export type WrittenLine = {
  readonly school: string
  readonly subject: string
  readonly seq: number
  readonly hash: Buffer
}

/**
 * Takes at most so many lines that are committed and not in the tree, chain by chain: whoever calls has its turn, and puts them there
 * in the same transaction. What commits later is found by a later call, whatever its number or its time.
 */
export async function takePending(tx: Tx, most: number): Promise<WrittenLine[]> {
  const { rows } = await sql<WrittenLine>`
    with next as (
      select school_id, subject, seq from journal_pending order by school_id, subject, seq limit ${most}
    ), taken as (
      delete from journal_pending p using next n
      where p.school_id = n.school_id and p.subject = n.subject and p.seq = n.seq
      returning p.school_id, p.subject, p.seq
    )
    select school_id as school, subject, seq, j.hash from taken join journal j using (school_id, subject, seq)
    order by school_id, subject, seq ${acrossSchools.tree}`.execute(tx)
  return rows
}

/** How many lines are not in the tree yet. */
export async function countPending(db: Db): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) from journal_pending ${acrossSchools.tree}`.execute(db)
  return rows[0]!.count
}

export type JournalFault = {
  readonly school: string
  readonly subject: string
  readonly seq: number
  readonly fault: string
}

const CHAINS_AT_ONCE = 500

/**
 * Reads every chain and names each line that was changed, removed, reordered or added beside the product. Each batch is one
 * statement, so that a line written meanwhile is seen with its head or not at all.
 */
export async function verifyJournal(db: Db): Promise<{ lines: number; faults: JournalFault[] }> {
  const faults: JournalFault[] = []
  let lines = 0
  let after = { school: '', subject: '' }
  let heads: number
  do {
    const { rows } = await sql<Found>`
      with h as (
        select school_id, subject, seq as head_seq, hash as head_hash from journal_heads
        where (school_id, subject) > (${after.school}, ${after.subject})
        order by school_id, subject limit ${CHAINS_AT_ONCE}
      ), j as (
        select * from journal
        where (school_id, subject) > (${after.school}, ${after.subject}) and (
          (select count(*) from h) < ${CHAINS_AT_ONCE}
          or (school_id, subject) <= (select school_id, subject from h order by school_id desc, subject desc limit 1))
      )
      select school_id, subject, head_seq, head_hash, seq, entry, hash, origin from h full join j using (school_id, subject)
      order by school_id, subject, seq ${acrossSchools.tree}`.execute(db)
    const chains = [...Map.groupBy(rows, ({ schoolId, subject }) => `${schoolId}/${subject}`).values()]
    for (const chain of chains) faults.push(...faultsOf(chain))
    lines += rows.filter(({ seq }) => seq !== null).length
    heads = chains.filter(([first]) => first?.headSeq !== null).length
    const last = rows.at(-1)
    if (last) after = { school: last.schoolId, subject: last.subject }
  } while (heads === CHAINS_AT_ONCE)
  return { lines, faults }
}

/** Of an entry, what is looked at: older ones say in themselves from where somebody acted. */
type Entry = { readonly actor?: { readonly origin?: string } }

/** A line with its chain's head; no line where the head is alone, no head where the line is. */
type Found = { readonly schoolId: string; readonly subject: string } & (
  | { readonly headSeq: number; readonly headHash: Buffer }
  | { readonly headSeq: null; readonly headHash: null }
) &
  (
    | { readonly seq: number; readonly entry: Entry; readonly hash: Buffer; readonly origin: unknown }
    | { readonly seq: null; readonly entry: null; readonly hash: null; readonly origin: null }
  )

function faultsOf(chain: readonly Found[]): JournalFault[] {
  const { schoolId: school, subject, headSeq, headHash } = chain[0]!
  const lines = chain.filter((line) => line.seq !== null)
  if (headSeq === null) return [{ school, subject, seq: lines[0]!.seq, fault: 'has no head' }]
  const faults: JournalFault[] = []
  const add = (seq: number, fault: string) => faults.push({ school, subject, seq, fault })
  let previous: Buffer | null = null
  let due = 1
  for (const row of lines) {
    for (; due < row.seq; due++) add(due, 'is missing')
    const digest = sha256(canonicalJson(row.entry))
    const hash: Buffer = previous ? sha256(Buffer.concat([previous, digest])) : digest
    if (!hash.equals(row.hash)) add(row.seq, 'was changed or moved')
    if (row.origin !== null && hashOf(row.origin) !== row.entry.actor?.origin)
      add(row.seq, 'says another origin than was written')
    previous = row.hash
    due = row.seq + 1
  }
  for (; due <= headSeq; due++) add(due, 'is missing')
  if (faults.length === 0 && previous && !previous.equals(headHash))
    add(headSeq, 'does not match the head of its chain')
  return faults
}
