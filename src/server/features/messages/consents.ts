import type { Channel } from '../../../domain/message/channel.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { CodeOwner } from './phone-codes.ts'

type Whose = Pick<CodeOwner, 'school' | 'userId'>

/** What this student has allowed, and whether the number that was confirmed is still the one on the roster. */
export async function listConsents(db: Db, { school, userId, studentId }: CodeOwner) {
  const rows = await db
    .selectFrom('messageConsents as c')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'c.schoolId').on('st.id', '=', studentId),
    )
    .where('c.schoolId', '=', school)
    .where('c.userId', '=', userId)
    .select(({ eb, or }) => [
      'c.channel',
      'c.since',
      or([eb('c.phoneCipher', 'is', null), eb('c.phoneCipher', '=', eb.ref('st.phoneCipher'))]).as('stands'),
    ])
    .execute()
  return rows.map(({ channel, ...row }) => ({
    ...row,
    channel: channel as Channel,
    stands: row.stands === true,
  }))
}

/** `phoneCipher`: the number that was confirmed just now; null for what goes to none. */
export const allow = (
  tx: Tx,
  { school, userId }: Whose,
  channel: Channel,
  { phoneCipher, at }: { readonly phoneCipher: Buffer | null; readonly at: Date },
) =>
  tx
    .insertInto('messageConsents')
    .values({ schoolId: school, userId, channel, phoneCipher, since: at })
    .onConflict((on) => on.columns(['schoolId', 'userId', 'channel']).doUpdateSet({ phoneCipher, since: at }))
    .execute()

/** Of a school's accounts that are closed. */
export const forgetConsents = (tx: Tx, school: string, userIds: readonly string[]) =>
  tx
    .deleteFrom('messageConsents')
    .where('schoolId', '=', school)
    .where((of) => of('userId', '=', of.fn.any(of.val(userIds))))
    .execute()

/** Answers whether it had been allowed. */
export async function stop(tx: Tx, { school, userId }: Whose, channel: Channel): Promise<boolean> {
  const gone = await tx
    .deleteFrom('messageConsents')
    .where('schoolId', '=', school)
    .where('userId', '=', userId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
