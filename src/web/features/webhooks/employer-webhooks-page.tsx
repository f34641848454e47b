import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { employerWebhooks as contract } from '../../../contracts/webhooks.ts'
import { ask, call } from '../../call.ts'
import { WebhookLog } from './webhook-log.tsx'
import { WebhooksPage } from './webhooks-page.tsx'

function Log({ id }: { id: string }) {
  const [page, setPage] = useState(1)
  const { data } = useQuery(ask(contract.deliveries, { params: { id }, query: { page } }))
  if (!data) return null
  return (
    <WebhookLog of={data} onPage={setPage} replay={(one) => call(contract.replay, { params: { id: one } })} />
  )
}

export function EmployerWebhooksPage() {
  const { data } = useSuspenseQuery(ask(contract.list))
  return (
    <WebhooksPage
      items={data.items}
      log={(id) => <Log id={id} />}
      doors={{
        whose: 'employer',
        add: (body) => call(contract.add, { body }),
        renewKey: (id) => call(contract.renewKey, { params: { id } }),
        enable: (id, enabled) => call(contract.enable, { params: { id }, body: { enabled } }),
        remove: (id) => call(contract.remove, { params: { id } }),
      }}
    />
  )
}
