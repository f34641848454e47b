import type { ResumeWritten } from './content.ts'

/** What a complete résumé has, in the order of the form. A photo is nobody's to ask for, an attachment says it again. */
export const RESUME_PARTS = [
  'phone',
  'email',
  'category',
  'regions',
  'pay',
  'summary',
  'practice',
  'skills',
  'proofs',
] as const
export type ResumePart = (typeof RESUME_PARTS)[number]

/** How much of it is there, in whole percent, and what is not. */
export type Completeness = { readonly percent: number; readonly lacking: readonly ResumePart[] }

/** `practice`: an experience or a project; `proofs`: a certificate or a language. */
export function completenessOf({
  content,
  contact,
}: Pick<ResumeWritten, 'content' | 'contact'>): Completeness {
  const { wish, summary, experiences, projects, skills, certificates, languages } = content
  const has: Readonly<Record<ResumePart, boolean>> = {
    phone: contact.phone !== '',
    email: contact.email !== '',
    category: wish.category !== '',
    regions: wish.regions.length > 0,
    pay: wish.pay !== null,
    summary: summary !== '',
    practice: experiences.length + projects.length > 0,
    skills: skills.length > 0,
    proofs: certificates.length + languages.length > 0,
  }
  const lacking = RESUME_PARTS.filter((part) => !has[part])
  return { percent: Math.round((1 - lacking.length / RESUME_PARTS.length) * 100), lacking }
}
