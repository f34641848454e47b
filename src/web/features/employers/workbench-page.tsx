import { useSuspenseQuery } from '@tanstack/react-query'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { ask } from '../../call.ts'
import { Desk } from '../../ui/desk.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useOnDesk } from './desk-case.tsx'
import { DeskNumbers } from './desk-numbers.tsx'
import { employerWords } from './words.ts'
import '../../ui/list-page.css'
import './workbench.css'

/** What waits for the employer comes first, as the cases themselves; then what others have, and all the numbers. */
export function WorkbenchPage() {
  const w = useWords(employerWords)
  const nameOf = useNameOf()
  const onDesk = useOnDesk()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const { mine, ended, others, counts, schools } = data
  const { invitations, agreements, dissolutions } = counts
  const isAdmitted = schools.some(({ admitted }) => admitted)
  const hasBegun = others.length + ended.length + agreements.inForce > 0
  const nothing = isAdmitted ? (hasBegun ? w.nothingMine : w.nothingYet) : w.notAdmittedYet
  const all = {
    mine: agreements.employer + dissolutions.employer,
    ended: invitations.endedLately,
    others:
      invitations.pending +
      agreements.student +
      agreements.school +
      dissolutions.student +
      dissolutions.school,
  }
  const more = (part: keyof typeof all) => {
    const left = all[part] - data[part].length
    return left > 0 && w.more(left)
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <div className="page-act">
          {isAdmitted ? (
            <PlainLink primary to="/employer/invite">
              {w.invite}
            </PlainLink>
          ) : (
            <PlainLink primary to="/employer/schools">
              {w.toSchools}
            </PlainLink>
          )}
        </div>
      </div>
      <Desk title={w.mine} number={all.mine} of={mine.map(onDesk)} empty={nothing} more={more('mine')} />
      {ended.length > 0 && (
        <Desk
          title={w.ended}
          number={all.ended}
          tone="over"
          of={ended.map(onDesk)}
          empty=""
          more={more('ended')}
        />
      )}
      {(hasBegun || others.length > 0) && (
        <Desk
          title={w.others}
          number={all.others}
          tone="theirs"
          of={others.map(onDesk)}
          empty={w.nothingOthers}
          more={more('others')}
        />
      )}
      <DeskNumbers of={counts} />
      <section className="card">
        <h2>{w.schools}</h2>
        {schools.length === 0 && <p>{w.empty}</p>}
        <ul>
          {schools.map((one) => (
            <li key={one.code}>
              {nameOf(one)} · {one.admitted ? w.admitted : w.notAdmitted} · {w.days(one.minDays, one.maxDays)}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
