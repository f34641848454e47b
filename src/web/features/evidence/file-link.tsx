import { addressOf } from '../../../contracts/address.ts'
import { type EvidenceFile, readEvidence } from '../../../contracts/evidence.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { OriginalButton } from './original-button.tsx'
import { evidenceWords } from './words.ts'
import './evidence.css'

type Props = { school: string; file: EvidenceFile }

/** The file's name with a small picture of it, opening in a new tab; pictures of every kind come as JPEG, upright. */
export function FileLink({ school, file: { id, name, mediaType } }: Props) {
  const w = useWords(uiWords)
  const address = (query = {}) => addressOf(readEvidence, { params: { school, id }, query })
  return (
    <a className="file" href={address()} target="_blank" rel="noopener">
      {mediaType.startsWith('image/') ? (
        <img src={address({ as: 'small' })} alt="" width={48} height={48} loading="lazy" decoding="async" />
      ) : (
        <span className="mark" aria-hidden="true">
          {mediaType.replace(/^.*\//, '').toUpperCase()}
        </span>
      )}
      <span>{name}</span>
      <span className="unseen">{w.newTab}</span>
    </a>
  )
}

/** The ways to save it: as everybody sees it, and as it was uploaded, where that is another and is offered. */
export function FileDownload({ school, file }: Props) {
  const w = useWords(evidenceWords)
  const address = (query = {}) =>
    addressOf(readEvidence, { params: { school, id: file.id }, query: { download: '1', ...query } })
  return (
    <>
      <a href={address()} aria-label={`${w.download} ${file.name}`} download>
        {w.download}
      </a>
      {file.original === 'freely' && (
        <a href={address({ as: 'original' })} aria-label={`${w.original} ${file.name}`} download>
          {w.original}
        </a>
      )}
      {file.original === 'for-a-reason' && (
        <OriginalButton school={school} file={file} address={address({ as: 'original' })} />
      )}
    </>
  )
}
