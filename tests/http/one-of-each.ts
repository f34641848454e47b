import { registerPaper } from '../../src/contracts/agreements.ts'
import { askDissolution } from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { listNotifications } from '../../src/contracts/notifications.ts'
import { askPrivacyRequest } from '../../src/contracts/privacy-requests.ts'
import { uploadRoster } from '../../src/contracts/roster-imports.ts'
import { CASE_KINDS, type CaseKind } from '../../src/domain/case.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { askCorrection } from '../../src/server/testing/asked-correction.ts'
import { declare } from '../../src/server/testing/destination-forms.ts'
import { csvOf, rosterStudent } from '../../src/server/testing/roster-files.ts'
import type { Scenario } from '../../src/server/testing/scenario.ts'
import { bodyForAll } from './contract.ts'

const BESIDE_CASES = [
  ...(['evidence', 'notification', 'student', 'staff'] as const),
  ...(['admission', 'member', 'roster-import', 'privacy-request'] as const),
] as const
/** Every kind of case, two of which only some acts are for, and what else an address names. */
export type Kind = CaseKind | 'inForce' | 'paper' | (typeof BESIDE_CASES)[number]
type Student = Awaited<ReturnType<Scenario['student']>>
export type Owned = { readonly id: string; readonly student: Visitor } & Pick<
  Student,
  'name' | 'studentNumber'
>

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
    body: { seenVersion: left.version, noticeRead: true, ground: 'mutual', reason: '协商' },
  })
  const form = bodyForAll({ studentId: onPaper.id, studentName: onPaper.name, agreementId: left.id, school })
  const paper = await onPaper.first.call(registerPaper, {
    params: { school },
    body: { ...form, evidence: [await s.scan(onPaper.first, school)] },
  })
  const destination = await declare(s, goer, '801')
  const administrator = await s.staff(school, 'administrator')
  const brought = [rosterStudent(1, { 毕业年度: '2026' }), rosterStudent(2, { 院系: '九院' })]
  const roster = { params: { school }, query: { name: '名单.csv' }, file: csvOf(brought) }
  const rosterImport = await administrator.first.call(uploadRoster, roster)
  await s.services.background.settled()
  const mistaken = await s.student(school)
  const correction = await askCorrection(s, mistaken, { className: '二班' })
  const {
    items: [notification],
  } = await student.first.call(listNotifications, {})
  const request = await leaver.first.call(askPrivacyRequest, {
    params: { school },
    body: { requestKind: 'erasure', reason: '不再使用' },
  })
  const owned = ({ first, name, studentNumber }: Student, id: string): Owned => ({
    id,
    student: first,
    name,
    studentNumber,
  })
  const things: Record<Kind, Owned> = {
    invitation: owned(student, agreement.invitationId!),
    agreement: owned(student, agreement.id),
    inForce: owned(hired, (await certified(hired)).id),
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
  }
  return { things, employer: employer.first, administrator }
}

/** What an endpoint's `:id` means; null where it has none. */
export function kindOf({ url }: Pick<Endpoint, 'url'>): Kind | null {
  if (!url.includes('/:id')) return null
  if (/agreements\/:id\/(correct|cancel)$/.test(url)) return 'paper'
  if (/agreements\/:id\/(ask-dissolution|dissolution-offer|[a-z-]*fulfil(ment)?)$/.test(url)) return 'inForce'
  const folder = /\/([a-z-]+)\/:id(\/|$)/.exec(url)?.[1]
  const meant = [...CASE_KINDS, ...BESIDE_CASES].find((kind) => folder === kind || folder === `${kind}s`)
  if (!meant) throw new Error(`one-of-each.ts makes none of what ${url} is about`)
  return meant
}
