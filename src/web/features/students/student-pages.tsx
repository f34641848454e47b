import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { studentHome } from '../../../contracts/students.ts'
import { isToBeWon } from '../../../domain/employment.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { CaseLink } from '../cases/case-link.tsx'
import { caseWords } from '../cases/words.ts'
import { OpenCorrection } from '../corrections/open-correction.tsx'
import { correctionWords } from '../corrections/words.ts'
import { useAnswerText } from '../destinations/answer-text.ts'
import { EmploymentFacts } from './employment-facts.tsx'
import { homeWords } from './home-words.ts'
import { MyDesk } from './my-desk.tsx'
import { ToDoTiles } from './to-do-tiles.tsx'
import { studentWords } from './words.ts'
import '../../ui/notice.css'
import './home.css'

const useHome = () => {
  const school = useMySchool()
  return { school, ...useSuspenseQuery(ask(studentHome, { params: { school } })).data }
}
type Home = ReturnType<typeof useHome>

function Basics({ of: b }: { of: Home['basics'] }) {
  const shown = useAnswerText()
  const nameOf = useNameOf()
  const w = useWords(studentWords)
  const cases = useWords(caseWords)
  return (
    <Facts
      of={[
        [w.year, b.graduationYear],
        [cases.graduatedFrom, nameOf(b.school)],
        [w.level, nameOf(b.educationLevel)],
        [cases.college, b.college],
        [cases.major, b.major],
        [w.name, b.name],
        [cases.studentNumber, b.studentNumber],
        [w.document[b.documentType], b.maskedIdNumber],
        [w.gender, w.genders[b.gender]],
        [w.phone, b.maskedPhone],
        [w.email, b.email],
        ...b.own.map((one) => [nameOf(one), shown(nameOf(one.shown))] as const),
      ]}
    />
  )
}

/** For whoever still looks for an employer: with a place it opens nothing. */
function ShortCode({ of: { basics, employment } }: { of: Home }) {
  const w = useWords(homeWords)
  if (!isToBeWon(employment.status)) return null
  return (
    <section className="card">
      <h2>{w.shortCode}</h2>
      <p className="code">{basics.shortCode}</p>
      <p className="soft">{w.shortCodeHint}</p>
    </section>
  )
}

/** What would be reported of the student waits for their word. */
function ToConfirm({ until }: { until: string }) {
  const w = useWords(homeWords).confirm
  const { said } = useFigures()
  return (
    <Note
      type="info"
      title={w.title}
      description={w.text(said.nearDeadline(until))}
      action={<PlainLink to="/student/confirmation">{w.open}</PlainLink>}
    />
  )
}

/** What the student has to do comes first, as the cases themselves; then where they stand, and the manual's two boxes and numbers. */
export function StudentHomePage() {
  const w = useWords(homeWords)
  const students = useWords(studentWords)
  const home = useHome()
  const { basics, employment } = home
  return (
    <>
      <h1>{w.title}</h1>
      <MyDesk of={home.toDo} school={home.school} />
      {home.confirmUntil && <ToConfirm until={home.confirmUntil} />}
      {home.correction && <OpenCorrection of={home.correction} school={home.school} />}
      <div className="halves">
        <section className="card">
          <h2>{students.employment}</h2>
          <EmploymentFacts of={employment} school={home.school} />
          {employment.standing && (
            <p className="on-the-way">
              <CaseLink
                portal="student"
                kind={employment.standing.kind}
                school={home.school}
                id={employment.standing.id}
              >
                {w.toCase[employment.standing.kind]}
              </CaseLink>
            </p>
          )}
          {isToBeWon(employment.status) && <p className="soft">{w.employmentHint[employment.status]}</p>}
        </section>
        <div>
          <ToDoTiles of={home} />
          <ShortCode of={home} />
        </div>
      </div>
      <details className="card read-once">
        <summary>
          {students.basics} · {basics.name} · {basics.studentNumber}
        </summary>
        <Basics of={basics} />
      </details>
    </>
  )
}

export function StudentDataPage() {
  const w = useWords(homeWords)
  const students = useWords(studentWords)
  const corrections = useWords(correctionWords)
  const home = useHome()
  return (
    <>
      <h1>{w.data}</h1>
      <section className="card">
        <h2>{students.basics}</h2>
        <Basics of={home.basics} />
        <p className="ways">
          {!home.correction && (
            <>
              <span>{corrections.wrongData}</span>{' '}
              <Link to="/student/corrections/new">{corrections.register}</Link>
            </>
          )}{' '}
          <Link to="/student/corrections">{corrections.allOfMine}</Link>
        </p>
      </section>
      {home.correction && <OpenCorrection of={home.correction} school={home.school} />}
      <ShortCode of={home} />
    </>
  )
}
