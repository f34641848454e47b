import { useSuspenseQuery } from '@tanstack/react-query'
import { listLooks } from '../../../contracts/resumes.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { resumeWords } from './words.ts'

/** 谁看过我. */
export function Looks() {
  const w = useWords(resumeWords)
  const figures = useFigures()
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<{ after: string }>()
  const { data } = useSuspenseQuery(
    ask(listLooks, { params: { school }, query: { after: shown.after ?? '' } }),
  )
  return (
    <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
      <p className="soft">{w.looksLead}</p>
      {data.items.length === 0 && <div className="empty">{w.noLooks}</div>}
      <ul className="market" aria-label={w.looks}>
        {data.items.map((one) => (
          <li key={`${one.employer}/${one.lookedAt}`}>
            <div>
              <p>
                <strong>{one.employer}</strong> {w.looked(one.resumeName)}
              </p>
              <p className="soft">{figures.instant(one.lookedAt)}</p>
            </div>
          </li>
        ))}
      </ul>
      <OnwardPages label={w.looks} after={address.after} next={data.next} onPage={change} />
    </section>
  )
}
