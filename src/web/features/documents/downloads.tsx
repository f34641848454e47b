import { Button } from 'antd'
import type { DocumentState } from '../../../contracts/documents.ts'
import { type DocumentForm, isBeingSealed } from '../../../domain/document/sealed.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { documentWords } from './words.ts'

type Props = {
  /** What the document is called. */
  title: string
  document: DocumentState | null
  /** What a copy made now bears across each page; null while what it says holds. */
  mark: string | null
  addressOf: (as: DocumentForm) => string
}

/** The ways to save a document that was ordered: with its seal once it has one, and as it stands where it holds no longer. */
export function Downloads({ title, document, mark, addressOf }: Props) {
  const w = useWords(documentWords)
  if (!document || document.state === 'removed') return null
  return (
    <>
      {document.state === 'sealed' && (
        <Button href={addressOf('sealed')} download>
          {mark === null ? w.download(title) : w.original(title)}
        </Button>
      )}
      {mark !== null && (
        <Button href={addressOf('copy')} download>
          {w.copy(title, mark)}
        </Button>
      )}
    </>
  )
}

/** Why it cannot be downloaded yet. */
export function SealNote({ title, document }: Pick<Props, 'title' | 'document'>) {
  const w = useWords(documentWords)
  if (document === null) return null
  if (isBeingSealed(document.state)) return <Note below={12} type="info" title={w.waiting(title)} />
  if (document.state === 'given-up') return <Note below={12} type="warning" title={w.givenUp(title)} />
  if (document.state === 'removed') return <Note below={12} type="info" title={w.removed(title)} />
  return null
}
