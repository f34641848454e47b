import { ICP_REGISTER, policeRegister } from '../../../domain/site-records.ts'
import { useWords } from '../../words/language.tsx'
import { useFoot } from './foot-of.ts'
import { frontWords } from './words.ts'
import './public-foot.css'

/** The foot of every public page: whom to ask, the privacy notice, the records that a site in China shows. */
export function PublicFoot() {
  const w = useWords(frontWords)
  const { data } = useFoot()
  if (!data) return null
  const { contact, privacyUrl, records } = data
  return (
    <footer className="public-foot">
      {contact.phone && (
        <span>
          {w.phone} {contact.phone}
        </span>
      )}
      {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      <a href="/verify">{w.verify}</a>
      {privacyUrl && <a href={privacyUrl}>{w.privacy}</a>}
      {records.map(
        ({ icp }) =>
          icp && (
            <a key={icp} href={ICP_REGISTER} rel="noopener noreferrer">
              {icp}
            </a>
          ),
      )}
      {records.map(
        ({ police }) =>
          police && (
            <a key={police} href={policeRegister(police)} rel="noopener noreferrer">
              {police}
            </a>
          ),
      )}
    </footer>
  )
}
