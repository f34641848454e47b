import { PlainButton } from '../ui/plain-button.tsx'
import { useWords } from '../words/language.tsx'
import { stayHere, useAwaited } from './arriving.ts'
import { portalWords } from './words.ts'
import './awaited.css'

/** Says that the page asked for has not come, above the one that stays. */
export function Awaited() {
  const w = useWords(portalWords)
  return (
    <div role="status">
      {useAwaited() !== null && (
        <div className="awaited">
          <span>{w.awaited}</span>
          <PlainButton onClick={stayHere}>{w.stay}</PlainButton>
        </div>
      )}
    </div>
  )
}
