/** An employer's admission by one school (`domain.md` §3): only an admitted one invites, and only its invitations are accepted (R21). */
export const ADMISSION_STATUSES = ['pending', 'approved', 'returned', 'rejected', 'suspended'] as const
export type AdmissionStatus = (typeof ADMISSION_STATUSES)[number]

/** `status` as the row has it; null where the employer has never asked this school. */
export const isAdmitted = (status: string | null): boolean =>
  status === ('approved' satisfies AdmissionStatus)
