import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { guestWords } from './words.ts'

/** The way from the school's own events to those of others. */
export function ElsewhereLink() {
  const w = useWords(guestWords)
  return (
    <p>
      <Link to="/student/elsewhere">{w.title}</Link> <span className="soft">{w.lead}</span>
    </p>
  )
}
