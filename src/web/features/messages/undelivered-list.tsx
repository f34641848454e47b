import { useSuspenseQuery } from '@tanstack/react-query'
import * as contract from '../../../contracts/message-channels.ts'
import { PHONE_CODE } from '../../../domain/message/notices.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useNotificationText } from '../notifications/notification-text.ts'
import { deliveryWords } from './delivery-words.ts'
import { messageWords } from './words.ts'

/** What has reached people by no other way than their inbox, and why. */
export function UndeliveredList() {
  const { undelivered: w, kinds } = useWords(messageWords)
  const { channels, faults } = useWords(deliveryWords)
  const { instant } = useFigures()
  const textOf = useNotificationText()
  const { shown, turn } = useListAddress<{ tab: string }>()
  const params = { school: useMySchool() }
  const { data } = useSuspenseQuery(
    ask(contract.listUndeliveredNotices, { params, query: { page: shown.page } }),
  )
  return (
    <section className="card">
      <p>{w.lead(data.days)}</p>
      {data.total === 0 ? (
        <p className="empty">{w.empty}</p>
      ) : (
        <>
          <SmallTable
            label={w.lead(data.days)}
            items={data.items}
            keyOf={({ id, channel }) => `${id} ${channel}`}
            columns={[
              {
                title: w.person,
                show: ({ name, studentNumber }) => [name, studentNumber].filter(Boolean).join(' '),
              },
              {
                title: w.notice,
                show: ({ kind, params: of }) => (kind === PHONE_CODE ? kinds[kind] : textOf(kind, of)),
              },
              {
                title: w.way,
                show: ({ channel }) => (
                  <span className="message-way">{channel === 'mail' ? w.mail : channels[channel]}</span>
                ),
              },
              {
                title: w.why,
                show: ({ fault, said }) => (
                  <>
                    {fault ? faults[fault] : w.mailWhy}
                    {said && <span className="soft"> {w.said(said)}</span>}
                  </>
                ),
              },
              { title: w.at, show: ({ at }) => instant(at) },
            ]}
          />
          <Pager of={data} onPage={turn} />
        </>
      )}
    </section>
  )
}
