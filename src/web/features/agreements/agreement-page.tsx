import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import * as contract from '../../../contracts/agreements.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { showInstant } from '../../ui/moment.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { DissolutionLinks, DissolutionRefused } from '../dissolutions/on-agreement.tsx'
import { Changes, TermsView, Warnings } from '../terms/terms-view.tsx'
import { termsWords } from '../terms/words.ts'
import { PaperNotes, PaperScans } from './paper/paper-parts.tsx'
import { agreementWords } from './words.ts'

/** The acts that are one confirmation; proposing an amendment is a page of its own. */
const ACTS = {
  pass: [contract.agreementActs.pass, 'primary', 'optional'],
  'accept-amendment': [contract.agreementActs['accept-amendment'], 'primary', 'none'],
  'decline-amendment': [contract.agreementActs['decline-amendment'], 'danger', 'optional'],
  'confirm-cancellation': [contract.agreementActs['confirm-cancellation'], 'danger', 'none'],
  'decline-cancellation': [contract.agreementActs['decline-cancellation'], 'plain', 'optional'],
  return: [contract.agreementActs.return, 'plain', 'needed'],
  reject: [contract.agreementActs.reject, 'danger', 'needed'],
  'ask-cancellation': [contract.agreementActs['ask-cancellation'], 'danger', 'needed'],
  cancel: [contract.agreementActs.cancel, 'danger', 'optional'],
  fulfil: [contract.agreementActs.fulfil, 'primary', 'none'],
} as const
const isSimple = (action: string): action is keyof typeof ACTS => action in ACTS

export function AgreementPage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const w = useWords(agreementWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const t = useWords(termsWords)
  const { language } = useLanguage()
  const router = useRouter()
  const client = useQueryClient()
  const { data: a } = useSuspenseQuery(ask(contract.getAgreement, { params }))
  // What was certified once and is no longer in force was dissolved.
  const isOver = a.effectiveAt !== null && !a.certified
  const mark = isOver ? cases.agreementStatus[a.status] : w.notCertified
  const consent = a.amendment ? { termsHash: a.amendment.termsHash, confirmed: true } : {}
  return (
    <>
      <div className="actions">
        <Button onClick={() => router.history.back()}>{ui.back}</Button>
        {a.actions.includes('correct') && (
          <Link to="/student/agreements/$school/$id/correct" params={params}>
            <Button type="primary">{w.act.correct.label}</Button>
          </Link>
        )}
        {a.actions.filter(isSimple).map((action) => {
          const [endpoint, kind, reason] = ACTS[action]
          return (
            <ActButton
              key={action}
              {...w.act[action]}
              kind={kind}
              reason={reason}
              act={(text) =>
                call(endpoint, {
                  params,
                  body: { seenVersion: a.version, ...(text && { reason: text }), ...consent },
                })
              }
              settled={() => client.invalidateQueries()}
            />
          )
        })}
        {a.actions.includes('propose-amendment') && (
          <Link to="/employer/agreements/$school/$id/amend" params={params}>
            <Button type="primary">{w.act['propose-amendment'].label}</Button>
          </Link>
        )}
        <DissolutionLinks agreement={a} />
        <Button onClick={() => window.print()}>{ui.print}</Button>
      </div>
      <DissolutionRefused agreement={a} />
      {a.cancellationBy && (
        <Alert
          type="warning"
          showIcon
          title={w.cancellation[a.cancellationBy]}
          style={{ marginBottom: 12 }}
        />
      )}
      {a.dataChangedSince && (
        <Alert type="info" showIcon title={w.dataChanged} style={{ marginBottom: 12 }} />
      )}
      <PaperNotes of={a} />
      <Warnings of={a.warnings} />
      {a.amendment && (
        <section className="card">
          <h2>{w.amendment}</h2>
          <Warnings of={a.amendment.warnings} />
          <Changes of={a.amendment.changes} />
        </section>
      )}
      {!a.certified && <div className="watermark" aria-hidden="true" data-mark={mark} />}
      <article className="letter">
        <div className="stamp">{a.certified ? w.certified : mark}</div>
        <h1>{w.title}</h1>
        {!a.certified && <p>{isOver ? w.dissolvedText : w.notCertifiedText}</p>}
        <Facts
          of={[
            [
              cases.agreementNumber,
              <span key="n" className="mono">
                {a.number}
              </span>,
            ],
            [cases.review, <StatusTag key="s" kind="agreementStatus" status={a.status} />],
            [w.kindOfSigning, cases.agreementKind[a.kind]],
            [t.employer, a.employer.name],
            [t.creditCode, a.employer.creditCode],
            [cases.student, `${a.student.name} ${a.student.studentNumber}`],
            [cases.graduatedFrom, a.school.name],
            [cases.college, a.student.college],
            [cases.major, a.student.major],
            ...(a.signedOn ? [[cases.signedOn, a.signedOn] as const] : []),
            [a.signedOn ? w.registeredAt : w.formedAt, showInstant(a.formedAt, language)],
            [w.effectiveAt, a.effectiveAt ? showInstant(a.effectiveAt, language) : ui.none],
          ]}
        />
        <TermsView terms={a.terms} />
        <p>{w.notContract}</p>
        <p className="mono">
          {w.fingerprint}: {a.termsHash}
        </p>
      </article>
      <PaperScans of={a} />
      <section className="card">
        <h2>{cases.timeline}</h2>
        <Timeline
          of={a.timeline}
          now={
            a.waitingFor &&
            `${cases.waiting[a.waitingFor]} · ${cases.since(showInstant(a.waitingSince, language))}`
          }
        />
      </section>
      {a.history.length > 0 && (
        <section className="card">
          <h2>{w.history}</h2>
          {a.history.map(({ at, changes }) => (
            <div key={at}>
              <small>{showInstant(at, language)}</small>
              <Changes of={changes} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}
