import { timingSafeEqual } from 'node:crypto'
import { v4 as uuidv4 } from 'uuid'
import type { Me } from '../../../contracts/accounts.ts'
import type { Language } from '../../../words/language.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'
import type { Secrets } from '../../services/secrets.ts'
import { changeSettings } from './settings.ts'

const LASTS = 7 * 24 * 60 * 60 * 1000
/** Of which link the e-mail is to be sent. */
export type LinkKey = { readonly userId: string; readonly pendingId: string }

const signaturesOf = (secrets: Secrets, id: string) => secrets.keyedHashes('email-link', id)

/** What the link carries: nobody who reads the database can make one. */
export const tokenFor = (secrets: Secrets, id: string): string =>
  `${id}.${signaturesOf(secrets, id)[0]!.toString('base64url')}`

/** The id in a token that we have signed; null for anything else. */
function idIn(secrets: Secrets, token: string): string | null {
  const [, id, signature] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
  if (!id || !signature) return null
  const given = Buffer.from(signature, 'base64url')
  return signaturesOf(secrets, id).some((one) => timingSafeEqual(given, one)) ? id : null
}

/** An address that waits for its link to be opened, in the place of any that waited; the one there is stays until then. */
export async function askConfirmation(
  tx: Tx,
  jobs: Jobs,
  userId: string,
  { email, at }: { email: string; at: Date },
): Promise<void> {
  const pendingId = uuidv4()
  await changeSettings(tx, userId, {
    pendingEmail: email,
    pendingId,
    pendingUntil: new Date(at.getTime() + LASTS),
  })
  if (jobs.sendsMail) await jobs.enqueue(tx, 'email-link', [{ userId, pendingId } satisfies LinkKey])
}

export const removeAddress = (tx: Tx, userId: string) =>
  changeSettings(tx, userId, { email: '', pendingEmail: null, pendingId: null, pendingUntil: null })

/** What somebody has given of their own choice, and all that they were told: gone, but for what stands in the cases themselves. */
export async function eraseOptional(tx: Tx, userId: string): Promise<void> {
  await removeAddress(tx, userId)
  await tx.deleteFrom('notifications').where('userId', '=', userId).execute()
}

/** Makes the address that waited the person's; null where the link is not ours, over, or used. */
export async function confirmAddress(tx: Tx, secrets: Secrets, token: string, at: Date) {
  const id = idIn(secrets, token)
  if (!id) return null
  const confirmed = await tx
    .updateTable('notificationSettings')
    .set(({ ref }) => ({
      email: ref('pendingEmail').$notNull(),
      pendingEmail: null,
      pendingId: null,
      pendingUntil: null,
    }))
    .where('pendingId', '=', id)
    .where('pendingUntil', '>', at)
    .returning(['userId', 'email'])
    .executeTakeFirst()
  if (!confirmed) return null
  const owner = await tx
    .selectFrom('users')
    .where('id', '=', confirmed.userId)
    .select(['name', 'portal', 'schoolId', 'studentId'])
    .executeTakeFirstOrThrow()
  return { ...confirmed, ...owner, portal: owner.portal as Me['portal'] }
}

/** Those of these links that still wait to be opened, with whom they are for. */
export async function listLinks(db: Db, keys: readonly LinkKey[], at: Date) {
  const rows = await db
    .selectFrom('notificationSettings as s')
    .innerJoin('users as u', 'u.id', 's.userId')
    .where(
      's.pendingId',
      'in',
      keys.map(({ pendingId }) => pendingId),
    )
    .where('s.pendingUntil', '>', at)
    .select(['s.pendingId', 's.pendingEmail', 'u.name', 'u.language'])
    .execute()
  return rows.map(({ pendingId, pendingEmail, name, language }) => ({
    id: pendingId!,
    email: pendingEmail!,
    name,
    language: language as Language,
  }))
}

/** Removes addresses that were never confirmed; answers how many. */
export async function sweepAddresses(db: Db, at: Date): Promise<number> {
  const gone = await db
    .updateTable('notificationSettings')
    .set({ pendingEmail: null, pendingId: null, pendingUntil: null })
    .where('pendingUntil', '<=', at)
    .executeTakeFirst()
  return Number(gone.numUpdatedRows)
}
