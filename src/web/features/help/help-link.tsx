import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { helpWords } from './words.ts'

/** To how this student is helped. */
export const HelpLink = ({ school, id }: { school: string; id: string }) => (
  <Link className="plain-button" to="/school/help/$school/$id" params={{ school, id }}>
    {useWords(helpWords).records}
  </Link>
)
