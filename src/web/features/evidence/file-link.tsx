import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import type { FileSource } from './file-home.ts'
import { OriginalButton } from './original-button.tsx'
import { evidenceWords } from './words.ts'
import './evidence.css'

type Props = { from: FileSource; file: EvidenceFile }

/** The file's name with a small picture of it, opening in a new tab; pictures of every kind come as JPEG, upright. */
export function FileLink({ from: { address }, file: { id, name, mediaType } }: Props) {
  const w = useWords(uiWords)
  return (
    <a className="file" href={address(id)} target="_blank" rel="noopener">
      {mediaType.startsWith('image/') ? (
        <img
          src={address(id, { as: 'small' })}
          alt=""
          width={48}
          height={48}
          loading="lazy"
          decoding="async"
        />
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
export function FileDownload({ from: { address, sayWhy }, file }: Props) {
  const w = useWords(evidenceWords)
  const original = address(file.id, { download: '1', as: 'original' })
  return (
    <>
      <a href={address(file.id, { download: '1' })} aria-label={`${w.download} ${file.name}`} download>
        {w.download}
      </a>
      {file.original === 'freely' && (
        <a href={original} aria-label={`${w.original} ${file.name}`} download>
          {w.original}
        </a>
      )}
      {file.original === 'for-a-reason' && sayWhy && (
        <OriginalButton sayWhy={sayWhy} file={file} address={original} />
      )}
    </>
  )
}
