import { normalLogin } from '../../../domain/login.ts'
import type { Tx } from '../../db/database.ts'
import { CLOCK, type Line, PLATFORM, record } from '../../db/journal.ts'
import { closeAccount } from './closing.ts'
import { makeLink } from './links.ts'
import { addUsers } from './queries.ts'
import { forgetSecondFactor } from './second-factor.ts'

/** Whoever has the machine acts here, and has no account. */
const lineOf = (id: string, at: Date, told: Pick<Line, 'action' | 'data'>): Line => ({
  school: PLATFORM,
  subject: `staff:${id}`,
  at,
  actor: { ...CLOCK, role: 'operator' },
  from: null,
  to: null,
  reason: null,
  ...told,
})

const findOperator = (tx: Tx, login: string) =>
  tx
    .selectFrom('users')
    .where('portal', '=', 'platform')
    .where('schoolId', 'is', null)
    .where('loginKey', '=', normalLogin(login))
    .select('id')
    .forUpdate()
    .executeTakeFirst()

/**
 * Makes the operator where there is none of this log-in, enables one that was disabled, and returns a one-time link to begin or to set the
 * password anew. Whoever has the machine also lets in who has lost the telephone: a second factor is taken away.
 */
export async function letOperatorBegin(
  tx: Tx,
  { login, name }: { readonly login: string; readonly name: string },
  of: { readonly baseUrl: string; readonly at: Date },
) {
  const found = await findOperator(tx, login)
  const id = found?.id ?? (await addUsers(tx, [{ portal: 'platform', login, name }]))[0]!
  if (found) {
    await forgetSecondFactor(tx, id)
    await tx.updateTable('users').set({ name, disabledAt: null }).where('id', '=', id).execute()
  }
  const link = await makeLink(tx, id, { ...of, by: null })
  await record(tx, [
    lineOf(id, of.at, { action: 'staff.give-link', data: { login, name, until: link.until } }),
  ])
  return link
}

/** Whether there was one: its sessions and its link end at once. */
export async function disableOperator(tx: Tx, login: string, at: Date): Promise<boolean> {
  const found = await findOperator(tx, login)
  if (!found) return false
  await closeAccount(tx, found.id, at)
  await record(tx, [lineOf(found.id, at, { action: 'staff.disable', data: { login } })])
  return true
}
