import { isPhone, normalPhone } from '../../../domain/identifiers.ts'
import { normalLogin } from '../../../domain/login.ts'
import { LOGIN_FORM } from '../../../domain/membership.ts'
import { useWords } from '../../words/language.tsx'
import { registrationWords } from './words.ts'

const rule = (isRight: (text: string) => boolean, said: string) => ({
  validator: async (_: unknown, text?: string) => {
    if (text && !isRight(text)) throw new Error(said)
  },
})

/** What the server will ask of a field, said while it is typed. */
export function useFormRules() {
  const w = useWords(registrationWords)
  return {
    phone: rule((text) => isPhone(normalPhone(text)), w.phoneForm),
    email: { type: 'email', message: w.emailForm } as const,
    login: rule((text) => LOGIN_FORM.test(normalLogin(text)), w.loginForm),
  }
}
