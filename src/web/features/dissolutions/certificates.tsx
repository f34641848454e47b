import { addressOf } from '../../../contracts/address.ts'
import { type DissolutionView, readCertificate } from '../../../contracts/dissolutions.ts'
import {
  CERTIFICATE_KINDS,
  type CertificateContent,
  type CertificateKind,
  certificateMark,
  dissolutionCertificate,
} from '../../../domain/dissolution/certificate.ts'
import { endsAgreement } from '../../../domain/dissolution/life.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { Downloads, SealNote } from '../documents/downloads.tsx'
import { certificateDocumentWords } from './certificate-document-words.ts'

type Props = { of: DissolutionView }

const stands = ({ status, endedAt }: DissolutionView, kind: CertificateKind) => ({
  kind,
  endedAt,
  isDissolved: endsAgreement({ status }),
})

/** What the certificate of this request says, which its PDF says too. */
export function useCertificate(d: DissolutionView, kind: CertificateKind, code: string): CertificateContent {
  const nameOf = useNameOf()
  const { number, kind: kindOfSigning } = d.agreement
  return dissolutionCertificate({
    ...stands(d, kind),
    school: { code: d.school.code, name: nameOf(d.school) },
    parties: { student: d.student, employer: { name: d.employerName, creditCode: d.creditCode } },
    agreement: { number, kind: kindOfSigning, effectiveAt: d.effectiveAt },
    askedBy: d.askedBy,
    askedAt: d.askedAt,
    acts: d.timeline,
    proof: { address: `${window.location.origin}/proof/${d.school.code}/${code}`, code },
  })
}

/** The certificates of this request, to be saved. */
export function CertificateDownloads({ of: d }: Props) {
  const w = useWords(certificateDocumentWords)
  return CERTIFICATE_KINDS.map((kind) => {
    const mark = certificateMark(stands(d, kind))
    return (
      <Downloads
        key={kind}
        title={w.title[kind]}
        document={d.certificates[kind]}
        mark={mark && w.mark[mark]}
        addressOf={(as) =>
          addressOf(readCertificate[kind], {
            params: { school: d.school.code, id: d.id },
            query: { download: '1', as },
          })
        }
      />
    )
  })
}

export function CertificateNotes({ of: d }: Props) {
  const w = useWords(certificateDocumentWords)
  return CERTIFICATE_KINDS.map((kind) => (
    <SealNote key={kind} title={w.title[kind]} document={d.certificates[kind]} />
  ))
}
