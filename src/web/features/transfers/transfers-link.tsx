import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { transferWords } from './words.ts'

/** To where a student's file and household certificate have gone. */
export const TransfersLink = ({ studentNumber }: { studentNumber: string }) => (
  <Link className="plain-button" to="/school/transfers" search={{ q: studentNumber }}>
    {useWords(transferWords).title}
  </Link>
)
