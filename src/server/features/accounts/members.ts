import { sql } from 'kysely'
import type { EmployerRole } from '../../../domain/membership.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { addUsers } from './queries.ts'

/** Of those who have left so many are named, the last ones. */
const MOST_FORMER = 100

/** An employer's members in the order in which they came, and the last who have left. */
export async function listMembers(db: Db, employerId: string, at: Date) {
  const of = db.selectFrom('users as u').where('u.employerId', '=', employerId)
  const [members, former] = await Promise.all([
    of
      .leftJoin('entryLinks as l', (on) =>
        on.onRef('l.userId', '=', 'u.id').on('l.mailed', '=', false).on('l.expiresAt', '>', at),
      )
      .where('u.employerRole', 'is not', null)
      .select(['u.id', 'u.name', 'u.login', 'u.employerRole', 'l.expiresAt'])
      .select(sql<boolean>`u.password_hash is not null`.as('begun'))
      .orderBy('u.id')
      .execute(),
    of
      .where('u.disabledAt', 'is not', null)
      .select(['u.id', 'u.name', sql<Date>`u.disabled_at`.as('leftAt')])
      .orderBy('u.disabledAt', 'desc')
      .limit(MOST_FORMER)
      .execute(),
  ])
  return {
    items: members.map(({ employerRole, expiresAt, ...row }) => ({
      ...row,
      role: employerRole as EmployerRole,
      linkUntil: expiresAt?.toISOString() ?? null,
    })),
    former: former.map(({ leftAt, ...row }) => ({ ...row, leftAt: leftAt.toISOString() })),
  }
}

/** Those who are members now, held; the employer's row is held before, so that nobody is added. */
export async function lockMembers(tx: Tx, employerId: string) {
  const rows = await tx
    .selectFrom('users')
    .where('employerId', '=', employerId)
    .where('employerRole', 'is not', null)
    .select(['id', 'name', 'login', 'employerRole', sql<boolean>`password_hash is not null`.as('begun')])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map(({ employerRole, ...row }) => ({ ...row, role: employerRole as EmployerRole }))
}

/** The member among them; whose it is not, for that employer it is not there. */
export function memberAmong(members: Awaited<ReturnType<typeof lockMembers>>, id: string) {
  const found = members.find((one) => one.id === id)
  if (!found) throw new Refusal('not-found')
  return found
}

/** Makes an account without a password, and returns its id. A log-in that some employer has already is refused by the database. */
export async function addMember(
  tx: Tx,
  employerId: string,
  { login, name, role }: { readonly login: string; readonly name: string; readonly role: EmployerRole },
): Promise<string> {
  const [id] = await addUsers(tx, [{ portal: 'employer', employerId, employerRole: role, name, login }])
  return id!
}

export const saveEmployerRole = (tx: Tx, userId: string, employerRole: EmployerRole) =>
  tx.updateTable('users').set({ employerRole }).where('id', '=', userId).execute()
