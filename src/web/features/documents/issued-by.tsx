import { addressOf } from '../../../contracts/address.ts'
import type { DocumentState } from '../../../contracts/documents.ts'
import { borneSeal } from '../../../contracts/seals.ts'
import type { DocumentKind } from '../../../domain/document/kind.ts'
import '../seals/seals.css'

type Props = {
  of: readonly [by: string, day: string]
  /** Where the document is that may bear a seal of the school. */
  at: { readonly school: string; readonly id: string; readonly kind: DocumentKind }
  document: DocumentState | null
}

/** Who says it, and of which day; with the school's seal beside them, where it bears one. */
export const IssuedBy = ({ of: [by, day], at: { kind, ...params }, document }: Props) => (
  <div className="sheet-issued">
    <span>
      <strong>{by}</strong>
      <br />
      {day}
    </span>
    {document?.seal && <img className="issued-seal" src={addressOf(borneSeal[kind], { params })} alt="" />}
  </div>
)
