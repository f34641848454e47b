import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './loading.css'

/** What stands where a page will be. */
export function Loading() {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{useWords(uiWords).loading}</span>
      <i />
      <i />
      <i />
    </div>
  )
}
