import { addDays, dayInChina, endOfDayInChina } from '../day.ts'

/** Hours of the day in China, 0 to 23, from the beginning of one to the beginning of the other; none where they are the same. */
export type QuietHours = { readonly quietFrom: number; readonly quietUntil: number }
export const USUAL_QUIET: QuietHours = { quietFrom: 22, quietUntil: 8 }

const HOUR = 3_600_000

/** When a message goes that could go at `at`: at once, or in the morning; at once too where the morning is too late. */
export function goesAt({ quietFrom, quietUntil }: QuietHours, at: Date, deadline: Date | null): Date {
  const midnight = endOfDayInChina(addDays(dayInChina(at), -1)).getTime()
  const hour = (at.getTime() - midnight) / HOUR
  const overNight = quietFrom > quietUntil
  const isEvening = overNight && hour >= quietFrom
  const isMorning = hour < quietUntil && (overNight || hour >= quietFrom)
  if (!isEvening && !isMorning) return at
  const morning = new Date(midnight + (isEvening ? 24 + quietUntil : quietUntil) * HOUR)
  return deadline && deadline <= morning ? at : morning
}
