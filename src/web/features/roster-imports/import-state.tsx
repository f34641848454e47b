import type { ImportStatus } from '../../../domain/roster/import.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { rosterImportWords } from './words.ts'

const STANDING: Record<ImportStatus, Standing> = {
  reading: 'theirs',
  unclear: 'mine',
  previewed: 'mine',
  committed: 'done',
  cancelled: 'over',
  failed: 'wrong',
}

export function ImportState({ status }: { status: ImportStatus }) {
  const w = useWords(rosterImportWords)
  return <StateMark standing={STANDING[status]}>{w.status[status]}</StateMark>
}
