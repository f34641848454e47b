import { changePhone } from '../../../contracts/contact.ts'
import { maskPhone } from '../../../domain/identifiers.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { refuseUnlessOwnPassword } from '../accounts/own-password.ts'
import { tell } from '../notifications/tell.ts'
import { recordOnStudent } from './acts.ts'
import { savePhone } from './queries.ts'

export const contactRoutes: Slice = (app, services) => {
  const { jobs, secrets } = services

  app.route({
    ...changePhone,
    handler: async (request, reply) => {
      const { phone, password } = request.body
      await refuseUnlessOwnPassword(services, request, reply, { password, field: 'password' })
      const { userId, studentId } = personOf(request)
      const { school } = request.params
      const key = { school, id: studentId! }
      return doing(services, request, async ({ tx, actor, acting: { at } }) => {
        await savePhone(tx, key, secrets.seal(phone))
        await recordOnStudent(tx, key, { action: 'student.change-phone', at, actor })
        const about = { kind: 'account', id: userId } as const
        const params = { phone: maskPhone(phone) }
        await tell(tx, jobs, [{ kind: 'account.phone-changed', school, to: { userId }, about, params }], at)
        return { done: true as const }
      })
    },
  })
}
