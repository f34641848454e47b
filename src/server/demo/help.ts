import { listToHelp, sendHelpNotice, writeHelpRecord } from '../../contracts/help.ts'
import { addDays } from '../../domain/day.ts'
import type { Cast } from './cast.ts'

/** The school speaks with graduates who have no destination yet: one is to be called again today, one later; both are sent a word. */
export async function playHelp({ school, administrator, day }: Cast, year: number): Promise<void> {
  const params = { school }
  const { items } = await administrator.call(listToHelp, { params, query: { year, contact: 'never' } })
  const [first, second] = items
  if (!first || !second) throw new Error('the demo school has nobody to help')
  await administrator.call(writeHelpRecord, {
    params: { school, id: first.id },
    body: {
      ...{ spokeOn: addDays(day(), -7), spokeBy: 'phone', wishFor: 'public-service' },
      offered: '本人正在准备省考，暂未投递简历。介绍了“三支一扶”和社区岗位的报名时间。',
      ...{ nextStep: '成绩公布后回访', nextOn: day() },
    },
  })
  await administrator.call(writeHelpRecord, {
    params: { school, id: second.id },
    body: {
      ...{ spokeOn: addDays(day(), -1), spokeBy: 'meeting', wishFor: 'work' },
      offered: '修改了简历，推荐两家本地单位的岗位，并约好模拟面试。',
      ...{ nextStep: '模拟面试', nextOn: addDays(day(), 5) },
    },
  })
  await administrator.call(sendHelpNotice, {
    params,
    body: {
      helpText: '学校近期有多场宣讲会，请在“宣讲会”中报名；需要修改简历或咨询政策，可以直接到就业指导中心。',
      seenTotal: 2,
      helpFilter: { year, students: [first.id, second.id] },
    },
  })
}
