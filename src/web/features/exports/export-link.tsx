import { Link } from '@tanstack/react-router'
import { useWords } from '../../words/language.tsx'
import type { Whom } from './whom.ts'
import { exportWords } from './words.ts'

/** To the templates by which these graduates alone are exported: those ticked, or those behind a figure. */
export const ExportLink = ({ whom }: { whom: Whom }) => (
  <Link className="plain-button" to="/school/exports" search={whom}>
    {useWords(exportWords).byTemplate}
  </Link>
)
