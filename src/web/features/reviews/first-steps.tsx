import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listStudents } from '../../../contracts/roster.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { firstStepsWords } from './first-steps-words.ts'

/** Whether there is nobody yet whom this reader could work for: no student on the roster within their scope. Asked only where nothing waits. */
export function useHasNobody(nothingWaits: boolean): boolean {
  const params = { school: useMySchool() }
  const { data } = useQuery({
    ...ask(listStudents, { params, query: { pageSize: 1 } }),
    enabled: nothingWaits,
  })
  return data?.total === 0
}

/** In the order in which each needs those before. */
const STEPS = [
  { to: '/school/colleges', name: 'colleges', hint: 'collegesHint' },
  { to: '/school/staff', name: 'staff', hint: 'staffHint' },
  { to: '/school/settings', name: 'settings', hint: 'settingsHint' },
  { to: '/school/roster-imports', name: 'roster', hint: 'rosterHint' },
] as const

/** Of a school in which nothing has begun: what comes first, instead of zeros. */
export function FirstSteps({ nothingWaits }: { nothingWaits: boolean }) {
  const w = useWords(firstStepsWords)
  const { staffRole } = useMe()
  if (!useHasNobody(nothingWaits)) return null
  return (
    <section className="card">
      <h2>{w.title}</h2>
      {staffRole === 'administrator' ? (
        <ol>
          {STEPS.map(({ to, name, hint }) => (
            <li key={to}>
              <Link to={to}>{w[name]}</Link>
              <div className="soft">{w[hint]}</div>
            </li>
          ))}
        </ol>
      ) : (
        <p>{w.others}</p>
      )}
    </section>
  )
}
