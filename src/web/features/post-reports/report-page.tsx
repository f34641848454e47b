import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { readReportedAttachment } from '../../../contracts/post-files.ts'
import { reportActs as acts, getReport, type ReportView } from '../../../contracts/post-reports.ts'
import { isToLookAt } from '../../../domain/post-report/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { AskedText } from '../cases/asked-text.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { ContentFacts } from '../posts/content-facts.tsx'
import { postWords } from '../posts/words.ts'
import { useReportBrief } from './report-brief.tsx'
import { reportWords } from './words.ts'

/** In words to the student, and in others to the employer where the post is taken down. */
function UpholdButton({ of, settled }: Acting<ReportView>) {
  const { takingDown, over, takeDown, needed, ...words } = useWords(reportWords).act.uphold
  const { isToTakeDown } = of.post
  return (
    <ActButton<{ takeDown: string }>
      {...words}
      text={isToTakeDown ? takingDown : over}
      kind="danger"
      reason="needed"
      asked={{
        initial: { takeDown: '' },
        names: { takeDown },
        faults: (given) => ({ takeDown: !isToTakeDown || given.takeDown.trim() ? null : needed }),
        show: (given, put, at) =>
          isToTakeDown && (
            <AskedText
              at={at('takeDown')}
              name={takeDown}
              value={given.takeDown}
              onChange={(typed) => put({ takeDown: typed })}
            />
          ),
      }}
      act={(reason, given) =>
        call(acts.uphold, {
          params: { school: of.school.code, id: of.id },
          body: { seenVersion: of.version, reason, takeDown: given.takeDown.trim() },
        })
      }
      settled={settled}
    />
  )
}

const ACTS = {
  uphold: UpholdButton,
  dismiss: [acts.dismiss, 'plain', 'needed'],
  withdraw: [acts.withdraw, 'plain', 'none'],
} as const satisfies Acts<'post-report', ReportView>

/** A report of a job post, for who has reported and for who decides. */
export function ReportPage() {
  const w = useWords(reportWords)
  const cases = useWords(caseWords)
  const posts = useWords(postWords)
  const figures = useFigures()
  const { portal } = useMe()
  const isSchools = portal === 'school'
  const { data: of } = useSuspenseQuery(ask(getReport, { params: useKey() }))
  const { stateOf } = useReportBrief(isSchools ? 'school' : 'student')
  return (
    <CasePage
      title={`${of.title} · ${of.employer}`}
      back={isSchools ? '/school/post-reports' : '/student/jobs?tab=reports'}
      state={stateOf(of)}
      due={isToLookAt(of.status) ? w.until(figures.said.day(of.answerBy)) : undefined}
      acts={of.actions.length > 0 ? <CaseActs kind="post-report" of={of} acts={ACTS} words={w.act} /> : null}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.words}</h2>
        <p className="lines">{of.said}</p>
        <Facts
          of={[
            [w.about, w.ground[of.reportGround]],
            ...(isSchools
              ? ([
                  [w.reporter, `${of.student.name} ${of.student.studentNumber} ${of.student.college}`],
                ] as const)
              : []),
            [w.now, posts.status[of.post.status]],
          ]}
        />
        {isSchools && (
          <p>
            <Link to={caseAddress('school', { kind: 'post', school: of.school.code, id: of.post.id })}>
              {w.seePost}
            </Link>
          </p>
        )}
      </section>
      {of.answer && (
        <section className="card">
          <h2>{w.answer}</h2>
          <p className="lines">{of.answer}</p>
        </section>
      )}
      <section className="card">
        <h2>{w.asItWas}</h2>
        {of.post.isChanged && <p>{w.changed}</p>}
        <ContentFacts
          of={of.content}
          names={of.names}
          attachmentAt={addressOf(readReportedAttachment, {
            params: { school: of.school.code, id: of.id },
            query: {},
          })}
        />
        {of.contentHash && (
          <p className="soft">
            {w.hash} <code className="mono">{of.contentHash}</code>
          </p>
        )}
      </section>
    </CasePage>
  )
}
