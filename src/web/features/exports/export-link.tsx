import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import { exportWords } from './words.ts'

/** To the templates by which these students alone are exported. */
export const ExportLink = ({ ids }: { ids: readonly string[] }) => (
  <Link className="plain-button" to="/school/exports" search={{ ticked: ids.join() }}>
    {useWords(exportWords).byTemplate}
  </Link>
)
