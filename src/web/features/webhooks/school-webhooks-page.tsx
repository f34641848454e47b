import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { schoolWebhooks as contract } from '../../../contracts/webhooks.ts'
import { ask, call } from '../../call.ts'
import { useMySchool } from '../accounts/me.ts'
import { WebhookLog } from './webhook-log.tsx'
import { WebhooksPage } from './webhooks-page.tsx'

function Log({ school, id }: { school: string; id: string }) {
  const [page, setPage] = useState(1)
  const { data } = useQuery(ask(contract.deliveries, { params: { school, id }, query: { page } }))
  if (!data) return null
  return (
    <WebhookLog
      of={data}
      onPage={setPage}
      replay={(one) => call(contract.replay, { params: { school, id: one } })}
    />
  )
}

export function SchoolWebhooksPage() {
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(contract.list, { params: { school } }))
  return (
    <WebhooksPage
      items={data.items}
      log={(id) => <Log school={school} id={id} />}
      doors={{
        whose: 'school',
        add: (body) => call(contract.add, { params: { school }, body }),
        renewKey: (id) => call(contract.renewKey, { params: { school, id } }),
        enable: (id, enabled) => call(contract.enable, { params: { school, id }, body: { enabled } }),
        remove: (id) => call(contract.remove, { params: { school, id } }),
      }}
    />
  )
}
