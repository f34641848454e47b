import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { invitationActs } from '../../src/contracts/invitations.ts'
import { addDays, dayInChina } from '../../src/domain/day.ts'
import { withCreditCheck, withResidentCheck } from '../../src/domain/identifiers.ts'
import { sendInvitation } from '../../src/domain/invitation/acts.ts'
import { type Db, inTransaction } from '../../src/server/db/database.ts'
import { hashOf } from '../../src/server/db/journal.ts'
import { DEMO_SCHOOL } from '../../src/server/demo/people.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { addUsers } from '../../src/server/features/accounts/queries.ts'
import { openSession } from '../../src/server/features/accounts/sessions.ts'
import { saveAdmission } from '../../src/server/features/admissions/queries.ts'
import { addEmployers } from '../../src/server/features/employers/queries.ts'
import { saveInvitation } from '../../src/server/features/invitations/queries.ts'
import { agreeForAll } from '../../src/server/features/privacy/consents.ts'
import { addSchool } from '../../src/server/features/schools/queries.ts'
import { giveKnownPin } from '../../src/server/features/signing/known-pin.ts'
import { addStudents } from '../../src/server/features/students/roster.ts'
import type { Secrets } from '../../src/server/services/secrets.ts'

export type Invited = {
  readonly token: string
  readonly studentId: string
  readonly params: { readonly school: string; readonly id: string }
  readonly body: z.input<typeof invitationActs.accept.schema.body>
}

/** The other sides of the crowd, signed in: an HR of its one employer, and the reviewers of both levels. */
export async function enterStaff(db: Db, secrets: Secrets, at: Date) {
  const school = DEMO_SCHOOL.code
  const { id: employerId } = await db.selectFrom('employers').select('id').executeTakeFirstOrThrow()
  await addUsers(db, [
    { portal: 'employer', login: 'crowd-hr', name: '人事', employerId },
    {
      portal: 'school',
      login: 'crowd-college',
      name: '院系',
      schoolId: school,
      staffRole: 'college_reviewer',
      collegeId: '01',
    },
    { portal: 'school', login: 'crowd-school', name: '学校', schoolId: school, staffRole: 'school_reviewer' },
  ])
  await agreeForAll(db, at)
  const enter = async (login: string) => {
    const { id } = await db
      .selectFrom('users')
      .where('login', '=', login)
      .select('id')
      .executeTakeFirstOrThrow()
    await giveKnownPin({ db, secrets }, [id], at)
    return openSession(db, id, { ip: '127.0.0.1', userAgent: 'crowd' }, at)
  }
  return {
    employer: await enter('crowd-hr'),
    college: await enter('crowd-college'),
    school: await enter('crowd-school'),
  }
}

export type Staff = Awaited<ReturnType<typeof enterStaff>>

/** Many students of one school, each signed in and with one invitation to accept: for load and crash measurements. */
export async function gatherCrowd(db: Db, secrets: Secrets, size: number, at: Date): Promise<Invited[]> {
  const school = DEMO_SCHOOL.code
  await addSchool(db, DEMO_SCHOOL)
  const [employerId] = await addEmployers(db, [
    {
      name: '测量单位',
      creditCode: withCreditCheck('91420100MA4BENCH0'.replace(/[IOZSV]/g, '0').slice(0, 17)),
      profile: {},
    },
  ])
  await saveAdmission(db, school, employerId!, 'approved', new Date())
  const terms = sampleTerms('2030-07-10')
  const termsHash = hashOf(terms)
  const rows = Array.from({ length: size }, (_, index) => ({
    collegeId: '01',
    studentNumber: `B${index}`,
    name: `学生${index}`,
    idNumber: withResidentCheck(`42011120040101${String(index % 1000).padStart(3, '0')}`),
    educationLevel: '31',
    majorCode: '080901',
    majorName: '计算机科学与技术',
    className: '一班',
    graduationYear: 2027,
  }))
  const people: { id: string }[] = []
  for (let from = 0; from < size; from += 1000)
    people.push(...(await addStudents(db, school, rows.slice(from, from + 1000), { secrets, at })))
  await db.updateTable('students').set({ verifiedAt: at }).execute()
  await agreeForAll(db, at)
  const users = await db
    .selectFrom('users')
    .where('portal', '=', 'student')
    .select(['id', 'studentId'])
    .execute()
  await giveKnownPin(
    { db, secrets },
    users.map(({ id }) => id),
    at,
  )
  const userOf = new Map(users.map(({ id, studentId }) => [studentId, id]))
  const facts = {
    admitted: true,
    employer: { id: employerId!, name: '' },
    verifyDue: null,
    limits: DEMO_SCHOOL.settings,
    closedYear: null,
    enrolment: 'enrolled' as const,
    kept: null,
    pending: [],
  }
  return inTransaction(db, async (tx) => {
    const invited: Invited[] = []
    for (const { id: studentId } of people) {
      const params = { school, id: uuidv7() }
      const { changes } = sendInvitation(
        { ...facts, student: { id: studentId, name: '' } },
        {
          schoolId: school,
          id: params.id,
          noticeVersion: 1,
          respondBy: addDays(dayInChina(at), 10),
          terms,
          termsHash,
        },
        { role: 'employer', level: null, at },
      )
      for (const sent of changes) await saveInvitation(tx, sent)
      const token = await openSession(tx, userOf.get(studentId)!, { ip: '127.0.0.1', userAgent: 'crowd' }, at)
      invited.push({
        token,
        studentId,
        params,
        body: { seenVersion: 1, termsHash, noticeVersion: 1, confirmed: true },
      })
    }
    return invited
  })
}
