import type { FormStatus } from './life.ts'

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
