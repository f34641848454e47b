import * as agreements from '../../contracts/agreements.ts'
import * as corrections from '../../contracts/corrections.ts'
import * as destinations from '../../contracts/destinations.ts'
import * as dissolutions from '../../contracts/dissolutions.ts'
import { uploadEvidence } from '../../contracts/evidence.ts'
import type { GroundCode } from '../../domain/dissolution/grounds.ts'
import { withCreditCheck } from '../../domain/identifiers.ts'
import type { Visitor } from '../http/visitor.ts'
import type { Cast } from './cast.ts'
import { onePagePdf } from './one-page-pdf.ts'
import type { OwnAsked } from './own-fields.ts'
import { sampleTerms } from './terms.ts'

const uploading = (school: string) => async (who: Visitor, name: string) => {
  const sent = { params: { school }, query: { name }, file: onePagePdf('Demonstration only') }
  return (await who.call(uploadEvidence, sent)).id
}

const asking =
  ({ school }: Cast) =>
  async (who: Visitor, agreement: string, ground: GroundCode, reason: string) => {
    const params = { school, id: agreement }
    const { version } = await who.call(agreements.getAgreement, { params })
    return who.call(dissolutions.askDissolution, {
      params,
      body: { seenVersion: version, noticeVersion: 1, ground, reason },
    })
  }

const seeing =
  ({ school }: Cast) =>
  <More extends object>(asked: dissolutions.DissolutionView, more: More) => ({
    params: { school, id: asked.id },
    body: { seenVersion: asked.version, ...more },
  })

/** What began twelve days ago: a request that nobody will have answered, one that was refused, one that went through. */
export async function playBeginnings(cast: Cast): Promise<void> {
  const { students, hr, reviewer, sign, certify, later } = cast
  const [ask, on] = [asking(cast), seeing(cast)]
  const [unanswered, refused, dissolved] = [await sign(5, 19), await sign(4, 20), await sign(3, 21)]
  for (const [student, agreement] of [
    [19, unanswered],
    [20, refused],
    [21, dissolved],
  ] as const)
    await certify(student, agreement)
  later(2)
  await ask(
    students[19]!,
    unanswered,
    'terms-not-kept',
    '单位通知岗位调整到外地，与约定不符，多次联系未获答复',
  )
  const toRefuse = await ask(students[20]!, refused, 'other-offer', '已收到更适合个人发展的工作机会')
  const toAgree = await ask(hr[3]!, dissolved, 'post-cancelled', '业务调整，该岗位取消')
  later(10)
  await hr[4]!.call(
    dissolutions.dissolutionActs.refuse,
    on(toRefuse, {
      reason: '项目即将启动，希望按约履行',
    }),
  )
  const agreed = await students[21]!.call(
    dissolutions.dissolutionActs.agree,
    on(toAgree, {
      noticeVersion: 1,
    }),
  )
  later(4)
  await reviewer.call(dissolutions.dissolutionActs.pass, on(agreed, {}))
}

/** What runs now: requests by both sides, paper agreements and destinations in every state. */
export async function playLifeChanges(cast: Cast, own: OwnAsked): Promise<void> {
  const { students, hr, reviewer, school, sign, certify } = cast
  const [ask, on, upload] = [asking(cast), seeing(cast), uploading(school)]
  const [byStudent, byEmployer, inReview] = [await sign(1, 16), await sign(2, 18), await sign(5, 22)]
  for (const [student, agreement] of [
    [16, byStudent],
    [18, byEmployer],
    [22, inReview],
  ] as const)
    await certify(student, agreement)
  await ask(students[16]!, byStudent, 'further-study', '已被录取为硕士研究生')
  await ask(hr[2]!, byEmployer, 'post-cancelled', '生产线搬迁，本地岗位撤销')
  const toReview = await ask(students[22]!, inReview, 'mutual', '与单位协商一致')
  await hr[5]!.call(dissolutions.dissolutionActs.agree, on(toReview, { noticeVersion: 1 }))

  const register = async (student: number, name: string, scan: string) =>
    students[student]!.call(agreements.registerPaper, {
      params: { school },
      body: {
        employer: { creditCode: withCreditCheck('91420100MA4DPAPER'), name },
        signedOn: cast.day(),
        terms: { ...sampleTerms(cast.reportBy), position: '质检员', jobCategory: '13' },
        evidence: [await upload(students[student]!, scan)],
        confirmed: true,
      },
    })
  const returned = await register(23, '云梦食品有限公司', '就业协议书-第一页.pdf')
  await cast.act(cast.college(23), agreements.agreementActs.return, returned.id, {
    reason: '第二页单位公章不清晰，请重新扫描上传',
  })
  const certified = await register(24, '云梦食品有限公司', '就业协议书.pdf')
  await certify(24, certified.id)
  await register(26, '云梦食品有限公司', '就业协议书📄.pdf')

  const declare = async (
    student: number,
    category: string,
    details: Record<string, string>,
    scan: string | null,
  ) =>
    students[student]!.call(destinations.declareDestination, {
      params: { school },
      body: {
        category,
        details,
        evidence: scan ? [await upload(students[student]!, scan)] : [],
        confirmed: true,
      },
    })
  const study = { schoolName: '珞珈大学', region: '420111', major: '计算机科学与技术', datedOn: cast.day() }
  await declare(27, '801', { ...study, [own.wayOfAdmission]: '推荐免试' }, '研究生录取通知书.pdf')
  const registered = await declare(
    28,
    '801',
    { ...study, major: '金融学', [own.wayOfAdmission]: '统一考试' },
    '录取通知书.pdf',
  )
  const seen = { params: { school, id: registered.id } }
  const once = await cast
    .college(28)
    .call(destinations.destinationActs.pass, { ...seen, body: { seenVersion: 1 } })
  const twice = await reviewer.call(destinations.destinationActs.pass, {
    ...seen,
    body: { seenVersion: once.version },
  })
  const looked = await reviewer.call(destinations.fillInDestination, {
    ...seen,
    body: { seenVersion: twice.version, details: { [own.checked]: '已核查' } },
  })
  await students[28]!.call(destinations.destinationActs['ask-void'], {
    ...seen,
    body: { seenVersion: looked.version, reason: '决定放弃入学，准备就业' },
  })
  await declare(29, '70', {}, null)

  const correct = async (student: number, values: Record<string, string>, reason: string, scan: string) =>
    students[student]!.call(corrections.submitCorrection, {
      params: { school },
      body: { values, reason, evidence: [await upload(students[student]!, scan)] },
    })
  await correct(28, { majorName: '金融学（实验班）' }, '专业名称与学籍不一致', '学籍证明.pdf')
  const unproved = await correct(29, { className: '软件二班' }, '大二时已转班', '班级名单.pdf')
  await reviewer.call(corrections.correctionActs.return, {
    params: { school, id: unproved.id },
    body: { seenVersion: 1, reason: '请补充学院出具的转班证明' },
  })
}
