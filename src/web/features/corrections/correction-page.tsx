import { useSuspenseQuery } from '@tanstack/react-query'
import { correctionActs as acts, type CorrectionView, getCorrection } from '../../../contracts/corrections.ts'
import { ASKED_BACK, isOpen } from '../../../domain/correction/life.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { CaseStatus } from '../case-status/case-status.tsx'
import { CaseTimeline } from '../case-status/case-timeline.tsx'
import { type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { caseWords } from '../cases/words.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { evidenceWords } from '../evidence/words.ts'
import { Changes } from './changes.tsx'
import { useFieldNames } from './field-names.ts'
import { correctionWords } from './words.ts'

const ACTS = {
  resubmit: { portal: 'student', page: 'correct' },
  withdraw: [acts.withdraw, 'danger', 'none'],
  pass: [acts.pass, 'primary', 'optional'],
  return: [acts.return, 'plain', 'needed'],
  reject: [acts.reject, 'danger', 'needed'],
} as const satisfies Acts<'correction', CorrectionView>

/** 信息更正: what is asked for and why, for the student and the school. */
export function CorrectionPage() {
  const params = useKey()
  const w = useWords(correctionWords)
  const cases = useWords(caseWords)
  const files = useWords(evidenceWords)
  const figures = useFigures()
  const namesOf = useFieldNames()
  const { portal } = useMe()
  const { data: k } = useSuspenseQuery(ask(getCorrection, { params }))
  const title = `${w.title} · ${namesOf(k.fields)}`
  return (
    <CasePage
      title={portal === 'school' ? `${title} · ${k.student.name}` : title}
      back={portal === 'school' ? '/school/corrections' : '/student/corrections'}
      state={<CaseStatus kind="correction" of={k} />}
      acts={k.actions.length > 0 ? <CaseActs kind="correction" of={k} acts={ACTS} words={w.act} /> : null}
      notes={
        <>
          {ASKED_BACK.includes(k.status) && <ReturnedFor timeline={k.timeline} event="correction.return" />}
          {portal === 'student' && isOpen(k) && <Note below={12} type="info" title={w.signingWaits} />}
        </>
      }
      timeline={<CaseTimeline kind="correction" of={k} events={k.timeline} />}
    >
      <Changes of={k} />
      <section className="card">
        <Facts
          of={[
            [cases.student, `${k.student.name} ${k.student.studentNumber}`],
            [cases.college, k.student.college],
            [cases.major, k.student.major],
            [w.reason, k.reason],
            [w.submittedAt, figures.instant(k.submittedAt)],
            ...(k.endedAt ? [[w.endedAt, figures.instant(k.endedAt)] as const] : []),
          ]}
        />
      </section>
      <section className="card">
        <h2>{files.title}</h2>
        <EvidenceList school={params.school} files={k.evidence} />
      </section>
    </CasePage>
  )
}
