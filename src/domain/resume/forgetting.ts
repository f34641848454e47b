import { addDays, type Day, dayInChina } from '../day.ts'

/** Who is to lose their résumés has so many days to take them along. */
export const TOLD_DAYS = 30
const MS_PER_DAY = 86_400_000

/** Whoever was told at this instant or before has had their days. */
export const toldBefore = (at: Date): Date => new Date(at.getTime() - TOLD_DAYS * MS_PER_DAY)

/** The first day on which they may go, of whom is told at this instant. */
export const resumesGoOn = (at: Date): Day => addDays(dayInChina(at), TOLD_DAYS)
