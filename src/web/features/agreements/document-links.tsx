import { Button } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { type AgreementView, readAgreementDocument } from '../../../contracts/agreements.ts'
import { readEvidencePackage } from '../../../contracts/evidence-package.ts'
import type { DocumentForm } from '../../../domain/document/sealed.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { agreementWords } from './words.ts'

type Props = { of: AgreementView }

/** The ways to save the agreement: as a PDF with its seal once it has one and as it stands while it is not in force; and all that shows it to others. */
export function DocumentLinks({ of: { id, school, certified, document } }: Props) {
  const w = useWords(agreementWords).pdf
  const address = (as: DocumentForm) =>
    addressOf(readAgreementDocument, { params: { school: school.code, id }, query: { download: '1', as } })
  return (
    <>
      {document?.state === 'sealed' && (
        <Button href={address('sealed')} download>
          {certified ? w.sealed : w.original}
        </Button>
      )}
      {document?.state === 'sealed' && (
        <Button
          href={addressOf(readEvidencePackage, { params: { school: school.code, id } })}
          download
          title={w.evidenceHint}
        >
          {w.evidence}
        </Button>
      )}
      {!certified && (
        <Button href={address('copy')} download>
          {document ? w.dissolved : w.preview}
        </Button>
      )}
    </>
  )
}

/** Why a certified agreement cannot be downloaded yet. */
export function SealNote({ of: { document } }: Props) {
  const w = useWords(agreementWords).pdf
  if (document?.state === 'waiting') return <Note below={12} type="info" title={w.waiting} />
  if (document?.state === 'given-up') return <Note below={12} type="warning" title={w.givenUp} />
  return null
}
