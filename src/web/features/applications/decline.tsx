import { useWords } from '../../words/language.tsx'
import { saying } from '../posts/saying.tsx'
import { applicationWords } from './words.ts'

/** The kind words with which an employer declines, to be changed before they are sent. */
export function useDeclining() {
  const { asksFor, needed, kindly } = useWords(applicationWords).act.decline
  return saying({ name: asksFor, needed, initial: kindly })
}
