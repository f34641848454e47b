import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { documentedAddress } from '../../../contracts/case-address.ts'
import * as contract from '../../../contracts/verification-codes.ts'
import type { DocumentSubject } from '../../../domain/document/kind.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { useKey } from '../cases/key.ts'
import { useMeantDay } from '../cases/refused-rule.ts'
import { verificationCodeWords } from './words.ts'
import './codes.css'

type Codes = contract.VerificationCodes
type Code = Codes['items'][number]
type Ending = { readonly at: FieldAt; readonly value: string; readonly onChange: (day: string) => void }

function EndField({ at, value, onChange }: Ending) {
  const w = useWords(verificationCodeWords)
  const { span } = useMeantDay('code')
  return (
    <div>
      <label htmlFor={at.id}>{w.endsOn}</label>
      <Input
        id={at.id}
        type="date"
        {...span}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldFault of={at} />
    </div>
  )
}

function MakeCode({ kind, of, settled }: { kind: DocumentSubject; of: Codes; settled: () => void }) {
  const params = useKey()
  const w = useWords(verificationCodeWords)
  const ui = useWords(uiWords)
  return (
    <ActButton<{ purpose: string; endsOn: string }>
      {...w.make}
      kind="primary"
      asked={{
        initial: { purpose: '', endsOn: of.usualEnd },
        names: { purpose: w.purpose, endsOn: w.endsOn },
        faults: ({ purpose, endsOn }) => ({
          purpose: purpose.trim() ? null : ui.needed(w.purpose),
          endsOn: endsOn ? null : ui.needed(w.endsOn),
        }),
        show: ({ purpose, endsOn }, change, at) => (
          <>
            <LineField
              at={at('purpose')}
              label={w.purpose}
              hint={w.purposeHint}
              value={purpose}
              most={LONGEST.codePurpose}
              onChange={(text) => change({ purpose: text })}
            />
            <EndField at={at('endsOn')} value={endsOn} onChange={(day) => change({ endsOn: day })} />
          </>
        ),
      }}
      act={(_reason, body) => call(contract.makeVerificationCode[kind], { params, body })}
      settled={settled}
    />
  )
}

function CodeActs({ of, usualEnd, settled }: { of: Code; usualEnd: string; settled: () => void }) {
  const w = useWords(verificationCodeWords)
  const ui = useWords(uiWords)
  const params = { school: useKey().school, id: of.id }
  return (
    <>
      {of.actions.includes('extend') && (
        <ActButton<{ endsOn: string }>
          {...w.extend}
          asked={{
            initial: { endsOn: usualEnd },
            names: { endsOn: w.endsOn },
            faults: ({ endsOn }) => ({ endsOn: endsOn ? null : ui.needed(w.endsOn) }),
            show: ({ endsOn }, change, at) => (
              <EndField at={at('endsOn')} value={endsOn} onChange={(day) => change({ endsOn: day })} />
            ),
          }}
          act={(_reason, body) => call(contract.extendVerificationCode, { params, body })}
          settled={settled}
        />
      )}
      {of.actions.includes('close') && (
        <ActButton
          {...w.close}
          kind="danger"
          act={() => call(contract.closeVerificationCode, { params })}
          settled={settled}
        />
      )}
    </>
  )
}

function CopyLink({ address }: { address: string }) {
  const w = useWords(verificationCodeWords)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    said.success(w.copied)
  }
  return <Button onClick={() => copy().catch(() => said.warning(w.copyFailed))}>{w.copy}</Button>
}

/** The code as it is typed, the address that says the same, and who has looked. */
function Shown({ of: { code, address, looks } }: { of: Pick<Code, 'code' | 'address' | 'looks'> }) {
  const w = useWords(verificationCodeWords)
  const figures = useFigures()
  return (
    <>
      <p className="mono code">{code}</p>
      <p className="mono soft address">{address}</p>
      <p>{w.looks(looks.count)}</p>
      {looks.last.length > 0 && (
        <ul className="soft">
          {looks.last.map(({ day, way, origin, count, lastAt }) => (
            <li key={`${day} ${way} ${origin}`}>
              {w.look(figures.instant(lastAt), w.way[way], origin, count)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** 核验码: the codes of one's side for a document, to be given to whoever needs to be sure of it. */
function CodesPage({ kind }: { kind: DocumentSubject }) {
  const params = useKey()
  const portal = useCasePortal()
  const w = useWords(verificationCodeWords)
  const figures = useFigures()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.listVerificationCodes[kind], { params }))
  const settled = () => client.invalidateQueries()
  const back = documentedAddress(portal, { kind, ...params })
  return (
    <>
      <BackButton list={back} />
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="number">{data.number}</span>
        {data.mayMake && (
          <div className="page-act">
            <MakeCode kind={kind} of={data} settled={settled} />
          </div>
        )}
      </div>
      <p>{[w.document[data.kind], data.studentName, data.employerName].filter(Boolean).join(' · ')}</p>
      <p>{w.lead[kind]}</p>
      {!data.mayMake && <Note type="info" title={w.notYet} />}
      {data.printed && (
        <section className="card">
          <h2>{w.printed}</h2>
          <p className="soft">{w.printedHint}</p>
          <Shown of={data.printed} />
        </section>
      )}
      {data.items.length === 0 ? (
        data.mayMake && <p className="soft">{w.none}</p>
      ) : (
        <ul className="codes">
          {data.items.map((of) => (
            <li key={of.id} className="card" data-state={of.state}>
              <h2>{of.purpose}</h2>
              <p>
                <strong>{w.state[of.state]}</strong> · {w.until(figures.day(of.endsOn))}
                <br />
                <small className="soft">{w.made(of.makerName, figures.instant(of.madeAt))}</small>
              </p>
              <Shown of={of} />
              <div className="actions">
                {of.state === 'open' && <CopyLink address={of.address} />}
                <CodeActs of={of} usualEnd={data.usualEnd} settled={settled} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export const AgreementCodesPage = () => <CodesPage kind="agreement" />
export const DissolutionCodesPage = () => <CodesPage kind="dissolution" />
export const DestinationCodesPage = () => <CodesPage kind="destination" />
export const RecommendationCodesPage = () => <CodesPage kind="recommendation" />
