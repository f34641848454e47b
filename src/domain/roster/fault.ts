import { OWN_FAULTS } from '../own-field/read.ts'
import type * as sheet from '../sheets/fault.ts'
import { SHEET_FAULTS } from '../sheets/fault.ts'
import type { RosterKey } from './columns.ts'

/** What is wrong with a cell of a roster; `details` fill its sentence (`src/words/roster.*`). */
export const ROSTER_FAULTS = [
  ...SHEET_FAULTS,
  ...OWN_FAULTS,
  'needed-for-training-mode',
  'not-a-month',
  'not-a-year',
  'day-not-meant',
  'year-not-meant',
  'not-a-mobile',
  'not-an-email',
  'not-a-credit-code',
  'not-a-document-type',
  'not-a-college',
  'document-length',
  'document-characters',
  'document-birth-date',
  'document-check-character',
  'document-not-in-form',
  'gender-contradicts-document',
  'birth-contradicts-document',
  'document-twice',
  'document-of-another',
  'college-with-cases',
  'said-otherwise',
] as const
export type RosterFault = (typeof ROSTER_FAULTS)[number]
export type FaultyCell = sheet.FaultyCell<RosterKey, RosterFault>
