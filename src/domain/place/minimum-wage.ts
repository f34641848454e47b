import type { Fen } from '../money.ts'
import type { Terms } from '../terms.ts'
import { type Month, monthOf } from './fact.ts'

/** 月最低工资标准 of the month in which work begins, and whose it is: the county's, else its city's or province's. */
export type MinimumWage = { readonly amount: Fen; readonly place: string; readonly since: Month }

/** Pay that is doubtful: not below it may anybody be paid, in probation neither (Labour Contract Law arts. 20, 55, 85). */
export type WageDoubt = { readonly pay: Fen; readonly minimum: MinimumWage }
type Pay = Pick<Terms, 'probationDays' | 'probationPay' | 'regularPay'>

/** The month whose figure counts. */
export const monthOfPay = ({ reportBy }: Pick<Terms, 'reportBy'>): Month => monthOf(reportBy)

const leastPay = ({ probationDays, probationPay, regularPay }: Pay): Fen =>
  probationDays > 0 ? Math.min(probationPay, regularPay) : regularPay

/** Null where the pay is enough, and where no figure is known: nothing is held against anybody for that. */
export function wageDoubt(terms: Pay, minimum: MinimumWage | null): WageDoubt | null {
  const pay = leastPay(terms)
  return minimum !== null && pay < minimum.amount ? { pay, minimum } : null
}
