import * as contract from '../../contracts/applications.ts'
import { sendInvitation } from '../../contracts/invitations.ts'
import { listJobs } from '../../contracts/jobs.ts'
import { getPost, postActs } from '../../contracts/posts.ts'
import { readResume, saveResume, saveSharing, startResume } from '../../contracts/resumes.ts'
import { addDays } from '../../domain/day.ts'
import { shownContent } from '../features/resumes/present.ts'
import type { Visitor } from '../http/visitor.ts'
import { APPLIED, type Applied, FINDER, RESUMES } from './application-texts.ts'
import type { Cast } from './cast.ts'
import { playInterview } from './interviews.ts'
import { sampleTerms } from './terms.ts'

/** Students write their résumés, and some show them to employers; answers each one's id by the student's place. */
async function playResumes({ school, students }: Cast): Promise<ReadonlyMap<number, string>> {
  const written = new Map<number, string>()
  for (const { by, name, isShown, resume } of RESUMES) {
    const student = students[by]!
    const params = { school }
    const started = await student.call(startResume, { params, body: { resumeName: name } })
    const { id, version, contact } = started
    const reached = { phone: contact?.phone ?? '', email: `student${by + 1}@example.com` }
    const said = { ...shownContent(resume), contact: reached, files: { photo: null, attachment: null } }
    const { sharing } = await student.call(saveResume, {
      params: { school, id },
      body: { seenVersion: version, resume: said },
    })
    if (isShown)
      await student.call(saveSharing, {
        params,
        body: { seenVersion: sharing.version, resumeAudience: 'admitted', contactFrom: 'shortlisted' },
      })
    written.set(by, id)
  }
  return written
}

/** What the employer answers, up to where the application is to stand; then the student, where it takes it back. */
async function playAnswers(
  cast: Cast,
  id: string,
  { stands, mark, said, interview }: Applied,
  employer: Visitor,
  student: Visitor,
) {
  const { school, day, reportBy, reviewer } = cast
  const params = { school, id }
  const acts = contract.applicationActs
  if (stands === 'submitted') return
  const looked = await employer.call(acts.look, { params, body: {} })
  const { version: seenVersion } = interview
    ? await playInterview(cast, looked, interview, employer, student)
    : looked
  if (mark)
    await employer.call(contract.assessApplication, {
      params,
      body: { seenVersion: 0, mark, note: said ?? '' },
    })
  if (stands === 'ended') {
    const { post } = await employer.call(contract.getApplication, { params })
    const here = { params: { school, id: post.id } }
    const { version } = await reviewer.call(getPost, here)
    await reviewer.call(postActs['take-down'], {
      ...here,
      body: { seenVersion: version, reason: said ?? '' },
    })
  }
  if (stands === 'shortlisted') await employer.call(acts.shortlist, { params, body: { seenVersion } })
  if (stands === 'declined')
    await employer.call(acts.decline, { params, body: { seenVersion, reason: said ?? '' } })
  if (stands === 'withdrawn') await student.call(acts.withdraw, { params, body: { seenVersion } })
  if (stands === 'offered' || stands === 'invited')
    await employer.call(acts.offer, { params, body: { seenVersion } })
  if (stands !== 'invited') return
  const { student: invited, terms } = await employer.call(contract.getApplicationInvitation, { params })
  await employer.call(sendInvitation, {
    params: { school },
    body: {
      studentId: invited.id,
      studentName: invited.name,
      noticeVersion: 1,
      respondBy: addDays(day(), 10),
      terms: { ...sampleTerms(reportBy), ...terms },
      applicationId: id,
    },
  })
}

/** Résumés, one of them looked at by an employer that found it, and applications, each up to where it stands. */
export async function playApplications(cast: Cast): Promise<void> {
  const { school, students, employer } = cast
  const resumes = await playResumes(cast)
  const members = new Map<number, Visitor>()
  const memberOf = async (place: number) => {
    const known = members.get(place) ?? (await employer(place))
    members.set(place, known)
    return known
  }
  for (const applied of APPLIED) {
    const { by, title, at, note } = applied
    const student = students[by]!
    const { items } = await student.call(listJobs, { params: { school }, query: { q: title } })
    const { id } = await student.call(contract.applyForJob, {
      params: { school, shortId: items[0]!.shortId },
      body: { resumeId: resumes.get(by)!, note },
    })
    await playAnswers(cast, id, applied, await memberOf(at), student)
  }
  const found = RESUMES.find(({ isShown }) => isShown)!
  const finder = await memberOf(FINDER)
  await finder.call(readResume, { params: { school, id: resumes.get(found.by)! } })
}
