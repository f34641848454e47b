import type { CaseKind } from '../domain/case.ts'
import type { Me } from './accounts.ts'
import type { Notification } from './notifications.ts'

const FOLDERS: Record<CaseKind, string> = {
  invitation: 'invitations',
  agreement: 'agreements',
  dissolution: 'dissolutions',
  destination: 'destinations',
}
/** What each portal has pages of: a school reads no invitations, an employer no destinations. */
const PAGES: Record<Me['portal'], readonly CaseKind[]> = {
  student: ['invitation', 'agreement', 'dissolution', 'destination'],
  employer: ['invitation', 'agreement', 'dissolution'],
  school: ['agreement', 'dissolution', 'destination'],
}

/** The path of the page that a notification is about; null where the portal has none. */
export const leadsTo = (
  portal: Me['portal'],
  { school, subject }: Pick<Notification, 'school' | 'subject'>,
): string | null =>
  school !== null && PAGES[portal].includes(subject.kind)
    ? `/${portal}/${FOLDERS[subject.kind]}/${school}/${subject.id}`
    : null
