import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Me } from '../../../contracts/accounts.ts'
import { useWords } from '../../words/language.tsx'
import { bellWords } from './bell-words.ts'
import { followUnread } from './follow-unread.ts'
import { gentleRefresh } from './gentle-refresh.ts'
import { hear, refreshInbox, setUnreadCount, unreadCount, useUnreadCount } from './unread-count.ts'
import './bell.css'

/** Leads to the inbox; its number is live, and something new refreshes the page below. */
export function Bell({ portal, withName = false }: { portal: Me['portal']; withName?: boolean }) {
  const w = useWords(bellWords)
  const client = useQueryClient()
  const unread = useUnreadCount() ?? 0
  const [arrived, setArrived] = useState<number | null>(null)
  useEffect(() => {
    const refresh = gentleRefresh(client)
    const stop = followUnread((now) => {
      const before = unreadCount()
      hear()
      setUnreadCount(now)
      if (before === null || now === before) return
      if (now < before) return refreshInbox(client)
      setArrived(now)
      refresh.soon()
    })
    return () => {
      stop()
      refresh.stop()
      setUnreadCount(null)
    }
  }, [client])
  return (
    <>
      <Link to={`/${portal}/notices`} className="bell" aria-label={w.bell(unread)} title={w.title}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
            strokeLinejoin="round"
            d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4"
          />
        </svg>
        {withName && <span>{w.title}</span>}
        {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
      </Link>
      <span className="unseen" role="status">
        {arrived !== null && w.arrived(arrived)}
      </span>
    </>
  )
}
