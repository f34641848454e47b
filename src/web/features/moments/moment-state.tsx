import type { MomentStatus } from '../../../domain/moment/life.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { momentWords } from './words.ts'

const STANDING: Record<MomentStatus, Standing> = { planned: 'theirs', kept: 'done', cancelled: 'over' }

export function MomentState({ of }: { of: MomentStatus }) {
  const w = useWords(momentWords)
  return <StateMark standing={STANDING[of]}>{w.status[of]}</StateMark>
}
