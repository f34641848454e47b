import type { Day } from '../../domain/day.ts'
import * as figures from '../../words/figures.ts'
import { useLanguage } from '../words/language.tsx'

/** Days, instants (ISO 8601) and money in the reader's language. */
export function useFigures() {
  const { language } = useLanguage()
  return {
    /** In a list or beside a label. */
    day: (day: Day) => figures.listedDay(day, language),
    dayOf: (instant: string) => figures.listedDayOf(instant, language),
    instant: (instant: string) => figures.listedInstant(instant, language),
    span: (from: string, to: string) => figures.listedSpan(from, to, language),
    hours: figures.hoursText,
    number: figures.countText,
    money: (fen: number) => figures.moneyText(fen, language),
    pay: (fen: number) => figures.payText(fen, language),
    /** Within a sentence. */
    said: {
      day: (day: Day) => figures.dayText(day, language),
      instant: (instant: string) => figures.instantText(instant, language),
      deadline: (day: Day) => figures.deadlineText(day, language),
      nearDeadline: (day: Day) => figures.nearDeadline(day, language),
    },
  }
}
