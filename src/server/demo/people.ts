import { withCreditCheck, withResidentCheck } from '../../domain/identifiers.ts'
import { DEFAULT_SETTINGS } from '../../domain/settings.ts'
import type { NewEmployer } from '../features/employers/queries.ts'
import type { NewSchool } from '../features/schools/queries.ts'
import type { RosterRow } from '../features/students/roster.ts'

/** A school that does not exist, with people who do not exist. */
export const DEMO_SCHOOL: NewSchool = {
  code: '99901',
  name: '江汉示范理工学院',
  nameEn: 'Jianghan Demonstration Institute of Technology',
  notice:
    '已经签订纸质就业协议书的毕业生无需、也不能再办理网上签约。\n网上签约前，请与用人单位充分沟通岗位、薪酬、违约金和报到时间；同意邀约后即形成电子协议，等待学校鉴证。\n学校办理就业手续不收取任何费用。任何人不得代替学生签约。',
  noticeEn:
    'A graduate who has already signed a paper agreement need not, and cannot, sign online.\nBefore you sign, settle position, pay, penalty and reporting date with the employer: accepting forms an electronic agreement that waits for the school’s certification.\nThe school charges no fee, and nobody may sign for a student.',
  settings: {
    ...DEFAULT_SETTINGS,
    agreementLevels: ['college', 'school'],
    destinationLevels: ['college', 'school'],
    coolDownDays: 5,
    breachLimit: 2,
    alertAt: 3,
  },
  colleges: [
    { id: '01', name: '信息工程学院' },
    { id: '02', name: '经济管理学院' },
    { id: '03', name: '机械工程学院' },
  ],
}

const EMPLOYERS = [
  '星光集团',
  '江城云帆软件有限公司',
  '楚天精密制造股份有限公司',
  '湖畔数据科技有限公司',
  '东湖新材料研究院',
  '长江智能装备有限公司',
  '黄鹤楼文化传媒有限公司',
  '汉水物流集团有限公司',
  '光谷半导体有限公司',
  '珞珈会计师事务所',
  '梁子湖农业发展有限公司',
  '晴川新能源有限公司',
  '江汉第一建筑工程公司',
  '知音医疗器械有限公司',
  '古琴台教育咨询有限公司',
  '昙华林设计院有限公司',
  '沙湖环境工程有限公司',
  '归元信息安全有限公司',
  '问津银行武昌支行',
  '木兰商贸有限公司',
]
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 单位性质 and 行业 of those that are no software company of private owners, by their places above. */
const TRADES: Readonly<Record<number, { readonly nature: string; readonly industry: string }>> = {
  2: { nature: '39', industry: '22' },
  4: { nature: '20', industry: '38' },
  5: { nature: '32', industry: '22' },
  6: { nature: '39', industry: '44' },
  7: { nature: '31', industry: '32' },
  8: { nature: '32', industry: '22' },
  9: { nature: '99', industry: '37' },
  10: { nature: '39', industry: '11' },
  11: { nature: '31', industry: '23' },
  12: { nature: '31', industry: '24' },
  13: { nature: '39', industry: '43' },
  14: { nature: '39', industry: '42' },
  15: { nature: '20', industry: '38' },
  16: { nature: '39', industry: '39' },
  18: { nature: '31', industry: '35' },
  19: { nature: '39', industry: '31' },
}

export const DEMO_EMPLOYERS: NewEmployer[] = EMPLOYERS.map((name, index) => ({
  name,
  creditCode: withCreditCheck(`91420100MA4DEM${ALPHABET[Math.floor(index / 10)]}${ALPHABET[index % 10]}X`),
  profile: {
    kind: 'own',
    scope: '技术开发、技术服务、技术咨询；经营范围以登记机关核准为准。',
    legalPerson: `${SURNAMES[(index * 3) % SURNAMES.length]}建国`,
    ...(TRADES[index] ?? { nature: '39', industry: '34' }),
    size: '30',
    region: '420100',
    address: `武汉市洪山区示范路${index + 1}号`,
    contactName: index === 0 ? '张先生' : `人事${index + 1}`,
    contactPhone: `027-8700${String(1000 + index)}`,
    contactEmail: `hr${index + 1}@example.com`,
  },
}))

const MAJORS: Record<string, readonly [string, string][]> = {
  '01': [
    ['080901', '计算机科学与技术'],
    ['080902', '软件工程'],
  ],
  '02': [
    ['120203', '会计学'],
    ['120202', '市场营销'],
  ],
  '03': [
    ['080202', '机械设计制造及其自动化'],
    ['080207', '车辆工程'],
  ],
}
const GIVEN = [
  '子涵',
  '雨桐',
  '浩然',
  '思远',
  '佳怡',
  '文博',
  '晓雯',
  '宇轩',
  '若曦',
  '明哲',
  '静',
  '磊',
  '梦琪',
  '嘉豪',
  '㛃',
  '𬭊',
]

/** By their place on the roster: people whom it knows by another document, or whose name is written otherwise. */
const UNUSUAL: Readonly<Record<number, Partial<RosterRow>>> = {
  24: { name: '陈嘉豪', documentType: 'hk_macao_permit', idNumber: 'H12345678', gender: 'male' },
  25: { name: '古丽米热·艾比布力' },
  26: { name: '林䶮' },
  33: { name: '何泳诗', idNumber: withResidentCheck('81000020040512002') },
  34: { name: '林志明', documentType: 'taiwan_permit', idNumber: '01234567', gender: 'male' },
  35: { name: 'Anna Müller', documentType: 'passport', idNumber: 'C01X00T47', gender: 'female' },
  36: {
    name: 'Ngũgĩ wa Thiong’o',
    documentType: 'permanent_residence',
    idNumber: withResidentCheck('91420420040308001'),
    gender: 'male',
  },
}

/** About three hundred graduates with valid, made-up identifiers; the first is the manual's own sample student. */
export function demoRoster(graduationYear: number): RosterRow[] {
  return Array.from({ length: 300 }, (_, index) => {
    const collegeId = `0${(index % 3) + 1}`
    const majors = MAJORS[collegeId]!
    const [majorCode, majorName] = majors[Math.floor(index / 3) % majors.length]!
    const born = `${graduationYear - 22}${String((index % 12) + 1).padStart(2, '0')}${String((index % 28) + 1).padStart(2, '0')}`
    const name = `${SURNAMES[(index * 7) % SURNAMES.length]}${GIVEN[(index * 5) % GIVEN.length]}`
    return {
      collegeId,
      studentNumber: `${graduationYear - 4}${collegeId}${String(index + 1).padStart(4, '0')}`,
      name: index === 0 ? '黄河水' : name,
      idNumber: withResidentCheck(`420111${born}${String(index + 1).padStart(3, '0')}`),
      educationLevel: '31',
      majorCode,
      majorName,
      className: `${majorName}${graduationYear - 4}${(index % 2) + 1}班`,
      graduationYear,
      ...(index % 17 === 5 && { hardship: index % 2 === 0 ? '家庭困难、就业困难' : '家庭困难' }),
      ...(index === 17 && { designatedEmployer: EMPLOYERS[2]! }),
      ...UNUSUAL[index],
    }
  })
}
