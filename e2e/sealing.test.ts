import { afterAll, beforeAll, test } from 'vitest'
import { invitationActs, sendInvitation } from '../src/contracts/invitations.ts'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { DEMO_SCHOOL } from '../src/server/demo/people.ts'
import { sampleTerms } from '../src/server/demo/terms.ts'
import { handsOn, post, sign } from './hands.ts'
import { comeBack, follow, inspect, openSite, PHONE } from './site.ts'

const STUDENT = 40
let site: Awaited<ReturnType<typeof openSite>>
let hands: ReturnType<typeof handsOn>
beforeAll(async () => {
  site = await openSite()
  hands = handsOn(site)
})
afterAll(() => site?.close())

test('on phones: the school decides that units seal, and what was passed is in force once the employer has sealed it', async () => {
  const { name, studentNumber, graduationYear } = site.roster[STUDENT]!
  const school = await site.visit(PHONE)
  await comeBack(school, 'school', 'admin')
  await school.goto('/school/settings')
  const section = school.locator('section', { has: school.getByRole('heading', { name: '签约与登记' }) })
  await section.getByRole('checkbox', { name: '由单位签章' }).check()
  await section.locator('#sealReminderDays').fill('0')
  await school.getByRole('button', { name: '保存' }).click()
  await section.getByText('请填写 1 到 20 之间的整数').waitFor()
  await section.locator('#sealReminderDays').fill('2')
  await school.getByRole('button', { name: '保存' }).click()
  await school.getByText('设置已保存').first().waitFor()
  await inspect(school, 'settings-seals-phone')

  const hr = await site.visit(PHONE)
  await comeBack(hr, 'employer', 'hr1')
  const student = await hands.newcomer(STUDENT)
  const id = await site.db
    .selectFrom('students')
    .where('schoolId', '=', DEMO_SCHOOL.code)
    .where('studentNumber', '=', studentNumber)
    .select('id')
    .executeTakeFirstOrThrow()
  const params = { school: DEMO_SCHOOL.code }
  const invitation = await post(hr, sendInvitation, {
    params,
    body: {
      studentId: id.id,
      studentName: name,
      noticeVersion: 1,
      respondBy: addDays(dayInChina(new Date()), 5),
      terms: sampleTerms(`${graduationYear}-07-10`),
    },
  })
  await student.goto(`/student/invitations/${DEMO_SCHOOL.code}/${invitation.id}`)
  await student.getByText('学校审核通过后由单位签章，签章后协议才生效').waitFor()
  await post(student, invitationActs.accept, {
    params: { ...params, id: invitation.id },
    body: {
      seenVersion: invitation.version,
      termsHash: invitation.termsHash,
      noticeVersion: invitation.notice.version,
      confirmed: true,
    },
  })
  await hands.certify(STUDENT)

  await hr.goto('/employer')
  await follow(
    hr.getByRole('region', { name: '等我办理' }).getByRole('link', { name: new RegExp(studentNumber) }),
  )
  await hr.getByText('学校已审核通过，单位签章后生效，等您签章').first().waitFor()
  await hr.getByText('待单位签章').first().waitFor()
  await inspect(hr, 'agreement-to-seal-phone')
  await hr.getByRole('button', { name: '确认签章' }).click()
  const dialog = hr.getByRole('dialog')
  await dialog.getByRole('button', { name: '确认签章' }).click()
  await dialog.getByText('请先勾选确认').first().waitFor()
  await inspect(hr, 'agreement-seal-dialog-phone')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '确认签章' }).click()
  await sign(hr)
  await hr.getByText('协议已生效').first().waitFor()
  await hr.getByRole('cell', { name: '单位签章，协议生效' }).waitFor()
  await inspect(hr, 'agreement-sealed-phone')

  await student.goto('/student')
  await student.getByText('已就业').first().waitFor()
})
