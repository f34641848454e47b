import { Button } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { type AgreementView, readAgreementDocument } from '../../../contracts/agreements.ts'
import type { DocumentForm } from '../../../domain/document/sealed.ts'
import { useWords } from '../../words/language.tsx'
import { Downloads, SealNote } from '../documents/downloads.tsx'
import { EvidenceLink } from '../documents/shown-to-others.tsx'
import { agreementDocumentWords } from './agreement-document-words.ts'
import { agreementWords } from './words.ts'

type Props = { of: AgreementView }

/** The ways to save the agreement: as a PDF with its seal once it has one and as it stands while it is not in force; and all that shows it to others. */
export function DocumentLinks({ of: { id, school, certified, document } }: Props) {
  const { title, mark } = useWords(agreementDocumentWords)
  const w = useWords(agreementWords)
  const address = (as: DocumentForm) =>
    addressOf(readAgreementDocument, { params: { school: school.code, id }, query: { download: '1', as } })
  if (!document)
    return (
      <Button href={address('copy')} download>
        {w.preview}
      </Button>
    )
  return (
    <>
      <Downloads
        title={title}
        document={document}
        mark={certified ? null : mark.dissolved}
        addressOf={address}
      />
      <EvidenceLink kind="agreement" school={school.code} id={id} document={document} />
    </>
  )
}

/** Why a certified agreement cannot be downloaded yet. */
export function AgreementSealNote({ of: { document } }: Props) {
  const { title } = useWords(agreementDocumentWords)
  return <SealNote title={title} document={document} />
}
