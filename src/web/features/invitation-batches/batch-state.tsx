import type { BatchStanding } from '../../../domain/invitation-batch/batch.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { batchWords } from './words.ts'

const STANDING: Record<BatchStanding, Standing> = {
  reading: 'theirs',
  unclear: 'mine',
  checked: 'mine',
  sending: 'theirs',
  unfinished: 'wrong',
  sent: 'done',
  cancelled: 'over',
  failed: 'wrong',
}

export function BatchState({ status }: { status: BatchStanding }) {
  const w = useWords(batchWords)
  return <StateMark standing={STANDING[status]}>{w.status[status]}</StateMark>
}
