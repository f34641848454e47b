import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useMySchool } from '../accounts/me.ts'
import { VisitMark } from './own-visit.tsx'
import '../jobs/jobs.css'

const TABS = ['open', 'mine'] as const
type Tab = (typeof TABS)[number]

/** What a student sees: what is to come, or what they have signed up for; and where in it. */
export function useEventTabs() {
  const list = useListAddress<{ tab: string; after: string }>()
  const open = TABS.find((tab) => tab === list.address.tab) ?? 'open'
  return { ...list, open, after: list.shown.after ?? '' }
}

type Event = Parameters<typeof VisitMark>[0]['of'] & { readonly id: string; readonly title: string }
type Props<E extends Event> = {
  kind: 'talk' | 'fair'
  words: {
    readonly title: string
    readonly tabs: Readonly<Record<Tab, string>>
    readonly noneMine: string
    readonly noneOpen: string
  }
  tabs: ReturnType<typeof useEventTabs>
  data: { readonly items: readonly E[]; readonly next: string | null }
  /** Whose it is, and when and where. */
  show: (event: E) => { readonly by: ReactNode; readonly facts: readonly string[] }
}

/** The school's events of a kind, as a student reads them. */
export function MyEventsPage<E extends Event>({ kind, words: w, tabs, data, show }: Props<E>) {
  const school = useMySchool()
  const { open, address, change, isTurning } = tabs
  return (
    <>
      <h1>{w.title}</h1>
      <TabLinks label={w.title} open={open} of={TABS.map((tab) => ({ tab, name: w.tabs[tab] }))} />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {data.items.length === 0 && <div className="empty">{open === 'mine' ? w.noneMine : w.noneOpen}</div>}
        <ul className="market" aria-label={w.tabs[open]}>
          {data.items.map((event) => {
            const { by, facts } = show(event)
            return (
              <li key={event.id}>
                <div>
                  <p>
                    <Link to={caseAddress('student', { kind, school, id: event.id })}>{event.title}</Link>{' '}
                    <VisitMark of={event} />
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
    </>
  )
}
