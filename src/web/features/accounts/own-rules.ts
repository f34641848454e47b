import type { RuleObject } from 'antd/es/form'
import { normalCode } from '../../../domain/entered.ts'
import { isMobileAnywhere, normalPhone } from '../../../domain/identifiers.ts'
import { type PasswordOwner, passwordProblem } from '../../../domain/password.ts'
import { useWords } from '../../words/language.tsx'
import { accountWords } from './words.ts'

/** For the fields in which one says who one is: what the server would refuse, said at the field and before anything is sent. */
export function useOwnRules() {
  const w = useWords(accountWords).fault
  /** What is not filled in is for the other rules of the field. */
  const rule = (faultOf: (text: string) => string | false): RuleObject => ({
    validator: async (_: unknown, value?: string) => {
      const fault = value && faultOf(value)
      if (fault) throw new Error(fault)
    },
  })
  return {
    mobile: rule((text) => !isMobileAnywhere(normalPhone(text)) && w.mobile),
    documentTail: rule((text) => !/^[\dA-Z]{6}$/.test(normalCode(text)) && w.documentTail),
    /** `owner` as far as the page knows who that is. */
    password: (owner: () => PasswordOwner) =>
      rule((text) => {
        const problem = passwordProblem(text, owner())
        return problem !== null && w.password[problem]
      }),
  }
}
