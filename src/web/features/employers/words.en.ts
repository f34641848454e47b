import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Workbench',
  pending: 'Awaiting answer',
  soon: 'Ending by tomorrow',
  returned: 'Returned to you',
  toAnswer: 'Asked to cancel',
  dissolutions: 'Asked to dissolve',
  inReview: 'In review',
  effective: 'Certified',
  schools: 'Schools',
  admitted: 'Admitted',
  notAdmitted: 'Not admitted or suspended',
  days: (min, max) => `answers within ${min}–${max} days`,
  empty: 'No school has admitted you yet. Ask its employment office.',
}
