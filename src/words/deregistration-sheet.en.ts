import type { StruckFault } from '../domain/deregistration/sheet.ts'
import { en as sheets } from './sheets.en.ts'

export const en: Record<StruckFault, string> = {
  ...sheets.fault,
  'not-a-credit-code': 'Not a unified social credit code: it has 18 characters, and its check character fits',
  'code-twice': 'The same credit code as row {{row}}',
  'day-not-meant': 'The day is later than today, or more than thirty years ago',
}
