/**
 * 电子形式: that both sides agree to sign electronically (Electronic Signature Law art. 3). The text stands in
 * `words/electronic-form.ts`; a text that says something else is another edition, to which everybody is asked again at the
 * next signing. The first was a sentence beside a box at the first verification.
 */
export const ELECTRONIC_FORM_EDITION = 2

/** Whether what somebody has agreed to, null for nothing, is what it says now. */
export const hasConsented = (edition: number | null): boolean =>
  edition !== null && edition >= ELECTRONIC_FORM_EDITION
