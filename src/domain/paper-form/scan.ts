import type { FormStatus } from './life.ts'

/**
 * What the scans of an agreement say of the form that it is to be signed on: its number; another's; or nothing that could be read,
 * so that people compare by eye.
 */
export const SCANNED = ['same', 'other', 'unread'] as const
export type Scanned = (typeof SCANNED)[number]

/** `numbers`: of the forms that were recognised on the scans. */
export function scannedAs(number: string, numbers: readonly string[]): Scanned {
  if (numbers.includes(number)) return 'same'
  return numbers.length > 0 ? 'other' : 'unread'
}

/**
 * What a page of a form in a picture is to whoever uploaded it: a page of their own form that counts; of somebody else's; of one
 * that was spoiled or lost, and counts no more; or of a number that this school never gave.
 */
export const SCAN_STANDINGS = ['own', 'of-another', 'spoiled', 'lost', 'unknown'] as const
export type ScanStanding = (typeof SCAN_STANDINGS)[number]

const BY_STATUS: Record<FormStatus, ScanStanding> = {
  issued: 'own',
  returned: 'own',
  spoiled: 'spoiled',
  lost: 'lost',
}

/** `form` null where the register has no such number. Whose it is says more than what became of it. */
export function scanStanding(
  form: { readonly status: FormStatus; readonly isUploaders: boolean } | null,
): ScanStanding {
  if (!form) return 'unknown'
  return form.isUploaders ? BY_STATUS[form.status] : 'of-another'
}
