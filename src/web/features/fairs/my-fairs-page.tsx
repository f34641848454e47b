import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyFairs } from '../../../contracts/fair-visits.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { VisitMark } from '../visits/own-visit.tsx'
import { visitWords } from '../visits/words.ts'
import { useFairSaid } from './fair-said.ts'
import { fairWords } from './words.ts'
import '../jobs/jobs.css'

const TABS = ['open', 'mine'] as const

/** 双选会 of the school: what is to come, and what the student has signed up for. */
export function MyFairsPage() {
  const w = useWords(fairWords)
  const visits = useWords(visitWords)
  const say = useFairSaid()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<{ tab: string; after: string }>()
  const open = TABS.find((tab) => tab === address.tab) ?? 'open'
  const query = { fairs: open, after: shown.after ?? '' }
  const { data } = useSuspenseQuery(ask(listMyFairs, { params: { school }, query }))
  return (
    <>
      <h1>{w.title}</h1>
      <TabLinks label={w.title} open={open} of={TABS.map((tab) => ({ tab, name: w.tabs[tab] }))} />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {data.items.length === 0 && <div className="empty">{open === 'mine' ? w.noneMine : w.noneOpen}</div>}
        <ul className="market" aria-label={w.tabs[open]}>
          {data.items.map((fair) => (
            <li key={fair.id}>
              <div>
                <p>
                  <Link to={caseAddress('student', { kind: 'fair', school, id: fair.id })}>{fair.title}</Link>{' '}
                  <VisitMark of={fair} />
                </p>
                <p>{w.stands(fair.admitted)}</p>
                <p className="soft">
                  {say.when(fair.placed)} · {say.where(fair.placed)} ·{' '}
                  {visits.taken(fair.signedUp, fair.places)}
                </p>
              </div>
            </li>
          ))}
        </ul>
        <OnwardPages label={w.tabs[open]} after={address.after} next={data.next} onPage={change} />
      </section>
    </>
  )
}
