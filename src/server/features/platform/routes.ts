import * as contract from '../../../contracts/platform.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { DEFAULT_SETTINGS } from '../../../domain/settings.ts'
import { refuseToLinkAnew } from '../../../domain/staff.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import { actorOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { makeLink } from '../accounts/links.ts'
import * as staff from '../accounts/staff.ts'
import { listTimeline } from '../journal/queries.ts'
import { tell } from '../notifications/tell.ts'
import * as schools from '../schools/queries.ts'

const ADMINISTRATOR = { role: 'administrator', collegeId: null } as const

type Told = Pick<Line, 'action' | 'reason' | 'data'>
const lineOf = (school: string, actor: Actor, at: Date, told: Told): Line => ({
  school,
  subject: `school:${school}`,
  at,
  actor,
  from: null,
  to: null,
  ...told,
})

async function present(db: Db, code: string, at: Date) {
  const [school, administrators] = await Promise.all([
    schools.findSchool(db, code),
    staff.listAdministrators(db, [code], at),
  ])
  return shown(school, administrators.get(code) ?? [])
}

type School = Pick<
  Awaited<ReturnType<typeof schools.findSchool>>,
  'id' | 'name' | 'nameEn' | 'openedAt' | 'suspendedAt' | 'host'
>
type Administrators = NonNullable<ReturnType<Awaited<ReturnType<typeof staff.listAdministrators>>['get']>>
const shown = (
  { id, name, nameEn, openedAt, suspendedAt, host }: School,
  administrators: Administrators,
) => ({
  code: id,
  name,
  nameEn,
  host,
  openedAt: openedAt.toISOString(),
  suspendedAt: suspendedAt?.toISOString() ?? null,
  administrators,
})

/** What an operator may: open schools, suspend them, and let their administrators begin. It reads no case. */
export const platformRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services

  app.route({
    ...contract.listOperatedSchools,
    handler: async ({ query }) => {
      const { items, ...page } = await schools.pageOfSchools(db, query)
      const administrators = await staff.listAdministrators(
        db,
        items.map(({ id }) => id),
        now(),
      )
      return { ...page, items: items.map((school) => shown(school, administrators.get(school.id) ?? [])) }
    },
  })

  app.route({
    ...contract.getOperatedSchool,
    handler: async ({ params: { code } }) => {
      const [school, timeline] = await Promise.all([
        present(db, code, now()),
        listTimeline(db, code, { subject: `school:${code}` }),
      ])
      return { ...school, timeline }
    },
  })

  app.route({
    ...contract.openSchool,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { code, name, nameEn, administrator } = request.body
        const words = { code, name, nameEn, notice: '', noticeEn: '' }
        await schools.addSchool(tx, { ...words, openedAt: at, settings: DEFAULT_SETTINGS, colleges: [] })
        await staff.addStaff(tx, code, { ...administrator, duty: ADMINISTRATOR })
        const { login } = administrator
        await record(tx, [
          lineOf(code, actor, at, {
            action: 'school.open',
            reason: null,
            data: { name, nameEn, login, administrator: administrator.name },
          }),
        ])
        return present(tx, code, at)
      }),
  })

  app.route({
    ...contract.setSchoolHost,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { code } = request.params
        const { host } = request.body
        if (host === new URL(baseUrl).hostname) throw new Refusal('host-of-platform', { field: 'host' })
        const { before } = await schools.saveHost(tx, code, host)
        const data = { host, hostBefore: before }
        await record(tx, [lineOf(code, actor, at, { action: 'school.set-host', reason: null, data })])
        return present(tx, code, at)
      }),
  })

  app.route({
    ...contract.suspendSchool,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { code } = request.params
        await schools.saveSuspended(tx, code, at)
        const { reason } = request.body
        await record(tx, [lineOf(code, actor, at, { action: 'school.suspend', reason, data: {} })])
        return present(tx, code, at)
      }),
  })

  app.route({
    ...contract.resumeSchool,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { code } = request.params
        await schools.saveSuspended(tx, code, null)
        const reason = request.body.reason || null
        await record(tx, [lineOf(code, actor, at, { action: 'school.resume', reason, data: {} })])
        return present(tx, code, at)
      }),
  })

  app.route({
    ...contract.addAdministrator,
    handler: (request) =>
      doing(services, request, async ({ tx, jobs, actor, acting: { at } }) => {
        const { code } = request.params
        const { login, name, reason } = request.body
        await schools.findSchool(tx, code)
        const id = await staff.addStaff(tx, code, { login, name, duty: ADMINISTRATOR })
        const told = { action: 'staff.add', reason, data: { login, name, ...ADMINISTRATOR } }
        await record(tx, [{ ...lineOf(code, actor, at, told), subject: `staff:${id}` }])
        const params = { by: actor.name, name, login, reason }
        const to = { level: 'school', collegeId: '' } as const
        const about = { kind: 'account', id } as const
        await tell(tx, jobs, [{ kind: 'account.administrator-added', school: code, to, about, params }], at)
        return present(tx, code, at)
      }),
  })

  app.route({
    ...contract.giveAdministratorLink,
    handler: (request) => {
      const { code } = request.params
      const { userId } = request.body
      const at = now()
      // Not by `doing`: what opens an account is kept nowhere.
      return inTransaction(db, async (tx) => {
        const { member, begun, name, login } = await staff.lockStaff(tx, { school: code, id: userId })
        refuseToLinkAnew(member, begun)
        const actor = actorOf(request)
        const link = await makeLink(tx, userId, { baseUrl, at, by: actor.id })
        const told = { action: 'staff.give-link', reason: null, data: { until: link.until } }
        await record(tx, [{ ...lineOf(code, actor, at, told), subject: `staff:${userId}` }])
        return { ...link, name, login }
      })
    },
  })
}
