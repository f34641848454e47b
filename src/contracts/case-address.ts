import type { SubjectKind } from '../domain/case.ts'
import type { DocumentSubject } from '../domain/document/kind.ts'
import type { Me } from './accounts.ts'
import type { Notification } from './notifications.ts'

type Portal = Me['portal']
/** Those with pages of cases. */
export type CasePortal = Exclude<Portal, 'platform'>

const FOLDERS: Record<SubjectKind, string> = {
  invitation: 'invitations',
  agreement: 'agreements',
  dissolution: 'dissolutions',
  destination: 'destinations',
  admission: 'admissions',
  correction: 'corrections',
  'privacy-request': 'privacy-requests',
  'paper-form': 'paper-forms',
  recommendation: 'recommendations',
  post: 'posts',
  'post-report': 'post-reports',
  objection: 'objections',
  check: 'checks',
  application: 'applications',
  talk: 'talks',
  fair: 'fairs',
  absence: 'absences',
  transfer: 'transfers',
}
/** What each portal has pages of: a school reads no invitations, an employer no destinations and no corrections. */
const READS = {
  student: [
    ...(['invitation', 'agreement', 'dissolution', 'destination'] as const),
    ...([
      'correction',
      'privacy-request',
      'recommendation',
      'paper-form',
      'post-report',
      'objection',
    ] as const),
    'application',
    'talk',
    'fair',
    'absence',
    'transfer',
  ],
  employer: [
    'invitation',
    'agreement',
    'dissolution',
    'admission',
    'post',
    'privacy-request',
    'application',
    'talk',
    'fair',
  ],
  school: [
    ...(['agreement', 'dissolution', 'destination', 'correction', 'recommendation'] as const),
    ...(['admission', 'privacy-request', 'paper-form', 'post', 'post-report', 'talk', 'fair'] as const),
    ...(['absence', 'objection', 'check', 'transfer'] as const),
  ],
  platform: [],
} as const satisfies Record<Portal, readonly SubjectKind[]>

/** The portals with pages of this kind of case. */
export type PortalOf<K extends SubjectKind> = {
  [P in CasePortal]: K extends (typeof READS)[P][number] ? P : never
}[CasePortal]
/** The pages of a case beside its own, by the part of the address that follows it. */
export type PageOf<K extends SubjectKind> = {
  invitation: 'revise' | 'again'
  agreement: 'correct' | 'amend'
  dissolution: 'certificate'
  destination: 'correct'
  admission: never
  correction: 'correct'
  'privacy-request': never
  'paper-form': never
  recommendation: 'correct'
  post: never
  'post-report': never
  objection: never
  check: never
  application: 'invite'
  talk: 'door' | 'visitors' | 'guests'
  fair: 'door' | 'visitors' | 'guests' | 'entries' | 'floor' | 'badges'
  absence: never
  transfer: never
}[K]
export type CaseAt<K extends SubjectKind> = { readonly kind: K; readonly school: string; readonly id: string }

const pathOf = (portal: Portal, { kind, school, id }: CaseAt<SubjectKind>) =>
  `/${portal}/${FOLDERS[kind]}/${school}/${id}`

/** The address of a case's page in a portal, or of a page below it. */
export const caseAddress = <K extends SubjectKind>(
  portal: PortalOf<K>,
  of: CaseAt<K>,
  page?: PageOf<K>,
): string => `${pathOf(portal, of)}${page ? `/${page}` : ''}`

/** The page of what has documents, in the portal in which its reader is. */
export const documentedAddress = (portal: CasePortal, of: CaseAt<DocumentSubject>): string =>
  pathOf(portal, of)
/** The page of the codes by which others verify it. */
export const codesAddress = (portal: CasePortal, of: CaseAt<DocumentSubject>): string =>
  `${pathOf(portal, of)}/codes`

/** The address of the page that a notification is about; null where the portal has none. */
export function leadsTo(
  portal: Portal,
  { school, subject: { kind, id } }: Pick<Notification, 'school' | 'subject'>,
): string | null {
  if (kind === 'account') return `/${portal}/account`
  if (kind === 'confirmation') return portal === 'student' ? '/student/confirmation' : null
  if (kind === 'help') return portal === 'student' ? '/student/help' : null
  if (kind === 'saved-searches') return portal === 'student' ? '/student/jobs?tab=searches' : null
  if (kind === 'resumes') return portal === 'student' ? '/student/jobs?tab=resumes' : null
  if (kind === 'guest') return portal === 'student' ? `/student/elsewhere?event=${id}` : null
  if (kind === 'webhook') return portal === 'school' || portal === 'employer' ? `/${portal}/webhooks` : null
  if (kind === 'moment') return portal === 'school' ? `/school/moments/${id}` : null
  if (kind === 'student') return portal === 'school' ? `/school/students/${school}/${id}` : null
  const kinds: readonly SubjectKind[] = READS[portal]
  return school !== null && kinds.includes(kind) ? pathOf(portal, { kind, school, id }) : null
}
