import { announcementActs, writeAnnouncement } from '../../contracts/announcements.ts'
import { uploadEvidence } from '../../contracts/evidence.ts'
import { saveOwnSite } from '../../contracts/public-site.ts'
import { addDays } from '../../domain/day.ts'
import type { Cast } from './cast.ts'
import { onePagePdf } from './one-page-pdf.ts'

const CONTACT = {
  office: '学生就业指导中心',
  officeEn: 'Career centre',
  officePhone: '027-81234567',
  officeEmail: 'jiuye@jhsfligong.example',
  address: '武汉市洪山区示范大道 1 号大学生活动中心 203 室',
  addressEn: 'Room 203, Student Centre, 1 Shifan Avenue, Hongshan, Wuhan',
  hours: '工作日 8:30–11:30，14:00–17:00',
  hoursEn: 'Working days 8:30–11:30 and 14:00–17:00',
}

const NEWS = [
  {
    title: '关于做好毕业生网上签约工作的通知',
    titleEn: 'Signing agreements online: what graduates should know',
    body: `<p>各学院、各位毕业生：</p><p>毕业生与用人单位达成就业意向后，一律通过本平台<strong>网上签约</strong>，由学校鉴证后生效。现将有关事项通知如下。</p>
<h2>签约流程</h2><ol><li>用人单位注册并通过学校审核后，向毕业生发出邀约；</li><li>毕业生在<strong>截止日期前</strong>阅读条款，同意或婉拒；</li><li>学院、学校依次鉴证，双方可随时查看进度。</li></ol>
<h2>注意事项</h2><ul><li>同一时间只能与一家单位签约，请慎重选择；</li><li>学校办理就业手续<strong>不收取任何费用</strong>；</li><li>任何人不得代替毕业生签约。</li></ul>`,
    bodyEn:
      '<p>Once a graduate and an employer agree, they sign on this platform; the school’s certification makes the agreement valid.</p><ol><li>An employer that the school has admitted sends an invitation;</li><li>you read the terms and answer before the deadline;</li><li>college and school certify, and both sides follow the progress.</li></ol><p>The school charges no fee. Nobody may sign for a graduate.</p>',
    pinned: true,
    withFile: true,
  },
  {
    title: '毕业生生源信息核对工作安排',
    titleEn: 'Check your data on the roster',
    body: '<p>请全体毕业生登录平台核对姓名、证件号码、专业与学历等信息。如有错误，请在“基本信息管理”中申请更正，并上传证明材料。</p><table><tbody><tr><th>学院</th><th>核对时间</th><th>联系人</th></tr><tr><td>信息工程学院</td><td>第 12 周</td><td>辅导员办公室</td></tr><tr><td>经济管理学院</td><td>第 13 周</td><td>辅导员办公室</td></tr><tr><td>机械工程学院</td><td>第 14 周</td><td>辅导员办公室</td></tr></tbody></table>',
    bodyEn: '',
    pinned: false,
    withFile: false,
  },
  {
    title: '谨防招聘陷阱：三方协议与劳动合同的区别',
    titleEn: '',
    body: '<p>签约前请核实单位资质，<strong>不交押金、不扣证件</strong>。就业协议书约定的是毕业前的就业意向，劳动合同确立劳动关系，二者不能互相代替。</p>',
    bodyEn: '',
    pinned: false,
    withFile: false,
  },
] as const

/** The school's public site, made by its own people. */
export async function playPublicSite({
  school,
  administrator,
  reviewer,
  day,
  reportBy,
}: Cast): Promise<void> {
  const graduationYear = Number(reportBy.split('-')[0])
  const date = (days: number, event: string, eventEn: string) => ({
    graduationYear,
    day: addDays(day(), days),
    event,
    eventEn,
  })
  await administrator.call(saveOwnSite, {
    params: { school },
    body: {
      seenVersion: 0,
      colour: null,
      accent: null,
      pictureId: null,
      intro: '把每一份就业协议，签得明明白白。',
      introEn: 'Every agreement, signed in plain sight.',
      contact: CONTACT,
      privacyUrl: '',
      icp: '',
      police: '',
      dates: [
        date(20, '生源信息核对截止', 'Last day to check roster data'),
        date(34, '冬季校园双选会', 'Winter job fair on campus'),
        date(120, '春季大型双选会', 'Spring job fair'),
        date(180, '毕业去向登记截止', 'Last day to register a destination'),
      ],
    },
  })
  for (const { withFile, ...said } of [...NEWS].reverse()) {
    const file = {
      params: { school },
      query: { name: '网上签约操作指南.pdf' },
      file: onePagePdf('Signing online'),
    }
    const evidence = withFile ? [(await reviewer.call(uploadEvidence, file)).id] : []
    const { id, version } = await reviewer.call(writeAnnouncement, {
      params: { school },
      body: { ...said, author: CONTACT.office, evidence },
    })
    await reviewer.call(announcementActs.publish, {
      params: { school, id },
      body: { seenVersion: version, shownOn: null },
    })
  }
}
