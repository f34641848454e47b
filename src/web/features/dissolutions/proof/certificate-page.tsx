import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, QRCode } from 'antd'
import { type DissolutionView, getDissolution } from '../../../../contracts/dissolutions.ts'
import { OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { ask } from '../../../call.ts'
import { BackButton } from '../../../ui/back-button.tsx'
import { CasePage } from '../../../ui/case-page.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseStatus } from '../../case-status/case-status.tsx'
import { useKey } from '../../cases/key.ts'
import { caseWords } from '../../cases/words.ts'
import { certificateWords } from './certificate-words.ts'
import './certificate.css'
import '../said.css'
import { useFigures } from '../../../ui/figures.ts'
import { said } from '../../../ui/said.tsx'
import { Sheet } from '../../terms/sheet.tsx'

/** 解约办理中证明: to be shown or printed while the request runs; afterwards there is nothing to certify. */
export function CertificatePage() {
  const params = useKey()
  const w = useWords(certificateWords)
  const { data: d } = useSuspenseQuery(ask(getDissolution, { params }))
  const { proofCode: code, school } = d
  if (code && OPEN_DISSOLUTION.includes(d.status)) return <Certificate of={d} code={code} />
  return (
    <>
      <div className="actions">
        <BackButton list="/student/dissolutions" />
        {code && (
          <Link to="/proof/$school/$code" params={{ school: school.code, code }} target="_blank">
            <Button>{w.proof}</Button>
          </Link>
        )}
      </div>
      <Note type="info" title={w.over} action={<CaseStatus kind="dissolution" of={d} />} />
    </>
  )
}

function Certificate({ of: d, code }: { of: DissolutionView; code: string }) {
  const w = useWords(certificateWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const proof = { school: d.school.code, code }
  const address = `${window.location.origin}/proof/${proof.school}/${code}`
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => said.success(w.copied),
      () => said.warning(w.copyFailed),
    )
  return (
    <CasePage
      title={`${w.title} · ${d.employerName}`}
      back="/student/dissolutions"
      state={<CaseStatus kind="dissolution" of={d} />}
      acts={
        <Button type="primary" onClick={copy}>
          {w.copy}
        </Button>
      }
      more={
        <>
          <Button onClick={() => window.print()}>{ui.print}</Button>
          <Link to="/proof/$school/$code" params={proof} target="_blank">
            <Button>{w.open}</Button>
          </Link>
        </>
      }
    >
      <Sheet header={`${w.code} ${code}`}>
        <h2 className="sheet-title">{w.title}</h2>
        <p>{w.body(d.student.name, d.employerName, d.agreement.number)}</p>
        <Facts
          of={[
            [cases.graduatedFrom, d.school.name],
            [cases.studentNumber, d.student.studentNumber],
            [cases.college, d.student.college],
            [cases.major, d.student.major],
            [w.askedBy, cases.side[d.askedBy]],
            [w.asked, figures.instant(d.askedAt)],
            [cases.review, <CaseStatus key="r" kind="dissolution" of={d} />],
            [w.asOf, figures.instant(d.serverTime)],
          ]}
        />
        <p>{w.caution}</p>
        <div className="proof">
          <figure>
            <QRCode value={address} type="svg" size={132} bordered={false} aria-hidden />
            <figcaption>{w.scan}</figcaption>
          </figure>
          <dl className="said">
            <dt>{w.address}</dt>
            <dd className="mono">{address}</dd>
            <dt>{w.code}</dt>
            <dd className="mono">{code}</dd>
          </dl>
        </div>
      </Sheet>
    </CasePage>
  )
}
