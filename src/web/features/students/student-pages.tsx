import { useSuspenseQuery } from '@tanstack/react-query'
import { studentHome } from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { EmploymentFacts } from './employment-facts.tsx'
import { homeWords } from './home-words.ts'
import { ToDoTiles } from './to-do-tiles.tsx'
import { studentWords } from './words.ts'
import './home.css'

function Basics({ withEmployment }: { withEmployment: boolean }) {
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  const cases = useWords(caseWords)
  const home = useWords(homeWords)
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(studentHome, { params: { school } }))
  const { basics: b, employment: e } = data
  return (
    <>
      <div className="halves">
        <section className="card">
          <h2>{w.basics}</h2>
          <Facts
            of={[
              [w.year, b.graduationYear],
              [cases.graduatedFrom, b.school],
              [w.level, nameOf(b.educationLevel)],
              [cases.college, b.college],
              [cases.major, b.major],
              [w.name, b.name],
              [cases.studentNumber, b.studentNumber],
              [w.document[b.documentType], b.maskedIdNumber],
              [w.gender, w.genders[b.gender]],
              [w.phone, b.maskedPhone],
              [w.email, b.email],
            ]}
          />
        </section>
        {withEmployment && (
          <section className="card">
            <h2>{w.employment}</h2>
            <EmploymentFacts of={e} />
            <p className="soft">{home.employmentHint[e.status]}</p>
          </section>
        )}
      </div>
      <section className="card">
        <h2>{home.shortCode}</h2>
        <p className="code">{b.shortCode}</p>
        <p>{home.shortCodeHint}</p>
      </section>
    </>
  )
}

export function StudentHomePage() {
  const w = useWords(homeWords)
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(studentHome, { params: { school } }))
  return (
    <>
      <h1>{w.title}</h1>
      <ToDoTiles of={data} />
      <Basics withEmployment />
    </>
  )
}

export function StudentDataPage() {
  return (
    <>
      <h1>{useWords(homeWords).data}</h1>
      <Basics withEmployment={false} />
    </>
  )
}
