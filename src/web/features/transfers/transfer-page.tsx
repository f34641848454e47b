import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getTransfer, type TransferView } from '../../../contracts/transfers.ts'
import { NUMBER_KINDS } from '../../../domain/transfer/record.ts'
import { methodText } from '../../../words/transfer-register.ts'
import { ask } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { CaseActs } from '../cases/case-acts.tsx'
import { useKey } from '../cases/key.ts'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { TRANSFER_ACTS } from './transfer-acts.tsx'
import { useTransferBrief } from './transfer-brief.tsx'
import { transferWords } from './words.ts'

/** What is to be known before it is read: what to look at, and what has changed since. */
function Notes({ of, isStaff }: { of: TransferView; isStaff: boolean }) {
  const w = useWords(transferWords)
  const figures = useFigures()
  const { warningsOf } = useTransferBrief()
  const isChanged = of.warnings.includes('destination-changed')
  const others = of.warnings.filter((warning) => warning !== 'destination-changed')
  return (
    <>
      {of.isUnconfirmed && of.tracedUntil && (
        <Note below={12} type="warning" title={w.unconfirmedSaid(figures.said.day(of.tracedUntil))} />
      )}
      {isStaff && others.length > 0 && (
        <Note
          below={12}
          type="warning"
          title={w.page.lookFirst}
          description={warningsOf({ warnings: others })}
        />
      )}
      {isChanged &&
        (isStaff ? (
          <Note below={12} type="warning" title={w.page.changed} description={w.page.changedWhat} />
        ) : (
          <Note below={12} type="warning" title={w.page.myChange} />
        ))}
    </>
  )
}

const placeOf = ({
  receiver,
  address,
  postcode,
  contactName,
  contactPhone,
}: NonNullable<TransferView['said']>) =>
  [
    receiver,
    [address, postcode].filter(Boolean).join(' '),
    [contactName, contactPhone].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join('；')

/** A record, for its student and for staff. */
export function TransferPage() {
  const w = useWords(transferWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const { language } = useLanguage()
  const isStaff = useMe().portal === 'school'
  const { data: of } = useSuspenseQuery(ask(getTransfer, { params: useKey() }))
  const { stateOf, whereOf, register } = useTransferBrief()
  const { student, numbers, said } = of
  const isOver = of.actions.length === 0 && of.reason !== null
  const day = (on: string | null) => (on ? figures.day(on) : '')
  return (
    <CasePage
      title={w.page.title(of.dispatchNumber)}
      back={isStaff ? '/school/transfers' : '/student/transfers'}
      state={stateOf(of)}
      acts={
        of.actions.length > 0 ? <CaseActs kind="transfer" of={of} acts={TRANSFER_ACTS} words={w.act} /> : null
      }
      more={
        isStaff && (
          <>
            <Link to="/school/students/$school/$id" params={{ school: of.school.code, id: of.studentId }}>
              {w.page.toStudent}
            </Link>
            {of.kind === 'file' && (
              <Link to="/school/transfer-papers" search={{ ids: of.studentId }}>
                {w.toPapers}
              </Link>
            )}
            {isOver && (
              <PlainLink to={`/school/transfers/new?kind=${of.kind}&ids=${of.studentId}`}>
                {w.again}
              </PlainLink>
            )}
          </>
        )
      }
      notes={<Notes of={of} isStaff={isStaff} />}
      timeline={
        <>
          <h2>{cases.timeline}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.page.where}</h2>
        {!isStaff && <p>{whereOf(of)}</p>}
        <Facts
          of={[
            ...(isStaff ? [[w.student, `${student.name} ${student.studentNumber}`] as const] : []),
            [w.state, register.status[of.status]],
            [w.nth, String(of.nth)],
            [w.sentOn, day(of.sentOn)],
            [w.receivedOn, day(of.receivedOn)],
            [w.returnedOn, day(of.returnedOn)],
            [w.tracedUntil, day(of.tracedUntil)],
            [w.reason, of.reason ?? ''],
          ].filter((fact): fact is [string, string] => fact[1] !== '')}
        />
      </section>
      <section className="card">
        <h2>{w.page.to}</h2>
        <Facts
          of={[
            ...(of.kind === 'file' ? [[w.method, methodText(of.method, language)] as const] : []),
            [w.receiver, of.receiver],
            [w.addressOf[of.kind], [of.address, of.postcode].filter(Boolean).join(' ')],
            [w.contact, [of.contactName, of.contactPhone].filter(Boolean).join(' ')],
            [w.channel, register.channel[of.channel]],
            ...(of.envelope ? [[w.envelope, register.envelope[of.envelope]] as const] : []),
            ...(of.batch
              ? [
                  [
                    w.batch,
                    isStaff ? (
                      <Link key="batch" to="/school/transfers" search={{ kind: of.kind, batch: of.batch }}>
                        {of.batch}
                      </Link>
                    ) : (
                      of.batch
                    ),
                  ] as const,
                ]
              : []),
            ...(of.remark ? [[w.remark, of.remark] as const] : []),
          ]}
        />
        {of.warnings.includes('destination-changed') && (
          <>
            <h3>{w.page.now}</h3>
            <p>{said ? placeOf(said) : w.page.nothingNow}</p>
          </>
        )}
      </section>
      {NUMBER_KINDS.some((kind) => numbers[kind]) && (
        <section className="card">
          <h2>{w.page.numbers}</h2>
          <Facts
            of={NUMBER_KINDS.filter((kind) => numbers[kind]).map((kind) => [
              register.number[kind],
              <span key={kind} className="mono">
                {numbers[kind]}
              </span>,
            ])}
          />
        </section>
      )}
    </CasePage>
  )
}
