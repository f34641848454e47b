import type { Portal } from '../../domain/portal.ts'
import { inTransaction } from '../db/database.ts'
import { makeLink } from '../features/accounts/links.ts'
import { findForgotten, sendEntryLink } from '../features/notifications/forgotten-mail.ts'
import { saveAsked } from '../features/recoveries/queries.ts'
import { recordOnStudent } from '../features/students/acts.ts'
import type { Services } from '../services/services.ts'

/** What somebody has typed at a door, and from where. */
export type Forgotten = {
  readonly portal: Portal
  readonly school: string | null
  readonly login: string
  readonly ip: string
  readonly userAgent: string
}

/**
 * What comes of it: a link to the address of the account, or, for a student without one, a word to the school. Tried again
 * it is another link, and the one before opens nothing.
 */
export async function answerForgotten(
  { db, mail, baseUrl, now }: Pick<Services, 'db' | 'mail' | 'baseUrl' | 'now'>,
  { ip, userAgent, ...typed }: Forgotten,
): Promise<void> {
  const at = now()
  const found = await findForgotten(db, typed)
  if (!found) return
  const { userId, studentId, email } = found
  if (mail && email !== null) {
    const { link } = await inTransaction(db, (tx) =>
      makeLink(tx, userId, { baseUrl, at, by: null, way: 'mailed' }),
    )
    await sendEntryLink(mail, { ...found, email }, link)
  } else if (studentId !== null && typed.school !== null) {
    const key = { school: typed.school, id: studentId }
    await inTransaction(db, async (tx) => {
      const actor = { id: null, name: '', role: 'newcomer', ip, userAgent } as const
      if (await saveAsked(tx, key, at))
        await recordOnStudent(tx, key, { action: 'student.ask-recovery', at, actor })
    })
  }
}
