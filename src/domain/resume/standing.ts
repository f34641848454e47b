import type { ResumeSnapshot } from './snapshot.ts'

/** Who finds a student's ordinary résumé: those alone whom the student applies to, or employers that the school admits. */
export const AUDIENCES = ['applied', 'admitted'] as const
export type ResumeAudience = (typeof AUDIENCES)[number]

/** From when on an employer that may read a résumé is shown phone and e-mail. */
export const CONTACT_RULES = ['shortlisted', 'at-once'] as const
export type ContactRule = (typeof CONTACT_RULES)[number]

/** How an employer comes to a résumé: it found it, the student applied, it took the student onto its short list. */
export type ResumeStanding = 'found' | 'applied' | 'shortlisted'

/** As students begin: nobody finds them, and nobody calls before there is interest. */
export const NEW_SHARING = { audience: 'applied', contactFrom: 'shortlisted' } as const satisfies Sharing
export type Sharing = { readonly audience: ResumeAudience; readonly contactFrom: ContactRule }

/** Does an employer that stands so read phone and e-mail? */
export const isContactShown = (rule: ContactRule, standing: ResumeStanding): boolean =>
  rule === 'at-once' || standing === 'shortlisted'

/** What an employer reads of a résumé at its standing. Whether it may read it at all is said before. */
export const asEmployersRead = (
  of: ResumeSnapshot,
  rule: ContactRule,
  standing: ResumeStanding,
): ResumeSnapshot => (isContactShown(rule, standing) ? of : { ...of, contact: null })
