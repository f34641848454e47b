import { normalCode, wholeFrom } from '../../../domain/entered.ts'
import { isPhone, normalPhone } from '../../../domain/identifiers.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { fenFromYuan } from '../../../domain/money.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { termsWords } from './words.ts'

/** What `contracts/terms.ts` takes at most. */
const MOST_REMARKS = 10

/** The clauses that were typed, one on each line. */
export const remarksOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** For the fields of the terms: what the server would refuse, said beside the field and before anything is sent. */
export function useTermRules() {
  const w = useWords(termsWords).fault
  const ui = useWords(uiWords)
  /** What is not filled in is for the other rules of the field. */
  const rule = (faultOf: (text: string) => string | false) => ({
    validator: async (_: unknown, value?: string) => {
      const fault = value && faultOf(value.trim())
      if (fault) throw new Error(fault)
    },
  })
  return {
    money: rule((text) => fenFromYuan(text) === null && w.money),
    pay: rule((text) => fenFromYuan(text) === 0 && w.pay),
    phone: rule((text) => !isPhone(normalPhone(text)) && w.phone),
    postcode: rule((text) => !/^\d{6}$/.test(normalCode(text)) && w.postcode),
    remarks: rule((text) => {
      const remarks = remarksOf(text)
      if (remarks.length > MOST_REMARKS) return w.remarks(MOST_REMARKS)
      return remarks.some((one) => one.length > LONGEST.remark) && w.remark(LONGEST.remark)
    }),
    whole: (least: number, most: number) =>
      rule((text) => {
        const value = wholeFrom(text)
        return (value === null || value < least || value > most) && ui.wholeNumber(least, most)
      }),
  }
}
