import type { FastifyReply, FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/contact.ts'
import { maskEmail } from '../../../domain/identifiers.ts'
import { originOf } from '../../../domain/network.ts'
import type { Message, NotificationKind } from '../../../domain/notification.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import type { Actor } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { refuseUnlessOwnPassword } from '../accounts/own-password.ts'
import { recordOnStudent } from '../students/acts.ts'
import { askConfirmation, confirmAddress, removeAddress } from './addresses.ts'
import { findSettings } from './settings.ts'
import { tell } from './tell.ts'

type Whose = { readonly userId: string; readonly school: string | null; readonly studentId: string | null }

const told = (kind: NotificationKind, { userId, school }: Whose, params: Message['params']): Message => ({
  kind,
  school,
  to: { userId },
  about: { kind: 'account', id: userId },
  params,
})

/** The address to which copies go: changed by its owner only, confirmed where it leads to, and the old one is told. */
export const addressRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets } = services

  const whoseIs = (request: FastifyRequest): Whose => {
    const { userId, school, studentId } = personOf(request)
    return { userId, school: school?.code ?? null, studentId }
  }
  const settingsOf = async (tx: Tx, userId: string) => ({
    ...(await findSettings(tx, userId)),
    mailAvailable: jobs.sendsMail,
  })
  /** Of students a school keeps what they did. */
  const journal = async (tx: Tx, { school, studentId }: Whose, of: { at: Date; actor: Actor }) => {
    if (school && studentId)
      await recordOnStudent(tx, { school, id: studentId }, { action: 'student.change-email', ...of })
  }
  const refuseWithoutMail = () => {
    if (!jobs.sendsMail) throw new Refusal('email-not-available')
  }

  const ask = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { email, password }: { email: string; password: string },
  ) => {
    await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
    const whose = whoseIs(request)
    if (email !== '') {
      refuseWithoutMail()
      await countUse(services, 'letters', whose.userId, now())
    }
    return doing(services, request, async ({ tx, actor, acting: { at } }) => {
      // Before the change: the copy goes to the address there is.
      const kind = email === '' ? 'account.email-removed' : 'account.email-asked'
      await tell(tx, jobs, [told(kind, whose, { email: maskEmail(email) })], at)
      if (email !== '') await askConfirmation(tx, jobs, whose.userId, { email, at })
      else {
        await removeAddress(tx, whose.userId)
        await journal(tx, whose, { at, actor })
      }
      return settingsOf(tx, whose.userId)
    })
  }

  app.route({
    ...contract.changeEmail,
    handler: (request, reply) => ask(request, reply, request.body),
  })

  app.route({
    ...contract.sendEmailLink,
    handler: async (request) => {
      refuseWithoutMail()
      const { userId } = personOf(request)
      const { pendingEmail } = await findSettings(db, userId)
      if (pendingEmail === null) throw new Refusal('nothing-changed')
      await countUse(services, 'letters', userId, now())
      return doing(services, request, async ({ tx, acting: { at } }) => {
        await askConfirmation(tx, jobs, userId, { email: pendingEmail, at })
        return settingsOf(tx, userId)
      })
    },
  })

  app.route({
    ...contract.confirmEmail,
    handler: async (request) => {
      const at = now()
      await countUse(services, 'search', `email-link:${originOf(request.ip).network}`, at)
      return inTransaction(db, async (tx) => {
        const confirmed = await confirmAddress(tx, secrets, request.body.token, at)
        if (!confirmed) throw new Refusal('link-not-valid')
        const { userId, name, portal, schoolId: school, studentId } = confirmed
        const whose = { userId, school, studentId }
        const email = maskEmail(confirmed.email)
        await tell(tx, jobs, [told('account.email-confirmed', whose, { email })], at)
        const actor = { id: userId, name, role: 'student', ip: request.ip, userAgent: '' } as const
        if (portal === 'student') await journal(tx, whose, { at, actor })
        return { email }
      })
    },
  })
}
