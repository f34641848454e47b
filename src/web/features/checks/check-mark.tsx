import type { CheckStatus } from '../../../domain/check/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { checkWords } from './words.ts'

const STANDINGS: Record<CheckStatus, Standing> = {
  open: 'mine',
  assigned: 'theirs',
  explained: 'mine',
  corrected: 'mine',
  closed: 'over',
}

/** Where a check stands. */
export function CheckMark({ of }: { of: CheckStatus }) {
  const { status } = useWords(checkWords)
  return <StateMark standing={STANDINGS[of]}>{status[of]}</StateMark>
}
