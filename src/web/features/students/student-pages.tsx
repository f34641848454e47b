import { useSuspenseQuery } from '@tanstack/react-query'
import { studentHome } from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { EmploymentFacts } from './employment-facts.tsx'
import { ToDoTiles } from './to-do-tiles.tsx'

function Basics({ withEmployment }: { withEmployment: boolean }) {
  const nameOf = useNameOf()
  const words = useWords()
  const w = words.home
  const me = useMe()
  const { data } = useSuspenseQuery(ask(studentHome, { params: { school: me.school?.code ?? '' } }))
  const { basics: b, employment: e } = data
  return (
    <>
      <div className="halves">
        <section className="card">
          <h2>{w.basics}</h2>
          <Facts
            of={[
              [w.year, b.graduationYear],
              [w.school, b.school],
              [w.level, nameOf(b.educationLevel)],
              [w.college, b.college],
              [w.major, b.major],
              [w.name, b.name],
              [w.number, b.studentNumber],
              [w.id, b.maskedIdNumber],
              [w.gender, words.gender[b.gender]],
              [w.phone, b.maskedPhone],
              [w.email, b.email],
            ]}
          />
        </section>
        {withEmployment && (
          <section className="card">
            <h2>{w.employment}</h2>
            <EmploymentFacts of={e} />
            <p className="soft">{w.employmentHint[e.status]}</p>
          </section>
        )}
      </div>
      <section className="card">
        <h2>{w.shortCode}</h2>
        <p className="code">{b.shortCode}</p>
        <p>{w.shortCodeHint}</p>
      </section>
    </>
  )
}

export function StudentHomePage() {
  const words = useWords()
  const me = useMe()
  const { data } = useSuspenseQuery(ask(studentHome, { params: { school: me.school?.code ?? '' } }))
  return (
    <>
      <h1>{words.studentMenu.home}</h1>
      <ToDoTiles of={data} />
      <Basics withEmployment />
    </>
  )
}

export function StudentDataPage() {
  return (
    <>
      <h1>{useWords().studentMenu.basics}</h1>
      <Basics withEmployment={false} />
    </>
  )
}
