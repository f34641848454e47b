import { registerPaper } from '../../src/contracts/agreements.ts'
import { writeAnnouncement } from '../../src/contracts/announcements.ts'
import { applicationActs, applyForJob } from '../../src/contracts/applications.ts'
import { askChecks, listChecks } from '../../src/contracts/checks.ts'
import { getMyConfirmation } from '../../src/contracts/confirmations.ts'
import { askDissolution } from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { addExportTemplate } from '../../src/contracts/exports.ts'
import { applyForBooth } from '../../src/contracts/fair-entries.ts'
import { signUpForFair } from '../../src/contracts/fair-visits.ts'
import { fairActs } from '../../src/contracts/fairs.ts'
import { setFairGuestPlaces, setTalkGuestPlaces, signUpAsGuest } from '../../src/contracts/guests.ts'
import { sendHelpNotice, writeHelpRecord } from '../../src/contracts/help.ts'
import { uploadInvitations } from '../../src/contracts/invitation-batches.ts'
import { keepJob, saveSearch } from '../../src/contracts/jobs.ts'
import { planMoment } from '../../src/contracts/moments.ts'
import { listNotifications } from '../../src/contracts/notifications.ts'
import { raiseObjection } from '../../src/contracts/objections.ts'
import { issuePaperForms } from '../../src/contracts/paper-forms.ts'
import { uploadPostFile } from '../../src/contracts/post-files.ts'
import { reportPost } from '../../src/contracts/post-reports.ts'
import { ownPostActs, postActs, writePost } from '../../src/contracts/posts.ts'
import { askPrivacyRequest } from '../../src/contracts/privacy-requests.ts'
import { askRecommendation } from '../../src/contracts/recommendations.ts'
import { startRecovery } from '../../src/contracts/recoveries.ts'
import { unmaskStudent } from '../../src/contracts/roster.ts'
import { uploadRoster } from '../../src/contracts/roster-imports.ts'
import { employerSeal, schoolSeal } from '../../src/contracts/seals.ts'
import { signUp } from '../../src/contracts/talk-visits.ts'
import { requestTalk, talkActs } from '../../src/contracts/talks.ts'
import { saveTermTemplate } from '../../src/contracts/term-templates.ts'
import { listVerificationCodes, makeVerificationCode } from '../../src/contracts/verification-codes.ts'
import { CASE_KINDS, type CaseKind } from '../../src/domain/case.ts'
import { runChecks } from '../../src/server/features/checks/running.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { askCorrection } from '../../src/server/testing/asked-correction.ts'
import { declare } from '../../src/server/testing/destination-forms.ts'
import { givenAbsence } from '../../src/server/testing/given-absence.ts'
import { givenEmployerToken, givenSchoolToken } from '../../src/server/testing/given-token.ts'
import { givenTransfer } from '../../src/server/testing/given-transfer.ts'
import { givenWebhooks } from '../../src/server/testing/given-webhooks.ts'
import { invitationRow, invitationsCsv } from '../../src/server/testing/invitation-files.ts'
import { csvOf, rosterStudent } from '../../src/server/testing/roster-files.ts'
import { givenFair, sampleEntry } from '../../src/server/testing/sample-fair.ts'
import { samplePost } from '../../src/server/testing/sample-post.ts'
import { writtenResume } from '../../src/server/testing/sample-resume.ts'
import { givenVenue, sampleTalk } from '../../src/server/testing/sample-talk.ts'
import { type Scenario, SMALL_PDF } from '../../src/server/testing/scenario.ts'
import { bodyForAll, PROPOSAL } from './contract.ts'

const FAIR_SLOT = { day: '2026-06-09', from: '09:00', until: '12:00' }
const BESIDE_CASES = [
  ...(['evidence', 'notification', 'student', 'staff'] as const),
  ...(['admission', 'member', 'roster-import', 'privacy-request', 'recommendation'] as const),
  ...(['admission', 'member', 'roster-import', 'announcement', 'term-template'] as const),
  ...(['invitation-batch', 'passkey', 'verification-code', 'paper-form'] as const),
  ...(['venue', 'talk', 'fair', 'fair-entry', 'elsewhere'] as const),
  ...(['seal', 'school-seal', 'post', 'post-report', 'objection', 'check', 'saved-search'] as const),
  ...(['application', 'resume', 'interview', 'post-file', 'absence', 'moment', 'export-template'] as const),
  ...(['help-record', 'transfer', 'api-token', 'school-api-token'] as const),
  ...(['webhook', 'school-webhook', 'webhook-delivery', 'school-webhook-delivery'] as const),
] as const
/** Every kind of case, two of which only some acts are for, a talk that has visitors and is public no more, and what else an address names. */
export type Kind =
  | CaseKind
  | 'inForce'
  | 'paper'
  | 'calledOff'
  | 'calledOffFair'
  | (typeof BESIDE_CASES)[number]
type Student = Awaited<ReturnType<Scenario['student']>>
export type Owned = { readonly id: string; readonly student: Visitor } & Pick<
  Student,
  'name' | 'studentNumber'
>

/** Signs a student of another school up for events. */
async function guestFromElsewhere(s: Scenario) {
  const home = await s.school()
  const { first } = await s.student(home)
  return (id: string) => first.call(signUpAsGuest, { params: { school: home, id } })
}

/** A fair of another school for which a student has signed up as a guest, and which takes no more. */
async function visitedElsewhere(s: Scenario, { first }: Student, home: string): Promise<string> {
  const host = await s.school()
  const staff = await s.staff(host, 'administrator')
  const hall = await givenVenue(staff.first, host)
  const id = await givenFair(staff.first, host, [hall], { slot: FAIR_SLOT })
  const held = { params: { school: host, id } }
  await staff.first.call(setFairGuestPlaces, { ...held, body: { places: 1, seenPlaces: 0 } })
  await first.call(signUpAsGuest, { params: { school: home, id } })
  await staff.first.call(fairActs['call-off'], { ...held, body: { seenVersion: 2, reason: '场地检修' } })
  return id
}

/** One of everything that belongs to somebody, at a school of two levels: each of a student, all of one employer. */
export async function makeOneOfEach(s: Scenario, school: string) {
  const college = await s.staff(school, 'college_reviewer', '01')
  const reviewer = await s.staff(school, 'school_reviewer')
  const employer = await s.employer(school)
  const certified = async (student: Student) => {
    const signed = await s.sign(employer, student)
    await s.certify(signed, college)
    return s.certify(signed, reviewer)
  }
  const [student, leaver, hired] = [await s.student(school), await s.student(school), await s.student(school)]
  const [onPaper, goer] = [await s.student(school), await s.student(school)]
  const agreement = await s.sign(employer, student)
  const left = await certified(leaver)
  const dissolution = await leaver.first.call(askDissolution, {
    params: { school, id: left.id },
    body: { seenVersion: left.version, noticeVersion: 1, ground: 'mutual', reason: '协商' },
  })
  const form = bodyForAll({ studentId: onPaper.id, studentName: onPaper.name, agreementId: left.id, school })
  const paper = await onPaper.first.call(registerPaper, {
    params: { school },
    body: { ...form, evidence: [await s.scan(onPaper.first, school)] },
  })
  const destination = await declare(s, goer, '801')
  const administrator = await s.staff(school, 'administrator')
  await s.setPassword(leaver.userId, 'Qiao-Liang-2026')
  const counter = { reason: '手机丢失', identifiedBy: '核对身份证' }
  await administrator.first.call(startRecovery, { params: { school, id: leaver.id }, body: counter })
  const brought = [rosterStudent(1, { 毕业年度: '2026' }), rosterStudent(2, { 院系: '九院' })]
  const roster = { params: { school }, query: { name: '名单.csv' }, file: csvOf(brought) }
  const rosterImport = await administrator.first.call(uploadRoster, roster)
  await s.services.background.settled()
  const announcement = await administrator.first.call(writeAnnouncement, {
    params: { school },
    body: { ...form, pinned: false },
  })
  const drawn = { body: { made: 'drawn' as const } }
  const seal = await employer.first.call(employerSeal.choose, drawn)
  const schoolsSeal = await administrator.first.call(schoolSeal.choose, { params: { school }, ...drawn })
  const postFile = await employer.first.call(uploadPostFile, {
    query: { name: '说明书.pdf' },
    file: SMALL_PDF,
  })
  const post = await employer.first.call(writePost, { body: { ...samplePost, attachment: postFile.id } })
  const submitting = { seenVersion: post.version, schools: [school] }
  await employer.first.call(ownPostActs.submit, { params: { id: post.id }, body: submitting })
  const opened = await employer.first.call(writePost, { body: samplePost })
  await employer.first.call(ownPostActs.submit, { params: { id: opened.id }, body: submitting })
  const here = { params: { school, id: opened.id }, body: { seenVersion: 1 } }
  const { address } = await reviewer.first.call(postActs.publish, here)
  const params = { school, shortId: address.split('/').at(-1)! }
  await student.first.call(keepJob, { params })
  const report = await student.first.call(reportPost, {
    params,
    body: { reportGround: 'fee', reportText: '面试时要求交费' },
  })
  const { seenHash } = await student.first.call(getMyConfirmation, { params: { school } })
  const objection = await student.first.call(raiseObjection, {
    params: { school },
    body: { seenHash, objectionText: '我没有去这家单位' },
  })
  const {
    items: [saved],
  } = await student.first.call(saveSearch, {
    params: { school },
    body: { searchName: '软件', sought: { q: '软件' } },
  })
  const moment = await reviewer.first.call(planMoment, {
    params: { school },
    body: { name: '七月上报', when: { day: '2026-07-04', time: '17:00' } },
  })
  const venue = await givenVenue(administrator.first, school)
  const [talk, calledOff] = [
    await employer.first.call(requestTalk, { params: { school }, body: sampleTalk }),
    await employer.first.call(requestTalk, { params: { school }, body: sampleTalk }),
  ]
  const held = { params: { school, id: calledOff.id } }
  const placing = { venueId: venue, slot: sampleTalk.wishes[0]!, places: 10 }
  await reviewer.first.call(talkActs.schedule, { ...held, body: { ...placing, seenVersion: 1 } })
  await student.first.call(signUp, held)
  const guest = await guestFromElsewhere(s)
  const one = { body: { places: 1, seenPlaces: 0 } }
  await administrator.first.call(setTalkGuestPlaces, { ...held, ...one })
  await guest(calledOff.id)
  const absence = await givenAbsence(s.db, { school, talk: held.params.id, student: student.id, at: s.now() })
  await reviewer.first.call(talkActs.cancel, { ...held, body: { seenVersion: 2, reason: '单位有事' } })
  const fair = await givenFair(administrator.first, school, [venue], { slot: FAIR_SLOT })
  const bringing = { ...sampleEntry, posts: [params.shortId] }
  const { entry } = await employer.first.call(applyForBooth, { params: { school, id: fair }, body: bringing })
  const off = await givenFair(administrator.first, school, [venue], {
    slot: { ...FAIR_SLOT, from: '15:00', until: '16:00' },
  })
  const ofOff = { params: { school, id: off } }
  await student.first.call(signUpForFair, ofOff)
  await administrator.first.call(setFairGuestPlaces, { ...ofOff, ...one })
  await guest(off)
  await administrator.first.call(fairActs['call-off'], {
    ...ofOff,
    body: { seenVersion: 2, reason: '场地检修' },
  })
  const resume = await writtenResume(student.first, school)
  const application = await student.first.call(applyForJob, {
    params,
    body: { resumeId: resume.id, note: '我熟悉数据库' },
  })
  const invitee = await s.student(school)
  const { id: applied } = await invitee.first.call(applyForJob, {
    params,
    body: { resumeId: (await writtenResume(invitee.first, school)).id, note: '' },
  })
  const ofInvitee = { params: { school, id: applied } }
  await employer.first.call(applicationActs.look, { ...ofInvitee, body: {} })
  const { interviews } = await employer.first.call(applicationActs.interview, {
    ...ofInvitee,
    body: { seenVersion: 2, ...PROPOSAL },
  })
  const template = { name: '研发岗', terms: { position: '工程师' }, answerDays: 5 }
  const termTemplate = await employer.first.call(saveTermTemplate, { body: template })
  const listed = { params: { school }, query: { name: '邀约.csv' } }
  const batchFile = invitationsCsv([invitationRow(onPaper), invitationRow({ ...student, name: '另一人' })])
  const batch = await employer.first.call(uploadInvitations, { ...listed, file: batchFile })
  await s.services.background.settled()
  const mistaken = await s.student(school)
  const looked = { params: { school, id: student.id }, body: { purpose: 'contact' as const } }
  await administrator.first.call(unmaskStudent, looked)
  const correction = await askCorrection(s, mistaken, { className: '二班' })
  const {
    items: [notification],
  } = await student.first.call(listNotifications, {})
  await s.db.updateTable('notifications').set({ mail: 'failed' }).where('id', '=', notification!.id).execute()
  const request = await leaver.first.call(askPrivacyRequest, {
    body: { school, requestKind: 'erasure', reason: '不再使用' },
  })
  const signer = await s.student(school)
  const { issued } = await administrator.first.call(issuePaperForms, {
    params: { school },
    body: { students: [signer.id] },
  })
  const transfer = await givenTransfer(administrator.first, school, signer.id)
  const recommendation = await goer.first.call(askRecommendation, {
    params: { school },
    body: { wish: '软件开发' },
  })
  const owned = ({ first, name, studentNumber }: Student, id: string): Owned => ({
    id,
    student: first,
    name,
    studentNumber,
  })
  const inForce = await certified(hired)
  // Its employer has not said its industry.
  await administrator.first.call(askChecks, { params: { school } })
  await runChecks(s.services, s.now())
  const {
    items: [check],
  } = await administrator.first.call(listChecks, {
    params: { school },
    query: { checkRule: 'missing-fields' },
  })
  const shown = { params: { school, id: inForce.id } }
  const coded = { purpose: '租房', endsOn: '2026-07-01' }
  await hired.first.call(makeVerificationCode.agreement, { ...shown, body: coded })
  const {
    items: [code],
  } = await hired.first.call(listVerificationCodes.agreement, shown)
  const exportTemplate = await administrator.first.call(addExportTemplate, { params: { school }, body: form })
  const helped = await college.first.call(writeHelpRecord, { params: { school, id: student.id }, body: form })
  const helpFilter = { students: [student.id] }
  await college.first.call(sendHelpNotice, { params: { school }, body: { ...form, helpFilter } })
  const told = await givenWebhooks(s, { school, employer, administrator })
  const things: Record<Kind, Owned> = {
    invitation: owned(student, agreement.invitationId!),
    agreement: owned(student, agreement.id),
    inForce: owned(hired, inForce.id),
    paper: owned(onPaper, paper.id),
    dissolution: owned(leaver, dissolution.id),
    destination: owned(goer, destination.id),
    correction: owned(mistaken, correction.id),
    evidence: owned(goer, destination.evidence[0]!.id),
    notification: owned(student, notification!.id),
    student: owned(student, student.id),
    staff: owned(student, college.userId),
    admission: owned(student, employer.id),
    member: owned(student, employer.userId),
    'roster-import': owned(student, rosterImport.id),
    'privacy-request': owned(leaver, request.id),
    recommendation: owned(goer, recommendation.id),
    announcement: owned(student, announcement.id),
    'post-file': owned(student, postFile.id),
    post: owned(student, post.id),
    'post-report': owned(student, report.id),
    absence: owned(student, absence),
    objection: owned(student, objection.id),
    check: owned(hired, check!.id),
    'export-template': owned(student, exportTemplate.id),
    'help-record': owned(student, helped.records[0]!.id),
    venue: owned(student, venue),
    moment: owned(student, moment.id),
    talk: owned(student, talk.id),
    calledOff: owned(student, calledOff.id),
    fair: owned(student, fair),
    'fair-entry': owned(student, entry!.id),
    elsewhere: owned(student, await visitedElsewhere(s, student, school)),
    calledOffFair: owned(student, off),
    application: owned(student, application.id),
    interview: owned(invitee, interviews[0]!.id),
    'saved-search': owned(student, saved!.id),
    resume: owned(student, resume.id),
    'term-template': owned(student, termTemplate.id),
    'invitation-batch': owned(student, batch.id),
    'verification-code': owned(hired, code!.id),
    'paper-form': owned(signer, issued[0]!.id),
    transfer: owned(signer, transfer.id),
    seal: owned(student, seal.current!.id),
    'school-seal': owned(hired, schoolsSeal.current!.id),
    passkey: owned(student, await s.givePasskey(student.userId)),
    webhook: owned(student, told.webhook),
    'webhook-delivery': owned(student, told.delivery),
    'school-webhook': owned(student, told.schoolWebhook),
    'school-webhook-delivery': owned(student, told.schoolDelivery),
    'api-token': owned(student, (await givenEmployerToken(employer.first)).id),
    'school-api-token': owned(student, (await givenSchoolToken(administrator.first, school)).id),
  }
  return { things, employer: employer.first, administrator }
}

/** What an endpoint's `:id` means; null where it has none. */
export function kindOf({ url }: Pick<Endpoint, 'url'>): Kind | null {
  if (!url.includes('/:id')) return null
  if (/agreements\/:id\/(correct|cancel)$/.test(url)) return 'paper'
  if (/talks\/:id\/(visitors|arrivals|guests|guest-places)$/.test(url)) return 'calledOff'
  if (/fairs\/:id\/(visitors|arrivals|guests|guest-places)$/.test(url)) return 'calledOffFair'
  if (url.startsWith('/api/schools/:school/seals/')) return 'school-seal'
  if (url.startsWith('/api/schools/:school/api-tokens/')) return 'school-api-token'
  if (url.startsWith('/api/schools/:school/webhooks/')) return 'school-webhook'
  if (url.startsWith('/api/schools/:school/webhook-deliveries/')) return 'school-webhook-delivery'
  if (/agreements\/:id\/verification-codes/.test(url)) return 'inForce'
  if (/agreements\/:id\/(ask-dissolution|dissolution-offer|[a-z-]*fulfil(ment)?)$/.test(url)) return 'inForce'
  const folder = /\/([a-z-]+)\/:id(\/|$)/.exec(url)?.[1]
  const meant = [...CASE_KINDS, ...BESIDE_CASES].find(
    (kind) =>
      folder === kind ||
      folder === `${kind}s` ||
      folder === `${kind}es` ||
      folder === `${kind.slice(0, -1)}ies`,
  )
  if (!meant) throw new Error(`one-of-each.ts makes none of what ${url} is about`)
  return meant
}
