import { absenceLife } from './absence/life.ts'
import { admissionLife } from './admission/life.ts'
import { agreementLife } from './agreement/life.ts'
import { applicationLife } from './application/life.ts'
import type { SubjectKind } from './case.ts'
import { checkLife } from './check/life.ts'
import { correctionLife } from './correction/life.ts'
import { destinationLife } from './destination/life.ts'
import { dissolutionLife } from './dissolution/life.ts'
import { fairLife } from './fair/life.ts'
import { entryLife } from './fair-entry/life.ts'
import { interviewLife } from './interview/life.ts'
import { invitationLife } from './invitation/life.ts'
import { objectionLife } from './objection/life.ts'
import { paperFormLife } from './paper-form/life.ts'
import { postLife } from './post/life.ts'
import { postReportLife } from './post-report/life.ts'
import { privacyRequestLife } from './privacy-request/life.ts'
import { recommendationLife } from './recommendation/life.ts'
import { talkLife } from './talk/life.ts'
import { transferLife } from './transfer/life.ts'

/**
 * What has a lifecycle: a page and a chain of its own too, but for an interview, whose steps stand with its application; an
 * employer's part in a fair has a chain, and stands on the fair's page.
 */
type Living = SubjectKind | 'interview' | 'fair-entry'
/** The lifecycle of everything that has one: the kinds of case, admission, requests about data, recommendations, paper forms. */
export const LIVES = {
  invitation: invitationLife,
  agreement: agreementLife,
  dissolution: dissolutionLife,
  destination: destinationLife,
  correction: correctionLife,
  admission: admissionLife,
  'privacy-request': privacyRequestLife,
  recommendation: recommendationLife,
  'paper-form': paperFormLife,
  post: postLife,
  'post-report': postReportLife,
  objection: objectionLife,
  check: checkLife,
  application: applicationLife,
  talk: talkLife,
  fair: fairLife,
  'fair-entry': entryLife,
  interview: interviewLife,
  absence: absenceLife,
  transfer: transferLife,
} as const satisfies Record<Living, { readonly actions: readonly string[] }>

/** What can happen to a case, as the journal and every timeline call it: `invitation.send`. */
export type CaseEvent = {
  [Kind in Living]: `${Kind}.${(typeof LIVES)[Kind]['actions'][number]}`
}[Living]
/** And to what has no lifecycle. A name once written into a journal stays. */
const OTHER_EVENTS = [
  'agreement.seal-document',
  'agreement.give-up-document',
  'agreement.remove-documents',
  'dissolution.seal-document',
  'dissolution.give-up-document',
  'dissolution.remove-documents',
  'verification-code.make',
  'verification-code.extend',
  'verification-code.close',
  'agreement.take-package',
  'destination.take-package',
  'recommendation.take-package',
  'correction.unmask',
  'destination.fill-in',
  'destination.seal-document',
  'destination.give-up-document',
  'destination.remove-documents',
  'recommendation.seal-document',
  'recommendation.give-up-document',
  'recommendation.remove-documents',
  'student.verify',
  'student.close-first-login',
  'student.open-first-login',
  'student.make-activation-code',
  'student.change-phone',
  'student.change-email',
  'student.allow-messages',
  'student.stop-messages',
  'student.move-college',
  'student.reset-password',
  'student.ask-recovery',
  'student.start-recovery',
  'student.approve-recovery',
  'student.refuse-recovery',
  'student.recover',
  'student.import-data',
  'student.correct-by-file',
  'student.add',
  'student.fill-in',
  'student.delay',
  'student.complete',
  'student.withdraw',
  'student.take-back',
  'student.download-data',
  'student.take-evidence',
  'student.unmask',
  'student.confirm-destination',
  'student.write-help-record',
  'student.correct-help-record',
  'school.save-settings',
  'school.save-own-fields',
  'school.save-post-wording',
  'school.add-venue',
  'school.change-venue',
  'school.retire-venue',
  'school.reopen-venue',
  'school.word-notice',
  'school.open',
  'school.suspend',
  'school.resume',
  'school.add-college',
  'school.rename-college',
  'school.add-major',
  'school.change-major',
  'school.enter-majors',
  'school.publish-notice',
  'school.save-retention',
  'school.let-go',
  'school.save-site',
  'school.set-host',
  'school.set-seal',
  'school.keep-template',
  'school.use-template',
  'school.import-roster',
  'school.download-roster',
  'school.take-evidence',
  'school.take-figures',
  'talk.set-guest-places',
  'fair.set-guest-places',
  'moment.plan',
  'moment.rename',
  'moment.cancel',
  'moment.keep',
  'school.save-confirmation-period',
  'school.save-check-rule',
  'school.ask-checks',
  'school.remind-of-confirmation',
  'school.send-help-notice',
  'school.save-export-template',
  'school.end-export-template',
  'school.take-export',
  'school.take-transfers',
  'school.take-everything',
  'school.take-audit',
  'school.sign-audit',
  'school.note-deregistration',
  'school.withdraw-deregistration',
  'school.name-headings',
  'school.save-sign-in',
  'school.enable-sign-in',
  'school.disable-sign-in',
  'school.remove-sign-in',
  'school.save-channel',
  'school.make-token',
  'school.revoke-token',
  'school.enable-channel',
  'school.disable-channel',
  'school.remove-channel',
  'staff.add',
  'staff.change-duty',
  'staff.disable',
  'staff.enable',
  'staff.give-link',
  'staff.begin',
  'staff.reset-password',
  // As they were called while only staff had them.
  'staff.second-factor-on',
  'staff.second-factor-off',
  'staff.recovery-codes',
  'staff.reset-second-factor',
  'account.second-factor-on',
  'account.second-factor-off',
  'account.recovery-codes',
  'account.add-passkey',
  'account.rename-passkey',
  'account.remove-passkey',
  'account.passkey-copied',
  'account.set-pin',
  'account.lock-pin',
  'announcement.write',
  'announcement.edit',
  'announcement.publish',
  'announcement.withdraw',
  'employer.register',
  'employer.change-facts',
  'employer.add-member',
  'employer.give-link',
  'employer.begin',
  'employer.reset-password',
  'employer.remove-member',
  'employer.change-role',
  'employer.save-template',
  'employer.replace-template',
  'employer.rename-template',
  'employer.remove-template',
  'employer.send-batch',
  'employer.set-seal',
  'employer.make-token',
  'employer.revoke-token',
  'employer.write-post',
  'employer.edit-post',
  'employer.submit-post',
  'employer.extend-post',
  'employer.close-post',
  'employer.assess-application',
  'employer.take-resumes',
  'code.add',
  'code.change',
  'code.take',
  'place.save',
] as const
/** What somebody does to what stands beside their password: in the history of whoever it is. */
export type AccountEvent = Extract<(typeof OTHER_EVENTS)[number], `account.${string}`>
export type EventName = CaseEvent | (typeof OTHER_EVENTS)[number]

export const EVENT_NAMES = [
  ...Object.entries(LIVES).flatMap(([kind, { actions }]) => actions.map((action) => `${kind}.${action}`)),
  ...OTHER_EVENTS,
] as string[] as [EventName, ...EventName[]]
