import { isDay } from '../../../domain/day.ts'
import { useFigures } from '../../ui/figures.ts'

/** An answer as it is shown: a day as the reader's language writes it, anything else as it is. */
export function useAnswerText(): (answer: string) => string {
  const { day } = useFigures()
  return (answer) => (isDay(answer) ? day(answer) : answer)
}
