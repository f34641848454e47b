import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, QRCode } from 'antd'
import { type DissolutionView, getDissolution } from '../../../../contracts/dissolutions.ts'
import type { CertificateKind } from '../../../../domain/dissolution/certificate.ts'
import { endsAgreement, OPEN_DISSOLUTION } from '../../../../domain/dissolution/life.ts'
import { wordCertificate } from '../../../../words/word-certificate.ts'
import { ask } from '../../../call.ts'
import { BackButton } from '../../../ui/back-button.tsx'
import { CasePage } from '../../../ui/case-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { said } from '../../../ui/said.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useLanguage, useWords } from '../../../words/language.tsx'
import { CaseStatus } from '../../case-status/case-status.tsx'
import { useKey } from '../../cases/key.ts'
import { DocumentSheet } from '../../documents/document-sheet.tsx'
import { IssuedBy } from '../../documents/issued-by.tsx'
import { slowlyWhileSealed, useWordOfSeal } from '../../documents/while-sealed.ts'
import { certificateDocumentWords } from '../certificate-document-words.ts'
import { CertificateDownloads, CertificateNotes, useCertificate } from '../certificates.tsx'
import { certificateWords } from './certificate-words.ts'
import './certificate.css'
import '../said.css'

/** 解约办理中证明 while the request runs, 解约证明 once it has dissolved the agreement: to be shown or printed. */
export function CertificatePage() {
  const params = useKey()
  const w = useWords(certificateWords)
  const { data: d, refetch } = useSuspenseQuery({
    ...ask(getDissolution, { params }),
    refetchInterval: ({ state: { data } }) => slowlyWhileSealed(Object.values(data?.certificates ?? {})),
  })
  useWordOfSeal(Object.values(d.certificates), refetch)
  const { proofCode: code, school } = d
  if (code && OPEN_DISSOLUTION.includes(d.status)) return <Certificate of={d} kind="dissolving" code={code} />
  if (code && endsAgreement(d)) return <Certificate of={d} kind="dissolved" code={code} />
  return (
    <>
      <div className="actions">
        <BackButton list="/student/dissolutions" />
        {code && (
          <Link to="/proof/$school/$code" params={{ school: school.code, code }} target="_blank">
            {w.proof}
          </Link>
        )}
      </div>
      <Note type="info" title={w.over} action={<CaseStatus kind="dissolution" of={d} />} />
    </>
  )
}

type Props = { of: DissolutionView; kind: CertificateKind; code: string }

function Certificate({ of: d, kind, code }: Props) {
  const w = useWords(certificateWords)
  const ui = useWords(uiWords)
  const words = useWords(certificateDocumentWords)
  const { language } = useLanguage()
  const worded = wordCertificate(useCertificate(d, kind, code), words, language)
  const [label, address] = worded.proof
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => said.success(w.copied),
      () => said.warning(w.copyFailed),
    )
  return (
    <CasePage
      title={`${worded.title} · ${d.employerName}`}
      back="/student/dissolutions"
      state={<CaseStatus kind="dissolution" of={d} />}
      acts={
        <Button type="primary" onClick={copy}>
          {w.copy}
        </Button>
      }
      more={
        <>
          <CertificateDownloads of={d} />
          <Button onClick={() => window.print()}>{ui.print}</Button>
          <Link to="/proof/$school/$code" params={{ school: d.school.code, code }} target="_blank">
            {w.open}
          </Link>
        </>
      }
      notes={<CertificateNotes of={d} />}
    >
      <DocumentSheet
        of={worded}
        end={
          <>
            <div className="proof">
              <figure>
                <QRCode value={address} type="svg" size={132} bordered={false} aria-hidden />
                <figcaption>{w.scan}</figcaption>
              </figure>
              <dl className="said">
                <dt>{label}</dt>
                <dd className="mono">{address}</dd>
              </dl>
            </div>
            <IssuedBy
              of={worded.issued}
              at={{ school: d.school.code, id: d.id, kind }}
              document={d.certificates[kind]}
            />
          </>
        }
      />
    </CasePage>
  )
}
