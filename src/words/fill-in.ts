import { isDay } from '../domain/day.ts'
import { dayText, deadlineText, instantText } from './figures.ts'
import type { Language } from './language.ts'

const AS = { day: dayText, deadline: deadlineText } as const
const isInstant = (value: string) => !Number.isNaN(Date.parse(value))

/**
 * Fills `{{name}}` from the values, `{{name|day}}` and `{{name|deadline}}` with a day as the language writes it,
 * `{{name|instant}}` with an instant (ISO 8601) in China; what is not among them is left out.
 */
export const fillIn = (text: string, values: Readonly<Record<string, unknown>>, language: Language): string =>
  text.replace(
    /\{\{(\w+)(?:\|(day|deadline|instant))?\}\}/g,
    (_, name: string, as?: keyof typeof AS | 'instant') => {
      const value = String(values[name] ?? '')
      if (as === 'instant') return isInstant(value) ? instantText(value, language) : value
      return as && isDay(value) ? AS[as](value, language) : value
    },
  )
