import type { CheckRule } from '../../../domain/check/rules.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { checkWords } from './words.ts'

/** What a rule has noted of a row, in words: figures stand as `this/that`, codes are separated by commas. */
export function useNoteText() {
  const w = useWords(checkWords)
  const { pay, day } = useFigures()
  return (rule: CheckRule, note: string): string => {
    const [one = '', other = ''] = note.split('/')
    switch (rule) {
      case 'pay-far-off':
        return w.payOf(pay(Number(one)), pay(Number(other)))
      case 'below-minimum-wage':
        return other === '' ? w.wageUnknown(one) : w.wageOf(pay(Number(one)), pay(Number(other)))
      case 'employer-too-small':
        return w.signedOf(one, other)
      case 'employer-deregistered':
        return w.deregisteredOf(day(note))
      case 'dissolved-soon':
        return w.daysOf(one)
      default:
        return note
          .split(',')
          .map((code) => w.notes[code] ?? code)
          .join(' · ')
    }
  }
}
