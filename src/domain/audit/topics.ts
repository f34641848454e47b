import type { CheckRule } from '../check/rules.ts'

/**
 * What inspections of a year's destinations ask for (province and survey corps, Jiangxi 2022: nine topics; `domain-more.md` §2.1):
 * rules, self-check, students' feedback, agreements, contracts, other employment, freelance work, help, deregistered employers.
 */
export const TOPICS = [
  'rules',
  'self-check',
  'feedback',
  'agreement',
  'contract',
  'other',
  'freelance',
  'help',
  'deregistered',
] as const
export type Topic = (typeof TOPICS)[number]

/** Topics of one kind of registration, by the national code of its category (`dictionary.md`), as inspections name them. */
export const CATEGORY = { agreement: '10', contract: '11', other: '12', freelance: '76' } as const
export type Registration = keyof typeof CATEGORY
export const isRegistration = (topic: Topic): topic is Registration => Object.hasOwn(CATEGORY, topic)

/** What a cell says, by which it is worded: text as it is, an instant, a day, money in fen, or a code. */
type Form = 'text' | 'instant' | 'day' | 'pay' | 'yes-no' | 'rule' | 'check' | 'objection' | 'category'
const OF_STUDENT = { number: 'text', name: 'text', college: 'text' } as const
/** Of a registration: what it says, who has passed it when, its evidence, the graduate's own word, and what rules have found. */
const REGISTERED = {
  ...OF_STUDENT,
  caseNumber: 'text',
  holder: 'text',
  creditCode: 'text',
  region: 'text',
  pay: 'pay',
  minimumWage: 'pay',
  since: 'instant',
  passedBy: 'text',
  passedAt: 'instant',
  evidence: 'text',
  confirmedAt: 'instant',
  unsettled: 'text',
} as const
const COLUMN_FORMS = {
  rules: {
    rule: 'rule',
    isOn: 'yes-no',
    threshold: 'text',
    ranAt: 'instant',
    found: 'text',
    unsettled: 'text',
  },
  /** Of each graduate a row for each thing that a rule has found; one without a rule where the last run has found nothing (AT-26). */
  'self-check': {
    ...OF_STUDENT,
    category: 'category',
    holder: 'text',
    rule: 'rule',
    foundAt: 'instant',
    result: 'check',
    handledBy: 'text',
    handledAt: 'instant',
    explanation: 'text',
    passedBy: 'text',
    passedAt: 'instant',
    confirmedAt: 'instant',
    ranAt: 'instant',
  },
  /** 不是我的真实去向, with its age in days (AT-29). */
  feedback: {
    receipt: 'text',
    ...OF_STUDENT,
    raisedAt: 'instant',
    days: 'text',
    answerBy: 'day',
    outcome: 'objection',
    answeredAt: 'instant',
    answeredBy: 'text',
    said: 'text',
    answer: 'text',
  },
  agreement: REGISTERED,
  contract: REGISTERED,
  other: REGISTERED,
  freelance: REGISTERED,
  /** Whom the school helps, and whom it has helped; hardship is opened where the file is taken, and nowhere else (AT-31). */
  help: {
    ...OF_STUDENT,
    hardship: 'text',
    category: 'category',
    records: 'text',
    lastOn: 'day',
    offered: 'text',
    nextStep: 'text',
    nextOn: 'day',
  },
  deregistered: {
    holder: 'text',
    creditCode: 'text',
    deregisteredOn: 'day',
    source: 'text',
    notedBy: 'text',
    notedAt: 'instant',
    number: 'text',
    name: 'text',
    caseNumber: 'text',
    result: 'check',
    handledBy: 'text',
    handledAt: 'instant',
    explanation: 'text',
  },
} as const satisfies Record<Topic, Readonly<Record<string, Form>>>
type ColumnsOf<T extends Topic> = keyof (typeof COLUMN_FORMS)[T] & string
export type AuditColumn = { [T in Topic]: ColumnsOf<T> }[Topic]

/** The columns of a topic in their order. */
export const columnsOf = (topic: Topic) => Object.entries(COLUMN_FORMS[topic]) as [AuditColumn, Form][]

/** What moves with the clock alone, and is no part of what is signed. */
const MOVING: readonly AuditColumn[] = ['ranAt', 'days']
/** The cells of a row that are signed. */
export const signedCells = (topic: Topic, cells: readonly string[]): string[] =>
  cells.filter((_, nth) => !MOVING.includes(columnsOf(topic)[nth]![0]))

/** By which rule employers that are deregistered are found. */
export const DEREGISTERED: CheckRule = 'employer-deregistered'

/** Of a topic's rows as they were at one instant: how many, and their SHA-256 in hex. */
export type TopicPrint = { readonly topic: Topic; readonly rows: number; readonly sha256: string }
/** The topics whose rows are others than those that were signed. */
export const changedSince = (
  signed: readonly TopicPrint[],
  now: readonly TopicPrint[],
): ReadonlySet<Topic> => {
  const then = new Map(signed.map(({ topic, sha256 }) => [topic, sha256]))
  return new Set(now.flatMap(({ topic, sha256 }) => (then.get(topic) === sha256 ? [] : [topic])))
}
