import { addressOf } from '../../../contracts/address.ts'
import type { DocumentState } from '../../../contracts/documents.ts'
import { schoolSeal } from '../../../contracts/seals.ts'
import '../seals/seals.css'

type Props = {
  of: readonly [by: string, day: string]
  school: string
  /** Which may bear a seal of the school. */
  document: DocumentState | null
}

/** Who says it, and of which day; with the school's seal over both, where it bears one. */
export const IssuedBy = ({ of: [by, day], school, document }: Props) => (
  <div className={document?.seal ? 'sheet-issued sealed' : 'sheet-issued'}>
    <strong>{by}</strong>
    <span>{day}</span>
    {document?.seal && (
      <img src={addressOf(schoolSeal.picture, { params: { school, id: document.seal.id } })} alt="" />
    )}
  </div>
)
