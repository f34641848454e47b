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
          <li>
            <Link to="/school/colleges">{w.colleges}</Link> <span className="soft">{w.collegesHint}</span>
          </li>
          <li>
            <Link to="/school/staff">{w.staff}</Link> <span className="soft">{w.staffHint}</span>
          </li>
          <li>
            <Link to="/school/settings">{w.settings}</Link> <span className="soft">{w.settingsHint}</span>
          </li>
          <li>
            <Link to="/school/roster-imports">{w.roster}</Link> <span className="soft">{w.rosterHint}</span>
          </li>
        </ol>
      ) : (
        <p>{w.others}</p>
      )}
    </section>
  )
}
