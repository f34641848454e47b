import type { SheetFacts } from '../destination/sheet.ts'
import type { CertificateFacts, CertificateKind } from '../dissolution/certificate.ts'
import type { RecommendationFacts } from '../recommendation/sheet.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { LONG_EMPLOYER, RARE, type SampleSchool } from './samples.ts'
import type { TemplateSample } from './template.ts'

/** Cases that never were, of what a school issues: the shortest of each, the longest, and what holds no longer. */

const ASKED = '2026-06-01T01:00:00.000Z'
const PASSED = '2026-06-02T02:00:00.000Z'
const ENDED = '2026-07-01T02:00:00.000Z'
const by = <Action extends string>(action: Action, at: string, actorName: string) => ({
  action,
  at,
  actorName,
})

const SHORT: StudentSnapshot = { name: '王五', studentNumber: '1', college: '文学院', major: '' }
const LONG: StudentSnapshot = {
  name: RARE,
  studentNumber: '20220100010001',
  college: '马克思主义学院与公共管理学院联合培养中心',
  major: '信息管理与信息系统（大数据与人工智能交叉方向）',
}
const studentOf = (sample: TemplateSample) => (sample === 'longest' ? LONG : SHORT)

/** One that is complete is not over: it is what it certifies. */
export function sampleCertificate(
  kind: CertificateKind,
  sample: TemplateSample,
  school: SampleSchool,
): CertificateFacts {
  const isEnded = kind === 'dissolved' || sample === 'over'
  return {
    kind,
    school,
    parties: {
      student: studentOf(sample),
      employer: { name: sample === 'longest' ? LONG_EMPLOYER : '星火', creditCode: '91420100MA4BENCH05' },
    },
    agreement: { number: '1202600000000001', kind: 'online', effectiveAt: '2026-05-01T02:00:00.000Z' },
    askedBy: 'student',
    askedAt: ASKED,
    endedAt: isEnded ? ENDED : null,
    isDissolved: isEnded,
    acts: [
      by('dissolution.ask', ASKED, studentOf(sample).name),
      by('dissolution.agree', PASSED, '李四'),
      ...(isEnded ? [by('dissolution.pass', ENDED, '赵六')] : []),
    ],
    proof: { address: `https://qianyue.example.edu.cn/proof/${school.code}/SAMPLE`, code: 'SAMPLE' },
  }
}

export function sampleRegistration(sample: TemplateSample, school: SampleSchool): SheetFacts {
  const isOver = sample === 'over'
  return {
    school,
    student: studentOf(sample),
    category: { code: '12', name: '签劳动合同形式就业' },
    answers:
      sample === 'longest'
        ? Array.from(
            { length: 24 },
            (_, nth) => [`第${nth + 1}项`, `${LONG_EMPLOYER}（${nth + 1}）`] as const,
          )
        : [['单位名称', '星火']],
    status: isOver ? 'voided' : 'registered',
    declaredAt: ASKED,
    registeredAt: PASSED,
    endedAt: isOver ? ENDED : null,
    acts: [
      by('destination.declare', ASKED, studentOf(sample).name),
      by('destination.pass', PASSED, '赵六'),
      ...(isOver ? [by('destination.grant-void', ENDED, '赵六')] : []),
    ],
  }
}

const shown = (name: string) => ({ name, nameEn: name })
export function sampleRecommendation(sample: TemplateSample, school: SampleSchool): RecommendationFacts {
  const { name, studentNumber, college, major } = studentOf(sample)
  const long = (text: string) => (sample === 'longest' ? text.repeat(12) : '')
  return {
    school,
    edition: {
      edition: 1,
      number: `TJ-${school.code}-${studentNumber}-1`,
      version: 2,
      facts: {
        name: shown(name),
        studentNumber: shown(studentNumber),
        college: shown(college),
        ...(major && { majorName: shown(major) }),
        graduationYear: shown('2026'),
      },
      own: {
        wish: '软件开发',
        strengths: long('责任心强，善于与人合作，能独立承担任务。'),
        awards: long('2025 年获校级一等奖学金；'),
        statement: long('愿意到祖国最需要的地方去。'),
      },
      word: {
        text:
          sample === 'longest'
            ? Array.from(
                { length: 8 },
                (_, nth) => `${nth + 1}. ${'该生品学兼优，予以推荐。'.repeat(8)}`,
              ).join('\n')
            : '予以推荐。',
        by: sample === 'longest' ? RARE : '李四',
      },
      askedAt: ASKED,
      issuedAt: PASSED,
    },
    revokedAt: sample === 'over' ? ENDED : null,
    acts: [
      by('recommendation.ask', ASKED, name),
      by('recommendation.recommend', PASSED, '李四'),
      by('recommendation.pass', PASSED, '赵六'),
    ],
  }
}
