import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { transferWords } from './words.ts'

/** To the slips and labels for these students' files. */
export const TransferPapersLink = ({ ids }: { ids: readonly string[] }) => (
  <Link className="plain-button" to="/school/transfer-papers" search={{ ids: ids.join() }}>
    {useWords(transferWords).open}
  </Link>
)
