import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { type CaseAt, codesAddress } from '../../../contracts/case-address.ts'
import type { DocumentState } from '../../../contracts/documents.ts'
import {
  readDestinationPackage,
  readEvidencePackage,
  readRecommendationPackage,
} from '../../../contracts/evidence-package.ts'
import type { DocumentSubject } from '../../../domain/document/kind.ts'
import type { Packaged } from '../../../domain/evidence-package.ts'
import { useWords } from '../../words/language.tsx'
import { useCasePortal } from '../accounts/me.ts'
import { documentWords } from './words.ts'
import '../../ui/notice.css'
import './evidence-contents.css'

/** Leads to the codes by which others verify it. */
export function CodesLink(of: CaseAt<DocumentSubject>) {
  const w = useWords(documentWords)
  return <Link to={codesAddress(useCasePortal(), of)}>{w.codes}</Link>
}

const PACKAGES = {
  agreement: readEvidencePackage,
  destination: readDestinationPackage,
  recommendation: readRecommendationPackage,
} as const satisfies Record<Packaged, object>

/** All that shows it to others, to be saved, once its document is sealed; and what that is. */
export function EvidenceLink({
  kind,
  school,
  id,
  document,
}: CaseAt<Packaged> & { document: DocumentState | null }) {
  const w = useWords(documentWords)
  if (document?.state !== 'sealed') return null
  return (
    <>
      <Button href={addressOf(PACKAGES[kind], { params: { school, id } })} download>
        {w.evidence}
      </Button>
      <details className="card read-once evidence-contents">
        <summary>{w.evidenceContents}</summary>
        <p>{w.evidenceHint}</p>
        <ul>
          {w.evidenceParts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
