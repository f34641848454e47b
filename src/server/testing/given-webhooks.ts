import { employerWebhooks, schoolWebhooks } from '../../contracts/webhooks.ts'
import { inTransaction } from '../db/database.ts'
import { giveUp } from '../features/webhooks/queries.ts'
import { tellWebhooks } from '../features/webhooks/telling.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Scenario } from './scenario.ts'

type Of = {
  readonly school: string
  readonly employer: { readonly id: string; readonly first: Visitor }
  readonly administrator: { readonly first: Visitor }
}

/** An address of each that nobody listens at, and a delivery of one agreement to each, which was given up. */
export async function givenWebhooks(s: Scenario, { school, employer, administrator }: Of) {
  const body = { server: 'http://127.0.0.1:9/', kinds: ['agreement.formed' as const] }
  const { id: webhook } = await employer.first.call(employerWebhooks.add, { body })
  const { id: schoolWebhook } = await administrator.first.call(schoolWebhooks.add, {
    params: { school },
    body,
  })
  const { jobs, db } = s.services
  const about = { kind: 'agreement' as const, id: s.anId() }
  await inTransaction(db, (tx) =>
    tellWebhooks({ tx, jobs, at: s.now() }, [
      { kind: 'agreement.formed', school, employerId: employer.id, about, number: '2026-1' },
    ]),
  )
  const [of, ofSchool] = [
    await employer.first.call(employerWebhooks.deliveries, { params: { id: webhook } }),
    await administrator.first.call(schoolWebhooks.deliveries, { params: { school, id: schoolWebhook } }),
  ]
  const [delivery, schoolDelivery] = [of.items[0]!.id, ofSchool.items[0]!.id]
  await giveUp(db, [delivery, schoolDelivery])
  return { webhook, schoolWebhook, delivery, schoolDelivery }
}
