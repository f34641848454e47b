import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Tag } from 'antd'
import { leadsTo } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/notifications.ts'
import { listSchools } from '../../../contracts/schools.ts'
import { isGivenUp } from '../../../domain/message/delivery.ts'
import { colours } from '../../../looks/tokens.ts'
import { ask, call } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useDeliveryText } from '../messages/delivery-text.ts'
import { useNotificationText } from './notification-text.ts'
import { refreshInbox, setUnreadCount } from './unread-count.ts'
import { notificationWords } from './words.ts'
import './inbox.css'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'

/** Names of schools in the reader's language, by their codes. */
function useSchoolName() {
  const nameOf = useNameOf()
  const { data } = useQuery(ask(listSchools))
  return (code: string | null) => {
    const school = data?.items.find((one) => one.code === code)
    return school && nameOf(school)
  }
}

function Item({ of: notification, onRead }: { of: contract.Notification; onRead: (id: string) => void }) {
  const w = useWords(notificationWords)
  const figures = useFigures()
  const { portal } = useMe()
  const school = useSchoolName()(notification.school)
  const address = leadsTo(portal, notification)
  const [page, query] = address?.split('?') ?? []
  const deliveryOf = useDeliveryText()
  const text = useNotificationText()(notification.kind, notification.params)
  const unread = notification.readAt === null
  const read = () => unread && onRead(notification.id)
  return (
    <li className={unread ? 'unread' : undefined}>
      <p>
        {unread && <Tag color={colours.pine}>{w.unread}</Tag>}
        {page ? (
          <Link to={page} search={Object.fromEntries(new URLSearchParams(query))} onClick={read}>
            {text}
          </Link>
        ) : (
          text
        )}
      </p>
      <small>
        <time dateTime={notification.at}>{figures.instant(notification.at)}</time>
        {school && <span>{school}</span>}
        {notification.mail && (
          <span className={notification.mail === 'failed' ? 'old' : ''}>{w.mail[notification.mail]}</span>
        )}
        {notification.messages.map((message) => (
          <span key={message.channel} className={isGivenUp(message.state) ? 'old' : ''}>
            {deliveryOf(message)}
          </span>
        ))}
        {unread && (
          <Button size="small" aria-label={`${w.markRead}: ${text}`} onClick={read}>
            {w.markRead}
          </Button>
        )}
      </small>
    </li>
  )
}

/** The inbox, newest first; page and filter stand in its address. */
export function InboxPage() {
  const w = useWords(notificationWords)
  const ui = useWords(uiWords)
  const { portal } = useMe()
  const client = useQueryClient()
  const { address, shown, change, turn } = useListAddress<{ unread: '1' }>()
  const isUnreadOnly = (at: typeof address) => at.unread === '1'
  const { data } = useSuspenseQuery(
    ask(contract.listNotifications, {
      query: { page: shown.page, unread: isUnreadOnly(shown) ? '1' : undefined },
    }),
  )
  const read = useMutation({
    mutationFn: (id: string) => call(contract.readNotification, { params: { id } }),
    onSuccess: ({ unread }) => {
      setUnreadCount(unread)
      return refreshInbox(client)
    },
  })
  const readAll = useMutation({
    mutationFn: () => call(contract.readAllNotifications),
    onSuccess: () => {
      setUnreadCount(0)
      return refreshInbox(client)
    },
  })
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <Filters>
          <Segmented
            aria-label={w.title}
            value={isUnreadOnly(address)}
            onChange={(unread) => change({ unread: unread ? '1' : undefined })}
            options={[
              { value: false, label: ui.all },
              { value: true, label: w.unreadOnly(data.unread) },
            ]}
          />
          <Button disabled={data.unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {w.markAllRead}
          </Button>
          <Link to={`/${portal}/account`}>{w.settings.title}</Link>
        </Filters>
        <ProblemNote error={read.error ?? readAll.error} />
        {data.total === 0 ? (
          <p className="empty">{isUnreadOnly(shown) ? w.nothingUnread : w.empty}</p>
        ) : (
          <>
            <ul className="inbox" aria-label={w.title}>
              {data.items.map((notification) => (
                <Item key={notification.id} of={notification} onRead={read.mutate} />
              ))}
            </ul>
            <Pager of={data} onPage={turn} />
          </>
        )}
      </section>
    </>
  )
}
