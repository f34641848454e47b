import { v7 as uuidv7 } from 'uuid'
import { type EmployerRole, LINK_DAYS, OPEN_LINKS } from '../../../domain/membership.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { sha256 } from '../../db/journal.ts'

const DAY = 24 * 60 * 60 * 1000

/** Those of an employer that can still be used. */
const open = (db: Db, at: Date) =>
  db
    .selectFrom('memberLinks as l')
    .where('l.usedAt', 'is', null)
    .where('l.revokedAt', 'is', null)
    .where('l.expiresAt', '>', at)

/** The open invitations to join, newest first. */
export async function listLinks(db: Db, employerId: string, at: Date) {
  const rows = await open(db, at)
    .innerJoin('users as u', 'u.id', 'l.madeBy')
    .where('l.employerId', '=', employerId)
    .select(['l.id', 'l.role', 'u.name as madeBy', 'l.expiresAt'])
    .orderBy('l.madeAt', 'desc')
    .execute()
  return rows.map(({ role, expiresAt, ...row }) => ({
    ...row,
    role: role as EmployerRole,
    expiresAt: expiresAt.toISOString(),
  }))
}

/** A link is kept as the hash of what is in it. Refuses `links-too-many`; the employer's row is held. */
export async function addLink(
  tx: Tx,
  link: {
    readonly employerId: string
    readonly role: EmployerRole
    readonly madeBy: string
    readonly code: string
  },
  at: Date,
) {
  const { n } = await open(tx, at)
    .where('l.employerId', '=', link.employerId)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  if (n >= OPEN_LINKS) throw new Refusal('links-too-many', { limit: OPEN_LINKS })
  const { code, ...row } = link
  const made = { id: uuidv7(), madeAt: at, expiresAt: new Date(at.getTime() + LINK_DAYS * DAY) }
  await tx
    .insertInto('memberLinks')
    .values({ ...row, ...made, codeHash: sha256(code) })
    .execute()
  return made
}

export async function findLink(db: Db, code: string, at: Date) {
  const found = await open(db, at)
    .innerJoin('employers as e', 'e.id', 'l.employerId')
    .where('l.codeHash', '=', sha256(code))
    .select(['l.id', 'l.employerId', 'l.role', 'l.expiresAt', 'e.name as employer'])
    .executeTakeFirst()
  if (!found) throw new Refusal('link-over')
  return { ...found, role: found.role as EmployerRole }
}

/** Of two who use one link at once, the second waits here for the first, and is refused. */
export async function useLink(tx: Tx, id: string, userId: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('memberLinks')
    .set({ usedBy: userId, usedAt: at })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('link-over')
}

/** What a member who leaves has given out opens nothing any more. */
export const revokeLinksOf = (tx: Tx, madeBy: string, at: Date) =>
  tx
    .updateTable('memberLinks')
    .set({ revokedAt: at })
    .where('madeBy', '=', madeBy)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()

export async function revokeLink(tx: Tx, id: string, employerId: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('memberLinks')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('employerId', '=', employerId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('not-found')
}
