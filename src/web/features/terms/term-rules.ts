import { isPhone } from '../../../domain/identifiers.ts'
import { fenFromYuan } from '../../../domain/money.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { termsWords } from './words.ts'

/** What `contracts/terms.ts` takes at most. */
const LONGEST_REMARK = 300
const MOST_REMARKS = 10
const WHOLE = /^\d{1,6}$/

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
    phone: rule((text) => !isPhone(text) && w.phone),
    postcode: rule((text) => !/^\d{6}$/.test(text) && w.postcode),
    remarks: rule((text) => {
      const remarks = remarksOf(text)
      if (remarks.length > MOST_REMARKS) return w.remarks(MOST_REMARKS)
      return remarks.some((one) => one.length > LONGEST_REMARK) && w.remark(LONGEST_REMARK)
    }),
    whole: (least: number, most: number) =>
      rule(
        (text) =>
          (!WHOLE.test(text) || Number(text) < least || Number(text) > most) && ui.wholeNumber(least, most),
      ),
  }
}
