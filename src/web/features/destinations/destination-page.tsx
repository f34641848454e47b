import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import * as contract from '../../../contracts/destinations.ts'
import { ask, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { showInstant } from '../../ui/moment.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { evidenceWords } from '../evidence/words.ts'
import { Corrections } from './corrections.tsx'
import { destinationWords } from './words.ts'

/** The acts that are one confirmation; correcting is a page of its own. */
const ACTS = {
  pass: [contract.destinationActs.pass, 'primary', 'optional'],
  return: [contract.destinationActs.return, 'plain', 'needed'],
  reject: [contract.destinationActs.reject, 'danger', 'needed'],
  'grant-void': [contract.destinationActs['grant-void'], 'primary', 'optional'],
  'refuse-void': [contract.destinationActs['refuse-void'], 'danger', 'needed'],
  'ask-void': [contract.destinationActs['ask-void'], 'danger', 'needed'],
  'withdraw-void': [contract.destinationActs['withdraw-void'], 'plain', 'none'],
  withdraw: [contract.destinationActs.withdraw, 'danger', 'none'],
} as const
const isSimple = (action: string): action is keyof typeof ACTS => action in ACTS

export function DestinationPage() {
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const params = { school, id }
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const files = useWords(evidenceWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const router = useRouter()
  const client = useQueryClient()
  const { data: d } = useSuspenseQuery(ask(contract.getDestination, { params }))
  const day = (instant: string | null) => (instant ? showInstant(instant, language) : ui.none)
  return (
    <>
      <div className="actions">
        <Button onClick={() => router.history.back()}>{ui.back}</Button>
        {d.actions.includes('correct') && (
          <Link to="/student/destinations/$school/$id/correct" params={params}>
            <Button type="primary">{w.act.correct.label}</Button>
          </Link>
        )}
        {d.actions.filter(isSimple).map((action) => {
          const [endpoint, kind, reason] = ACTS[action]
          return (
            <ActButton
              key={action}
              {...w.act[action]}
              kind={kind}
              reason={reason}
              act={(text) =>
                call(endpoint, { params, body: { seenVersion: d.version, ...(text && { reason: text }) } })
              }
              settled={() => client.invalidateQueries()}
            />
          )
        })}
      </div>
      <h1>{w.pageTitle[d.route](nameOf(d.category))}</h1>
      {d.status === 'returned' && <ReturnedFor timeline={d.timeline} event="destination.return" />}
      <section className="card">
        <Facts
          of={[
            [
              cases.review,
              <StatusTag key="s" kind="destinationStatus" status={d.voiding ? 'voiding' : d.status} />,
            ],
            [cases.student, `${d.student.name} ${d.student.studentNumber}`],
            [cases.graduatedFrom, d.school.name],
            [cases.college, d.student.college],
            [cases.major, d.student.major],
            [w.declaredAt, day(d.declaredAt)],
            [w.registeredAt, day(d.registeredAt)],
            ...(d.endedAt ? [[w.endedAt, day(d.endedAt)] as const] : []),
          ]}
        />
      </section>
      <section className="card">
        <h2>{w.answers}</h2>
        <Facts of={d.answers.map((answer) => [nameOf(answer), nameOf(answer.shown)] as const)} />
      </section>
      {d.route === 'destination' && (
        <section className="card">
          <h2>{files.title}</h2>
          <EvidenceList school={school} files={d.evidence} />
        </section>
      )}
      <Corrections of={d.history} />
      <section className="card">
        <h2>{cases.timeline}</h2>
        <Timeline
          of={d.timeline.map((entry) =>
            d.route === 'declaration' && entry.action === 'destination.declare'
              ? { ...entry, action: 'declaration.declare' }
              : entry,
          )}
          now={
            d.waitingFor &&
            `${cases.waiting[d.waitingFor]} · ${cases.since(showInstant(d.waitingSince, language))}`
          }
        />
      </section>
    </>
  )
}
