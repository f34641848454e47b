import { Button } from 'antd'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './draft-note.css'

/** Says that what is typed is kept on this device and how long, and lets its author begin anew; nothing where it cannot be kept. */
export function DraftNote({ isKept, onDiscard }: { isKept: boolean | null; onDiscard: () => void }) {
  const w = useWords(uiWords).draft
  if (isKept === false) return null
  return (
    <p className="draft-note" role="status">
      {isKept ? w.kept : w.willBeKept}
      {isKept && (
        <Button size="small" onClick={onDiscard}>
          {w.discard}
        </Button>
      )}
    </p>
  )
}
