import { passAgreements } from '../src/contracts/agreements.ts'
import * as contract from '../src/contracts/dissolutions.ts'
import { invitationActs } from '../src/contracts/invitations.ts'
import type { Db } from '../src/server/db/database.ts'
import type { Invited, Staff } from '../tests/crashes/crowd.ts'
import { inParallel, print, send, spread } from './load.ts'

const A_BATCH = 100

type Work = Invited & { readonly agreement: { readonly id: string; readonly version: number } }

/** Certified agreements of these students, to be dissolved: accepted, and passed by both levels. */
async function certified(db: Db, port: number, crowd: readonly Invited[], levels: readonly string[]) {
  await inParallel(8, crowd, ({ token, params, body }) =>
    send(port, token, invitationActs.accept, { params: { ...params }, body }),
  )
  const agreements = () =>
    db
      .selectFrom('agreements')
      .where(
        'studentId',
        'in',
        crowd.map(({ studentId }) => studentId),
      )
      .select(['id', 'version', 'studentId'])
      .execute()
  const params = { school: crowd[0]!.params.school }
  for (const token of levels) {
    const items = (await agreements()).map(({ id, version }) => ({ id, seenVersion: version }))
    for (let from = 0; from < items.length; from += A_BATCH)
      await send(port, token, passAgreements, { params, body: { items: items.slice(from, from + A_BATCH) } })
  }
  const of = new Map((await agreements()).map((row) => [row.studentId, row]))
  return crowd.map((one): Work => ({ ...one, agreement: of.get(one.studentId)! }))
}

/** Asked by the student, agreed by the employer, passed by the school: cycles a second beside the accepts' figures. */
export async function measureDissolutions(
  db: Db,
  port: number,
  crowd: readonly Invited[],
  staff: Staff,
  usersAtOnce: readonly number[],
) {
  const work = await certified(db, port, crowd, [staff.college, staff.school])
  const share = Math.floor(work.length / usersAtOnce.length)
  for (const [round, users] of usersAtOnce.entries()) {
    const some = work.slice(round * share, (round + 1) * share)
    const { rate, times } = await inParallel(
      users,
      some,
      async ({ token, params: { school }, agreement }) => {
        const asking = {
          seenVersion: agreement.version,
          noticeVersion: 1,
          ground: 'mutual',
          reason: '协商一致',
        }
        const asked = await send<contract.DissolutionView>(port, token, contract.askDissolution, {
          params: { school, id: agreement.id },
          body: asking,
        })
        const params = { school, id: asked.id }
        const agreed = await send<contract.DissolutionView>(
          port,
          staff.employer,
          contract.dissolutionActs.agree,
          {
            params,
            body: { seenVersion: asked.version, noticeVersion: 1 },
          },
        )
        await send(port, staff.school, contract.dissolutionActs.pass, {
          params,
          body: { seenVersion: agreed.version },
        })
      },
    )
    print(`dissolution cycles (3 acts), ${users} at once`, `${Math.round(rate)}/s  ${spread(times)}`)
  }
}
