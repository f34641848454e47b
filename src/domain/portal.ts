/** The doors of the product; `platform` is for whoever runs it. */
export const PORTALS = ['student', 'employer', 'school', 'platform'] as const
export type Portal = (typeof PORTALS)[number]

/** Whether one signs in to a school there. */
export const isOfSchool = (portal: Portal): boolean => portal === 'student' || portal === 'school'
