import { addressOf } from '../../../contracts/address.ts'
import { type EvidenceFile, readEvidence } from '../../../contracts/evidence.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { evidenceWords } from './words.ts'
import './evidence.css'

/** What browsers show by themselves; a HEIC photo most cannot. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']
const SHOWN = [...PICTURES, 'application/pdf']
type Props = { school: string; file: EvidenceFile }

/** The file's name with a small picture of it, opening in a new tab where a browser can show it. */
export function FileLink({ school, file: { id, name, mediaType } }: Props) {
  const w = useWords(uiWords)
  const address = addressOf(readEvidence, { params: { school, id } })
  const face = (
    <>
      {PICTURES.includes(mediaType) ? (
        <img src={address} alt="" loading="lazy" decoding="async" />
      ) : (
        <span className="mark" aria-hidden="true">
          {mediaType.replace(/^.*\//, '').toUpperCase()}
        </span>
      )}
      <span>{name}</span>
    </>
  )
  if (!SHOWN.includes(mediaType)) return <span className="file">{face}</span>
  return (
    <a className="file" href={address} target="_blank" rel="noopener">
      {face}
      <span className="unseen">{w.newTab}</span>
    </a>
  )
}

/** Why there is nothing to see, where that is so, and the way to save it. */
export function FileDownload({ school, file: { id, name, mediaType } }: Props) {
  const w = useWords(evidenceWords)
  return (
    <>
      {!SHOWN.includes(mediaType) && <small>{w.notShown}</small>}
      <a
        href={addressOf(readEvidence, { params: { school, id }, query: { download: '1' } })}
        aria-label={`${w.download} ${name}`}
        download
      >
        {w.download}
      </a>
    </>
  )
}
