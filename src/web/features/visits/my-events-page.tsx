import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import '../jobs/jobs.css'

const TABS = ['open', 'mine'] as const
type Tab = (typeof TABS)[number]

/** What a student sees: what is to come, or what they have signed up for; and where in it. */
export function useEventTabs() {
  const list = useListAddress<{ tab: string; after: string }>()
  const open = TABS.find((tab) => tab === list.address.tab) ?? 'open'
  return { ...list, open, after: list.shown.after ?? '' }
}

type Event = { readonly id: string; readonly title: string }
type Props<E extends Event> = {
  to: (event: E) => string
  search?: (event: E) => Record<string, string>
  /** Below the title. */
  lead?: ReactNode
  /** Below the list: the way to other events. */
  onward?: ReactNode
  words: {
    readonly title: string
    readonly tabs: Readonly<Record<Tab, string>>
    readonly noneMine: string
    readonly noneOpen: string
  }
  tabs: ReturnType<typeof useEventTabs>
  data: { readonly items: readonly E[]; readonly next: string | null }
  /** What became of the student's part in it, whose it is, and when and where. */
  show: (event: E) => {
    readonly mark: ReactNode
    readonly by: ReactNode
    readonly facts: readonly string[]
  }
}

/** Events as a student reads them. */
export function MyEventsPage<E extends Event>({
  words: w,
  tabs,
  data,
  to,
  search,
  lead,
  onward,
  show,
}: Props<E>) {
  const { open, address, change, isTurning } = tabs
  return (
    <>
      <h1>{w.title}</h1>
      {lead}
      <TabLinks label={w.title} open={open} of={TABS.map((tab) => ({ tab, name: w.tabs[tab] }))} />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {data.items.length === 0 && <div className="empty">{open === 'mine' ? w.noneMine : w.noneOpen}</div>}
        <ul className="market" aria-label={w.tabs[open]}>
          {data.items.map((event) => {
            const { mark, by, facts } = show(event)
            return (
              <li key={event.id}>
                <div>
                  <p>
                    <Link to={to(event)} search={search?.(event) ?? {}}>
                      {event.title}
                    </Link>{' '}
                    {mark}
                  </p>
                  <p>{by}</p>
                  <p className="soft">{facts.join(' · ')}</p>
                </div>
              </li>
            )
          })}
        </ul>
        <OnwardPages label={w.tabs[open]} after={address.after} next={data.next} onPage={change} />
      </section>
      {onward}
    </>
  )
}
