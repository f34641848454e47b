import type { RecoveryStatus } from '../../../domain/recovery.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { recoveryWords } from './words.ts'

const STANDINGS: Record<RecoveryStatus, Standing> = {
  asked: 'theirs',
  started: 'mine',
  approved: 'theirs',
  used: 'done',
  refused: 'over',
  expired: 'over',
}

export function RecoveryState({ of }: { of: RecoveryStatus }) {
  const w = useWords(recoveryWords)
  return <StateMark standing={STANDINGS[of]}>{w.status[of]}</StateMark>
}
