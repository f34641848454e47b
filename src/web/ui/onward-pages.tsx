import { Button } from 'antd'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './onward-pages.css'

type Props = {
  label: string
  /** Where this page begins; undefined on the first. */
  after: string | undefined
  /** Where the next begins; null on the last. */
  next: string | null
  onPage: (next: { after: string | undefined }) => void
}

/** Onward, and back to the first: pages by keys have no numbers. */
export function OnwardPages({ label, after, next, onPage }: Props) {
  const w = useWords(uiWords)
  return (
    <nav className="onward-pages" aria-label={label}>
      {after ? <Button onClick={() => onPage({ after: undefined })}>{w.toFirst}</Button> : <span />}
      {next && <Button onClick={() => onPage({ after: next })}>{w.next}</Button>}
    </nav>
  )
}
