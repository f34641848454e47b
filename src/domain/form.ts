import { isDay } from './day.ts'
import { creditCodeProblem, normalCreditCode } from './identifiers.ts'

/** One field of a form that is data (`dictionary.md`, 毕业去向); `type` as `contracts/destinations.ts` lists them. */
export type Asked = { readonly key: string; readonly type: string; readonly required: boolean }

/** Not answered; not as the type asks; no row of the code table for this year; no field of the form. */
export type AnswerFault = 'needed' | 'not-in-form' | 'not-in-table' | 'not-asked'

const ONE_LINE = /^[^\r\n]{1,200}$/

/** The code table whose rows a field of this type takes, null for every other type. */
export const codeTableOf = (type: string): string | null =>
  type.startsWith('code:') ? type.slice('code:'.length) : null

/** The one form to store: an answer that nobody gave is the empty text. */
export const normalAnswer = (type: string, text: string): string =>
  type === 'credit_code' ? normalCreditCode(text) : text.trim()

function faultOf(
  { type, required }: Asked,
  text: string,
  isRow: (table: string, code: string) => boolean,
): AnswerFault | null {
  if (text === '') return required ? 'needed' : null
  const table = codeTableOf(type)
  if (table !== null) return isRow(table, text) ? null : 'not-in-table'
  switch (type) {
    case 'line':
      return ONE_LINE.test(text) ? null : 'not-in-form'
    case 'day':
      return isDay(text) ? null : 'not-in-form'
    case 'credit_code':
      return creditCodeProblem(text) === null ? null : 'not-in-form'
    default:
      return null
  }
}

/** All that is wrong with the answers at once, by the field's key; empty when nothing is. */
export function faultsOf(
  fields: readonly Asked[],
  answers: Readonly<Record<string, string>>,
  isRow: (table: string, code: string) => boolean,
): { readonly key: string; readonly fault: AnswerFault }[] {
  const asked = new Set(fields.map(({ key }) => key))
  const stray = Object.keys(answers).filter((key) => !asked.has(key))
  return [
    ...fields.flatMap((field) => {
      const fault = faultOf(field, normalAnswer(field.type, answers[field.key] ?? ''), isRow)
      return fault ? [{ key: field.key, fault }] : []
    }),
    ...stray.map((key) => ({ key, fault: 'not-asked' as const })),
  ]
}
