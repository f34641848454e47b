import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { NEW_POST } from './content.ts'
import { type Ground, OUR_WORD_LISTS } from './word-lists.ts'
import {
  type Finding,
  findingsIn,
  isPhrase,
  linesOfRichText,
  listsOf,
  withAddressesSaid,
  wordsOfRichText,
} from './wording.ts'

const read = (benefits: string): Finding[] =>
  findingsIn({ ...NEW_POST, benefits }, OUR_WORD_LISTS, '星光网络有限公司')
const blocks = (text: string) => [
  ...new Set(
    read(text)
      .filter((one) => one.isBlocking)
      .map((one) => one.ground),
  ),
]
const doubts = (text: string) => [
  ...new Set(
    read(text)
      .filter((one) => !one.isBlocking)
      .map((one) => one.ground),
  ),
]

describe('what keeps a post from being submitted', () => {
  test.each<[string, Ground]>([
    ['限男性', 'sex'],
    ['仅限男生报考', 'sex'],
    ['本岗位只招女生', 'sex'],
    ['男士优先', 'sex'],
    ['性别要求：男', 'sex'],
    ['女 性 优 先', 'sex'],
    ['限，男', 'sex'],
    ['限男', 'sex'],
    ['ＭＡＬＥ　ＯＮＬＹ', 'sex'],
    ['Male candidates only; males preferred', 'sex'],
    ['僅男', 'sex'],
    ['只招汉族', 'ethnicity'],
    ['僅招漢族，漢族優先', 'ethnicity'],
    ['须无宗教信仰', 'ethnicity'],
    ['限武汉市户籍', 'origin'],
    ['本地人优先', 'origin'],
    ['限湖北省内生源', 'origin'],
    ['戶口優先', 'origin'],
    ['已婚已育', 'marriage'],
    ['入职三年内不生育', 'marriage'],
    ['入职须做孕检', 'marriage'],
    ['985/211院校毕业', 'school-tier'],
    ['９８５、２１１ 高校', 'school-tier'],
    ['限 985', 'school-tier'],
    ['双一流高校毕业生优先', 'school-tier'],
    ['QS前100', 'school-tier'],
    ['一本及以上', 'school-tier'],
    ['限全日制', 'study-mode'],
    ['不接受非全', 'study-mode'],
    ['第一学历本科', 'study-mode'],
    ['仅招武汉大学', 'study-mode'],
    ['海归优先', 'study-mode'],
    ['报名费 200', 'fee'],
    ['入职需缴纳押金', 'fee'],
    ['统一着装，服装费自理', 'fee'],
    ['扣押毕业证原件', 'fee'],
    ['可办理培训贷', 'training-loan'],
    ['先培训后付款', 'training-loan'],
    ['招 转 培', 'training-loan'],
    ['直签保录', 'guarantee'],
    ['央企内推，包过', 'guarantee'],
    ['100%录用', 'guarantee'],
  ])('%s', (text, ground) => {
    expect(blocks(text)).toContain(ground)
  })
})

describe('what only sounds like it', () => {
  test.each([
    '男女不限',
    '不限男女',
    '性别不限，欢迎加入',
    '男，女不限',
    '女装设计师',
    '只招女装设计师',
    '名额有限，男装、女装均有需求',
    '非985亦可',
    '非985、211院校亦可',
    '不限院校，不看学校',
    '户籍不限',
    '可解决北京户口',
    '提供户口指标',
    '民族不限',
    '婚否不限',
    '已婚员工探亲假',
    '不问婚育',
    '全日制与非全日制均可',
    '不收任何费用',
    '不收取押金',
    '无押金',
    '公司承担培训费',
    '负责押金管理',
    '拒绝培训贷',
    '社保录入专员',
    '不承诺保录',
    '了解渲染流程，跑通打包过程',
    '年满18周岁以上',
    '年龄不限',
    '服务电话：98521100',
    '软件工程师，负责后端服务的设计与开发，五险一金，带薪年假。',
    'Software engineer, all backgrounds welcome.',
  ])('%s is neither blocked', (text) => {
    expect(blocks(text)).toEqual([])
  })
  test.each([
    '男女不限',
    '不限男女',
    '女装设计师',
    '非985亦可',
    '户籍不限',
    '婚否不限',
    '无押金',
    '不交押金、不扣证件',
    '年龄不限',
  ])('%s nor doubted', (text) => {
    expect(read(text)).toEqual([])
  })
})

test.each<[string, Ground]>([
  ['35岁以下', 'age'],
  ['年龄 18-35', 'age'],
  ['全日制本科', 'study-mode'],
  ['收押金 之外另议', 'fee'],
  ['美女如云', 'sex'],
  ['高薪诚聘', 'guarantee'],
])('%s is doubtful', (text, ground) => {
  expect([...doubts(text), ...blocks(text)]).toContain(ground)
})

it('names the field and what is said there, as it is written', () => {
  const post = { ...NEW_POST, title: '客户经理（男士 优先）', description: '<p>负责<b>只招</b>女生</p>' }
  expect(findingsIn(post, OUR_WORD_LISTS, '')).toEqual([
    { field: 'title', ground: 'sex', isBlocking: true, said: '男士 优先' },
    { field: 'description', ground: 'sex', isBlocking: true, said: '只招女' },
  ])
})

it('reads no phrase over the end of a sentence or of a paragraph', () => {
  expect(blocks('名额不限。男女皆可')).toEqual([])
  expect(wordsOfRichText('<ul><li>上不封限</li><li>男装部</li></ul>').split('\n').filter(Boolean)).toEqual([
    '上不封限',
    '男装部',
  ])
})

test('read without mark-up, a text has its lines and no empty ones', () => {
  expect(linesOfRichText('<p>上不封限</p><ul><li>男装部</li>\n<li>a &amp; b</li></ul>')).toBe(
    '上不封限\n男装部\na & b',
  )
})

test('where an employer leads elsewhere is named, in pages and in lines', () => {
  const link = (address: string, words: string) =>
    `<p>见<a href="${address}" rel="nofollow"><b>${words}</b></a>，电 <a href="tel:027">027</a></p>`
  expect(withAddressesSaid(link('https://a.example/?x=1&amp;y=2', '官网'))).toBe(
    '<p>见<b>官网</b>（https://a.example/?x=1&amp;y=2），电 <a href="tel:027">027</a></p>',
  )
  expect(linesOfRichText(link('https://a.example/b', 'a.example'))).toBe('见https://a.example/b，电 027')
})

test('a mailbox that anybody can have is doubtful in the name of a large firm only', () => {
  const by = (employer: string, email: string) =>
    findingsIn({ ...NEW_POST, contact: { ...NEW_POST.contact, email } }, OUR_WORD_LISTS, employer)
  expect(by('某某银行武汉分行', 'hr@163.com')).toMatchObject([{ ground: 'mailbox', isBlocking: false }])
  expect(by('某某银行武汉分行', 'hr@bank.example')).toEqual([])
  expect(by('小草工作室', 'hr@163.com')).toEqual([])
})

test('a school’s own list replaces ours of that ground, and of no other', () => {
  const own = { ground: 'age', blocking: ['#岁以下'], doubtful: [], exceptions: [] } as const
  const lists = listsOf([own])
  expect(lists).toHaveLength(OUR_WORD_LISTS.length)
  const found = findingsIn({ ...NEW_POST, title: '30岁以下，限男性' }, lists, '')
  expect(found.map(({ ground, isBlocking }) => [ground, isBlocking])).toEqual([
    ['sex', true],
    ['age', true],
  ])
})

test('every phrase of ours can be searched, and stands in a text of its own', () => {
  for (const list of OUR_WORD_LISTS.filter(({ ground }) => ground !== 'mailbox'))
    for (const phrase of [...list.blocking, ...list.doubtful]) {
      expect([phrase, isPhrase(phrase)]).toEqual([phrase, true])
      const text = phrase.replaceAll('*', '某某').replaceAll('#', '30')
      const alone = { ...list, exceptions: [] }
      expect([phrase, findingsIn({ ...NEW_POST, title: text }, [alone], '')]).not.toEqual([phrase, []])
    }
})

test.each([['*'], ['限*'], ['a*b*c*d'], ['，。'], ['#']])('%s is no phrase', (phrase) => {
  expect(isPhrase(phrase)).toBe(false)
})

it('whatever is written: it is read, and what is found stands there', () => {
  const piece = fc.constantFrom(
    '限',
    '男',
    '女',
    '9',
    '85',
    '岁',
    '以下',
    ' ',
    '。',
    '<p>',
    '&amp;',
    '不',
    '，',
    '𠮷',
    '户',
    '籍',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, tail) => {
      const benefits = pieces.join('') + tail
      for (const { said } of read(benefits)) expect(benefits).toContain(said)
    }),
    { seed: 7262026, numRuns: 300 },
  )
})

it('takes no longer for what is written to take long', () => {
  const bad = '限'.repeat(9000) + '985'.repeat(3000) + '不'.repeat(2000)
  const before = performance.now()
  read(bad)
  expect(performance.now() - before).toBeLessThan(2000)
})
