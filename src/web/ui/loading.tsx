import { useWords } from '../words/language.tsx'

/** What stands where a page will be. */
export function Loading() {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{useWords().loading}</span>
      <i />
      <i />
      <i />
    </div>
  )
}
