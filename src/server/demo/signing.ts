import * as agreements from '../../contracts/agreements.ts'
import * as invitations from '../../contracts/invitations.ts'
import { addDays } from '../../domain/day.ts'
import { type Cast, ENGINEER } from './cast.ts'

/** What has come to an end: certified, fulfilled, rejected, declined, withdrawn, cancelled, and one left to lapse. */
export async function playEndings(cast: Cast): Promise<void> {
  const { students, hr, school, invite, sign, certify, act, college, later, day } = cast
  const effective = await sign(1, 3)
  await certify(3, effective)
  const fulfilled = await sign(2, 14, { ...ENGINEER, position: '机械工程师', reportBy: day() })
  await certify(14, fulfilled)
  await act(hr[2]!, agreements.agreementActs['ask-fulfilment'], fulfilled, {})
  await act(students[14]!, agreements.agreementActs['confirm-fulfilment'], fulfilled, {})
  await invite(3, 8, 2, ENGINEER)
  later(30)
  const rejected = await sign(4, 5)
  await act(college(5), agreements.agreementActs.reject, rejected, {
    reason: '单位名称与公章不符，请与单位核实后重新签约',
  })
  const declined = await invite(1, 6, 7, ENGINEER)
  await students[6]!.call(invitations.invitationActs.decline, {
    params: { school, id: declined.id },
    body: { seenVersion: 1, reason: '已决定继续深造' },
  })
  const withdrawn = await invite(2, 7, 7)
  await hr[2]!.call(invitations.invitationActs.withdraw, {
    params: { school, id: withdrawn.id },
    body: { seenVersion: 1, reason: '该岗位招聘计划已取消' },
  })
  const cancelled = await sign(3, 13)
  await act(students[13]!, agreements.agreementActs['ask-cancellation'], cancelled, {
    reason: '双方协商一致，另行签约',
  })
  await act(hr[3]!, agreements.agreementActs['confirm-cancellation'], cancelled, {})
}

/** What waits for someone: for a student's answer, for a college, for the school, for the other side. */
export async function playWaiting(cast: Cast): Promise<void> {
  const { students, hr, school, invite, sign, passCollege, act, college } = cast
  const revised = await invite(0, 9, 12)
  await hr[0]!.call(invitations.invitationActs.revise, {
    params: { school, id: revised.id },
    body: {
      seenVersion: 1,
      noticeVersion: 1,
      respondBy: addDays(revised.respondBy, 2),
      terms: { ...revised.terms, regularPay: 380_000, probationPay: 290_000 },
    },
  })
  await sign(1, 1)
  const atSchool = await sign(2, 2)
  await passCollege(2, atSchool)
  const returned = await sign(3, 4)
  await act(college(4), agreements.agreementActs.return, returned, {
    reason: '请补充实际工作地点的详细地址',
  })
  const amended = await sign(4, 10)
  const { terms } = await hr[4]!.call(agreements.getAgreement, { params: { school, id: amended } })
  await act(hr[4]!, agreements.agreementActs['propose-amendment'], amended, {
    terms: { ...terms, regularPay: 900_000, workAddress: '示范路8号' },
  })
  const again = await sign(5, 11)
  const proposal = await act(hr[5]!, agreements.agreementActs['propose-amendment'], again, {
    terms: { ...terms, penalty: 100_000 },
  })
  await act(students[11]!, agreements.agreementActs['accept-amendment'], again, {
    termsHash: proposal.amendment!.termsHash,
    confirmed: true,
  })
  const cancelling = await sign(0, 12, {})
  await act(students[12]!, agreements.agreementActs['ask-cancellation'], cancelling, {
    reason: '希望调整工作地点',
  })
}

/** The last hours: one more agreement, and invitations to students who are free and to some who are not. */
export async function playToday({ invite, sign }: Cast): Promise<void> {
  await sign(1, 15)
  await invite(0, 15, 6)
  await invite(0, 0, 5)
  await invite(1, 0, 3, ENGINEER)
  await invite(2, 5, 8, ENGINEER)
  await invite(0, 25, 6)
  await invite(2, 17, 6, ENGINEER)
}
