import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { getSchool, listSchools } from '../../../contracts/schools.ts'
import { ask } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { frontWords } from './words.ts'
import './front.css'

/** The public front: which school. */
export function FrontPage() {
  const w = useWords(frontWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(ask(listSchools))
  return (
    <PublicPage>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <h2>{w.choose}</h2>
      {data.items.length === 0 && <Note type="info" title={w.none} description={w.noneHint} />}
      <div className="doors">
        {data.items.map(({ code, name, nameEn, suspended }) => (
          <Link key={code} className="door" to="/s/$school" params={{ school: code }}>
            <strong>{language === 'en' ? nameEn : name}</strong>
            {suspended && w.suspended}
          </Link>
        ))}
      </div>
    </PublicPage>
  )
}

/** A school's front: three doors, and the notice 温馨提示. */
export function SchoolFrontPage() {
  const w = useWords(frontWords)
  const { language } = useLanguage()
  const { school } = useParams({ from: '/s/$school' })
  const { data } = useSuspenseQuery(ask(getSchool, { params: { school } }))
  const doors = [
    ['student', w.student, w.studentHint],
    ['employer', w.employer, w.employerHint],
    ['school', w.school, w.schoolHint],
  ] as const
  return (
    <PublicPage>
      <h1>{language === 'en' ? data.nameEn : data.name}</h1>
      {data.suspended && <Note type="warning" title={w.suspended} description={w.suspendedHint} />}
      <h2>{w.doors}</h2>
      <div className="doors">
        {doors.map(([portal, title, hint]) => (
          <Link key={portal} className="door" to="/sign-in/$portal" params={{ portal }} search={{ school }}>
            <strong>{title}</strong>
            {hint}
          </Link>
        ))}
      </div>
      <section className="card school-notice">
        <h2>{w.notice}</h2>
        {(language === 'en' ? data.noticeEn : data.notice).split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </PublicPage>
  )
}
