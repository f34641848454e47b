import type { ConfirmationStanding } from '../../../domain/confirmation/period.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'

export type ConfirmationReader = 'school' | 'student'
const STANDINGS: Record<ConfirmationReader, Record<ConfirmationStanding, Standing>> = {
  student: { unanswered: 'mine', changed: 'mine', objected: 'theirs', confirmed: 'done' },
  school: { unanswered: 'theirs', changed: 'theirs', objected: 'mine', confirmed: 'done' },
}

/** Where a graduate stands, to whoever reads it. */
export const ConfirmationMark = ({
  of,
  reader,
  words,
}: {
  of: ConfirmationStanding
  reader: ConfirmationReader
  words: Readonly<Record<ConfirmationStanding, string>>
}) => <StateMark standing={STANDINGS[reader][of]}>{words[of]}</StateMark>
