import { sql } from 'kysely'
import { expect } from 'vitest'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { verifyJournal } from '../../src/server/db/journal.ts'
import type { CrashSite } from './crash-site.ts'
import type { Invited } from './crowd.ts'
import { USERS } from './work-off.ts'

/** Accepts until something breaks; returns the invitations that were answered 2xx. `struck` runs once, under load. */
export async function acceptUntil(
  site: Pick<CrashSite, 'ask'>,
  share: readonly Invited[],
  after: number,
  strike: () => Promise<void> | void,
): Promise<string[]> {
  const signed: string[] = []
  const queue = [...share]
  let struck: Promise<void> | undefined
  await Promise.all(
    Array.from({ length: USERS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const { token, params, body } = next
        const answer = await site.ask(token, invitationActs.accept, { params, body })
        if (answer?.ok) signed.push(params.id)
        if (signed.length >= after && struck === undefined) struck = Promise.resolve(strike())
        if (!answer) return
      }
    }),
  )
  await struck
  return signed
}

/** What was answered 2xx is there, nothing is half done, the journal verifies. */
export async function expectWhole({ db }: Pick<CrashSite, 'db'>, signed: readonly string[]) {
  const { rows } = await sql<{ accepted: number; agreements: number; placements: number; lines: number }>`
    select (select count(*) from invitations where status = 'accepted') as accepted,
      (select count(*) from agreements a join invitations i on i.school_id = a.school_id and i.id = a.invitation_id
       where i.status = 'accepted') as agreements,
      (select count(*) from placements) as placements,
      (select count(*) from journal where entry->>'action' = 'agreement.form') as lines
  `.execute(db)
  const { accepted, agreements, placements, lines } = rows[0]!
  expect([agreements, placements, lines]).toEqual([accepted, accepted, accepted])
  const there = await db
    .selectFrom('invitations')
    .where('id', 'in', [...signed])
    .where('status', '=', 'accepted')
    .select('id')
    .execute()
  expect(there).toHaveLength(signed.length)
  expect((await verifyJournal(db)).faults).toEqual([])
}
