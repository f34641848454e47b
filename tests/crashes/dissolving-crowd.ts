import { passAgreements } from '../../src/contracts/agreements.ts'
import * as contract from '../../src/contracts/dissolutions.ts'
import { invitationActs } from '../../src/contracts/invitations.ts'
import type { CrashSite } from './crash-site.ts'
import type { Invited, Staff } from './crowd.ts'
import { workOff } from './work-off.ts'

/** These students of the crowd accept, and both levels pass it. */
export async function certifyAll(site: CrashSite, staff: Staff, of: readonly Invited[] = site.crowd) {
  await workOff(of, async ({ token, params, body }) =>
    Boolean(await site.ask(token, invitationActs.accept, { params, body })),
  )
  for (const token of [staff.college, staff.school]) {
    const signed = await site.db
      .selectFrom('agreements')
      .where(
        'studentId',
        'in',
        of.map(({ studentId }) => studentId),
      )
      .select(['id', 'version'])
      .execute()
    const items = signed.map(({ id, version }) => ({ id, seenVersion: version }))
    await site.ask(token, passAgreements, {
      params: { school: site.crowd[0]!.params.school },
      body: { items },
    })
  }
}

const findRequest = (site: CrashSite, studentId: string) =>
  site.db
    .selectFrom('dissolutions')
    .where('studentId', '=', studentId)
    .select(['id', 'status', 'version'])
    .executeTakeFirst()

/** The student of this agreement, which is in force, asks to dissolve it. */
export async function askToDissolve(site: CrashSite, { token, studentId, params: { school } }: Invited) {
  const { id, version } = await site.db
    .selectFrom('agreements')
    .where('studentId', '=', studentId)
    .select(['id', 'version'])
    .executeTakeFirstOrThrow()
  const body = { seenVersion: version, noticeVersion: 1, ground: 'mutual', reason: '协商一致' }
  return site.ask(token, contract.askDissolution, { params: { school, id }, body })
}

/** Asked, agreed, passed, from wherever it stands; `heard` each answer. False once nobody answers. */
export async function dissolve(
  site: CrashSite,
  staff: Staff,
  student: Invited,
  heard: (view: contract.DissolutionView) => void,
): Promise<boolean> {
  for (;;) {
    const request = await findRequest(site, student.studentId)
    if (request?.status === 'completed') return true
    const [token, endpoint] =
      request?.status === 'in_review'
        ? [staff.school, contract.dissolutionActs.pass]
        : [staff.employer, contract.dissolutionActs.agree]
    const answer = request
      ? await site.ask(token, endpoint, {
          params: { school: student.params.school, id: request.id },
          body: { seenVersion: request.version, noticeVersion: 1 },
        })
      : await askToDissolve(site, student)
    if (!answer) return false
    if (!answer.ok) throw new Error(answer.bytes.toString())
    heard(JSON.parse(answer.bytes.toString()))
  }
}
