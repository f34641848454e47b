import { isDay } from '../domain/day.ts'
import { dayText, deadlineText } from './figures.ts'
import type { Language } from './language.ts'

const AS = { day: dayText, deadline: deadlineText } as const

/**
 * Fills `{{name}}` from the values, `{{name|day}}` and `{{name|deadline}}` with a day as the language writes it; what is
 * not among them is left out.
 */
export const fillIn = (text: string, values: Readonly<Record<string, unknown>>, language: Language): string =>
  text.replace(/\{\{(\w+)(?:\|(day|deadline))?\}\}/g, (_, name: string, as?: keyof typeof AS) => {
    const value = String(values[name] ?? '')
    return as && isDay(value) ? AS[as](value, language) : value
  })
