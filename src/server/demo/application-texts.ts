import type { Mark } from '../../domain/application/assessment.ts'
import type { InterviewWay } from '../../domain/interview/case.ts'
import type { InterviewStatus } from '../../domain/interview/life.ts'
import type { ResumeContent } from '../../domain/resume/content.ts'

/** What a student of the story writes; the first that is shown is looked at by an employer that found it. */
export type DemoResume = {
  /** The student's place on the roster. */
  readonly by: number
  readonly name: string
  readonly isShown: boolean
  readonly resume: ResumeContent
}
/** An interview of an application, and how it stands at the present. */
export type Interviewed = {
  readonly stands: InterviewStatus
  /** The days from its proposal on, one time each; the first is the one that is taken. */
  readonly inDays: readonly number[]
  readonly from: string
  readonly until: string
  readonly manner: InterviewWay
  readonly place: string
  readonly note: string
  /** The words of whoever asks, declines or calls it off. */
  readonly said?: string
}
/** An application, and where it stands in the end. */
export type Applied = {
  readonly by: number
  /** The post's title, and its employer's place. */
  readonly title: string
  readonly at: number
  readonly note: string
  readonly stands:
    | 'submitted'
    | 'seen'
    | 'shortlisted'
    | 'interview'
    | 'offered'
    | 'invited'
    | 'declined'
    | 'withdrawn'
    | 'ended'
  readonly interview?: Interviewed
  readonly mark?: Mark
  /** The employer's words: to the student where it declines, else its own; the school's where it takes the post down. */
  readonly said?: string
}

const [WUHAN, SHENZHEN] = ['420100', '440300']
const [LOGISTICS, CHIPS, ACCOUNTANTS, ENERGY, SECURITY] = [7, 8, 9, 11, 17]
const CET6 = { language: '英语', level: 'fluent', proof: '大学英语六级 548 分' } as const

export const RESUMES: readonly DemoResume[] = [
  {
    by: 8,
    name: '软件与设备',
    isShown: true,
    resume: {
      wish: { work: 'full-time', category: '13', regions: [WUHAN, SHENZHEN], pay: 9000 },
      summary: '做事有始有终，喜欢把现场的问题弄清楚再动手。\n熟悉 Linux 与设备通信，能适应倒班调试。',
      experiences: [
        {
          kind: 'internship',
          organisation: '江城云帆软件有限公司',
          role: '软件开发实习生',
          from: '2025-07',
          to: '2025-09',
          detail: '为产线看板编写数据采集接口，掉线重连由人工改为自动。',
        },
      ],
      projects: [
        {
          title: '晶圆搬运臂仿真',
          role: '组长',
          from: '2025-03',
          to: '2025-06',
          detail: '四人小组，负责运动规划与上位机界面。',
        },
      ],
      skills: ['C++', 'Python', 'PostgreSQL', 'Linux'],
      certificates: [{ title: '全国大学生电子设计竞赛省级二等奖', month: '2025-08' }],
      languages: [CET6],
    },
  },
  {
    by: 7,
    name: '财务方向',
    isShown: true,
    resume: {
      wish: { work: 'full-time', category: '22', regions: [WUHAN], pay: 6000 },
      summary: '细心，对数字敏感；两次年审实习，熟悉底稿编制。',
      experiences: [
        {
          kind: 'internship',
          organisation: '湖畔数据科技有限公司',
          role: '财务助理',
          from: '2025-01',
          to: '2025-03',
          detail: '核对往来账目，整理年度审计所需资料。',
        },
      ],
      projects: [],
      skills: ['Excel', '用友 U8'],
      certificates: [{ title: '初级会计专业技术资格', month: '2025-05' }],
      languages: [],
    },
  },
  {
    by: 17,
    name: '通用简历',
    isShown: false,
    resume: {
      wish: { work: 'full-time', category: '13', regions: [WUHAN], pay: 8000 },
      summary: '车辆工程专业，愿意从现场做起。',
      experiences: [],
      projects: [
        {
          title: '方程式赛车电池箱',
          role: '电气组组员',
          from: '2024-10',
          to: '2025-01',
          detail: '负责热管理与线束，随队参加全国比赛。',
        },
      ],
      skills: ['CATIA', 'MATLAB'],
      certificates: [],
      languages: [CET6],
    },
  },
]

/** The place of the employer that finds the first résumé which is shown. */
export const FINDER = 8

const AT_LOGISTICS = {
  manner: 'onsite',
  place: '武汉市东西湖区物流大道 18 号 B 座 302',
  note: '请带身份证和成绩单，前台登记后上三楼。',
} as const
const AT_CHIPS = { manner: 'online', place: 'https://meeting.example.com/j/80214', note: '' } as const

/** One of each state, and an interview of each state. */
export const APPLIED: readonly Applied[] = [
  {
    by: 8,
    title: '储能系统软件测试工程师',
    at: ENERGY,
    note: '毕业设计就是设备通信，随时可以到岗实习。',
    stands: 'invited',
    mark: 'strong',
    said: '动手能力好，两轮沟通意见一致。',
  },
  {
    by: 17,
    title: '储能系统软件测试工程师',
    at: ENERGY,
    note: '',
    stands: 'shortlisted',
    mark: 'possible',
    said: '基础不错，缺现场经验。',
  },
  {
    by: 8,
    title: '电气工程师（新能源并网）',
    at: ENERGY,
    note: '对并网调度感兴趣。',
    stands: 'interview',
    interview: {
      stands: 'confirmed',
      inDays: [10, 11],
      from: '14:00',
      until: '14:40',
      manner: 'online',
      place: '腾讯会议 512 680 334',
      note: '请提前五分钟入会，准备三分钟自我介绍。',
    },
  },
  { by: 17, title: '电气工程师（新能源并网）', at: ENERGY, note: '愿意从助理做起。', stands: 'submitted' },
  {
    by: 8,
    title: '运输调度数据分析师',
    at: LOGISTICS,
    note: '做过产线数据采集。',
    stands: 'declined',
    said: '感谢您的投递。这个岗位需要统计建模经验，这次未能录用，祝您求职顺利。',
  },
  {
    by: 8,
    title: '仓储运营管培生',
    at: LOGISTICS,
    note: '',
    stands: 'withdrawn',
    interview: { ...AT_LOGISTICS, stands: 'ended', inDays: [10], from: '16:00', until: '16:30' },
  },
  { by: 7, title: '运输调度数据分析师', at: LOGISTICS, note: '熟悉 Excel 数据核对。', stands: 'seen' },
  {
    by: 17,
    title: '运输调度数据分析师',
    at: LOGISTICS,
    note: '做过赛车电池的热数据分析。',
    stands: 'interview',
    interview: { ...AT_LOGISTICS, stands: 'confirmed', inDays: [11, 12], from: '09:30', until: '10:00' },
  },
  {
    by: 7,
    title: '仓储运营管培生',
    at: LOGISTICS,
    note: '',
    stands: 'interview',
    interview: { ...AT_LOGISTICS, stands: 'confirmed', inDays: [11], from: '10:30', until: '11:00' },
  },
  {
    by: 17,
    title: '仓储运营管培生',
    at: LOGISTICS,
    note: '愿意从现场做起。',
    stands: 'interview',
    interview: {
      ...AT_LOGISTICS,
      stands: 'asked',
      inDays: [11, 12],
      from: '15:00',
      until: '15:30',
      said: '这两天下午有课程设计答辩，上午或下周都可以。',
    },
  },
  {
    by: 8,
    title: '工艺整合工程师',
    at: CHIPS,
    note: '做过晶圆搬运臂仿真。',
    stands: 'interview',
    interview: { ...AT_CHIPS, stands: 'proposed', inDays: [10, 11, 12], from: '14:20', until: '15:00' },
  },
  {
    by: 17,
    title: '工艺整合工程师',
    at: CHIPS,
    note: '',
    stands: 'interview',
    interview: {
      ...AT_CHIPS,
      stands: 'cancelled',
      inDays: [10],
      from: '16:00',
      until: '16:40',
      said: '面试官临时出差，改期后再与您联系。',
    },
  },
  {
    by: 17,
    title: '高级软件工程师（设备控制）',
    at: CHIPS,
    note: '',
    stands: 'interview',
    interview: {
      ...AT_CHIPS,
      stands: 'declined',
      inDays: [11],
      from: '16:00',
      until: '16:40',
      said: '谢谢邀请，我更希望从事工艺方向。',
    },
  },
  {
    by: 7,
    title: '税务咨询实习生',
    at: ACCOUNTANTS,
    note: '',
    stands: 'interview',
    interview: {
      stands: 'held',
      inDays: [3],
      from: '10:00',
      until: '10:30',
      manner: 'onsite',
      place: '武汉市江岸区中山大道 1088 号 12 层',
      note: '',
    },
  },
  {
    by: 17,
    title: '安全运营值班员',
    at: SECURITY,
    note: '',
    stands: 'ended',
    said: '单位反映值班地点有变，正在核实，先行下架',
  },
  { by: 7, title: '审计助理', at: ACCOUNTANTS, note: '参与过两次年审。', stands: 'offered' },
]
