import type { Page } from 'playwright'
import type { Me } from '../../src/contracts/accounts.ts'
import { DEMO_SCHOOL, demoRoster } from '../../src/server/demo/people.ts'

/** A page to look at: its name in the sheet, its address with `_` for what is not known before, and how to come to it. */
export type Visit = readonly [name: string, address: string, go?: (page: Page) => Promise<unknown>]
/** Somebody of the demo, and all that they are shown. */
export type Person = {
  readonly role: string
  readonly portal: Me['portal'] | null
  readonly login: (year: number) => string
  /** What they sign in with, where it is not the password of the demo. */
  readonly secret?: (year: number) => string
  readonly visits: readonly Visit[]
}

/** The addresses that a visit's address stands for. */
export const addressPattern = (address: string) =>
  new RegExp(`^${address.replace(/\?.*/, '').replaceAll('_', '[^/]+')}$`)

const student = (index: number) => (year: number) => demoRoster(year)[index]!.studentNumber
/** From a list to the case of its first row, or of the one that says this. */
const first =
  (list: string, text = '') =>
  async (page: Page) => {
    await page.goto(list)
    await page
      .locator('tr, .rows > li')
      .filter({ hasText: text, has: page.locator('a.opens') })
      .locator('a.opens')
      .first()
      .click()
    await page.waitForURL(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  }
/** By a link on a page to another, whose address has this in it. */
const by = (go: string | ((page: Page) => Promise<unknown>), link: string) => async (page: Page) => {
  await (typeof go === 'string' ? page.goto(go) : go(page))
  const to = page.locator(`a[href*="${link}"]`).first()
  await page.goto((await to.getAttribute('href')) ?? '')
}
/** Then a page below that case. */
const below = (go: (page: Page) => Promise<unknown>, page: string) => async (at: Page) => {
  await go(at)
  await at.goto(`${new URL(at.url()).pathname}/${page}`)
}

/** The post's sheet is brought, and what it would do is looked at. */
const postSheetBrought = async (page: Page) => {
  await page.goto('/school/transfers?status=prepared')
  const number = await page.locator('.mono').first().innerText()
  await page.goto('/school/transfers/import')
  const rows = ['发档号,EMS单号,退回原因', `${number},0107654399CN,`, 'F2099-00001,0107654398CN,']
  const file = { name: '邮局.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('.sheet-rows').first().waitFor()
}

/** A list of deregistered employers is pasted, and which of them are the school's is looked at. */
const struckOutPasted = async (page: Page) => {
  await page.goto('/school/checks/deregistered')
  await page.locator('textarea').fill(['91420100MA4KWXYU6 某公司 2026-05-01', '12345'].join('\n'))
  await page.locator('form button[type=submit]').click()
  await page.locator('.note').first().waitFor()
}

/** A list of invitations is brought, some of it with faults, and looked at. */
const invitationsBrought = async (page: Page) => {
  await page.goto('/employer/invite-many')
  const rows = [
    '学号,姓名,拟聘用职位,工作职位类别,报到期限,实际工作地点,签约联系人,联系电话,试用期天数,试用起薪,转正起薪',
    '2099010001,某人,工程师,13,2099-07-01,420111,李四,027-81234567,30,7000,8000',
    '2099010002,另一人,工程师,十三,,武汉,李四,12,半年,7000,面议',
  ]
  const file = { name: '秋招邀约.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/invite-many\/[0-9]{5}\/[0-9a-f]{8}-/)
  await page.locator('.tab-links').waitFor()
}

/** A roster is brought, some of it with faults, and looked at. */
const rosterBrought = async (page: Page) => {
  await page.goto('/school/roster-imports')
  const rows = [
    '学号,姓名,身份证号,院系,学历,专业,届别,备注',
    '2027990001,周一,420111200503050018,计算机学院,本科,软件工程,2027届,',
    '2027990002,吴二,42011120050305,计算机学院,本科,软件工程,去年,',
    '2027990003,郑三,,外星学院,本科,软件工程,2027,',
  ]
  const file = { name: '2027 届生源.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/roster-imports\/[0-9a-f]{8}-/)
  await page.locator('.tab-links').waitFor()
}

/** Somebody's own request about data: made where there is none yet, and opened. */
const requestMade = (portal: 'student' | 'employer') => async (page: Page) => {
  await page.goto(`/${portal}/privacy`)
  const list = page.locator('a.opens, .rows a')
  const ask = page.getByRole('button', { name: /^(提出申请|Make a request)$/ })
  await list.or(ask).first().waitFor()
  if (await ask.isVisible()) {
    await ask.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('不再使用，请删除接收邮箱')
    await dialog.getByRole('button', { name: /^(提出申请|Make a request)$/ }).click()
  }
  await list.first().click()
  await page.waitForURL(/privacy-requests/)
}

/** A moment of the school's figures: kept where there is none yet, and opened. */
const momentKept = async (page: Page) => {
  await page.goto('/school/moments')
  const list = page.locator('a.opens, .rows a')
  await page.locator('.empty').or(list.first()).first().waitFor()
  if ((await list.count()) === 0) {
    await page.getByRole('button', { name: /^(定格|Keep figures)$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('第一周')
    await dialog.getByRole('button', { name: /^(确定|Confirm)$/ }).click()
  } else await list.first().click()
  await page.waitForURL(/moments\/[0-9a-f]{8}-/)
}

/** The student's recommendation: asked for where there is none yet, and opened. */
const recommendationAsked = async (page: Page) => {
  await page.goto('/student/recommendation')
  const ask = page.getByRole('button', { name: /^(提交申请|Send)$/ })
  await ask.or(page.locator('.case-acts')).first().waitFor()
  if (await ask.isVisible()) await ask.click()
  await page.waitForURL(/\/recommendations\//)
}

/** A paper form is handed out to the first student, who may have one by now; then the register. */
const formHandedOut = async (page: Page) => {
  await first('/school/students')(page)
  await page.getByRole('button', { name: /^(发放纸质协议书|Hand out paper forms)$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^(发放|Hand out)$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.goto('/school/paper-forms')
}

/** From the invitation to the agreement that came of it. */
const agreementSigned = async (page: Page) => {
  await first('/student/invitations')(page)
  await page.locator('.case-acts a').last().click()
  await page.waitForURL(/\/agreements\//)
}

const OWN = (portal: string): Visit[] => [
  ['notices', `/${portal}/notices`],
  ['account', `/${portal}/account`],
  ['privacy', `/${portal}/privacy`],
]

export const PEOPLE: readonly Person[] = [
  {
    role: 'anybody',
    portal: null,
    login: () => '',
    visits: [
      ['front', '/'],
      ['school', `/s/${DEMO_SCHOOL.code}`],
      ['announcements', `/s/${DEMO_SCHOOL.code}/announcements`],
      [
        'announcement',
        `/s/${DEMO_SCHOOL.code}/announcements/_`,
        by(`/s/${DEMO_SCHOOL.code}`, '/announcements/'),
      ],
      ['jobs', `/s/${DEMO_SCHOOL.code}/jobs`],
      ['job', `/s/${DEMO_SCHOOL.code}/jobs/_`, by(`/s/${DEMO_SCHOOL.code}/jobs`, '/jobs/')],
      ['talks', `/s/${DEMO_SCHOOL.code}/talks`],
      ['talk', `/s/${DEMO_SCHOOL.code}/talks/_`, by(`/s/${DEMO_SCHOOL.code}/talks`, '/talks/')],
      ['fairs', `/s/${DEMO_SCHOOL.code}/fairs`],
      ['fair', `/s/${DEMO_SCHOOL.code}/fairs/_`, by(`/s/${DEMO_SCHOOL.code}/fairs`, '/fairs/')],
      ['verify', '/verify'],
      ['register', '/register'],
      ['door-student', '/sign-in/student'],
      ['door-employer', '/sign-in/employer'],
      ['door-school', '/sign-in/school'],
      ['confirm-email', '/confirm-email'],
      ['privacy', '/privacy'],
      ['forgotten', '/forgotten/student'],
      ['recover', '/recover'],
      ['school-door', '/school-door'],
    ],
  },
  {
    role: 'newcomer',
    portal: 'student',
    login: student(30),
    secret: (year) => demoRoster(year)[30]!.idNumber,
    visits: [['verification', '/student/verification']],
  },
  {
    role: 'student',
    portal: 'student',
    login: student(0),
    visits: [
      ['home', '/student'],
      ['invitations', '/student/invitations'],
      ['invitation', '/student/invitations/_/_', first('/student/invitations')],
      ['paper', '/student/paper'],
      ['paper-form', '/student/paper/new'],
      ['paper-form-terms', '/student/paper/new?step=2'],
      ['destinations', '/student/destinations'],
      ['categories', '/student/destinations/new'],
      ['destination-form', '/student/destinations/new?category=46'],
      ['dissolutions', '/student/dissolutions'],
      ['data', '/student/data'],
      ['correction-form', '/student/corrections/new'],
      ['jobs', '/student/jobs'],
      ['job', '/student/jobs/_', by('/student/jobs', '/student/jobs/')],
      ['recommendation', '/student/recommendations/_/_', recommendationAsked],
      [
        'recommendation-correct',
        '/student/recommendations/_/_/correct',
        below(recommendationAsked, 'correct'),
      ],
      ['recommendation-codes', '/student/recommendations/_/_/codes', below(recommendationAsked, 'codes')],
      ['talks', '/student/talks'],
      ['talk', '/student/talks/_/_', by('/student/talks', '/student/talks/')],
      ['fairs', '/student/fairs'],
      ['elsewhere', '/student/elsewhere'],
      ['fair', '/student/fairs/_/_', by('/student/fairs', '/student/fairs/')],
      ...OWN('student'),
    ],
  },
  {
    role: 'student-applying',
    portal: 'student',
    login: student(8),
    visits: [
      ['applications', '/student/jobs?tab=applied'],
      ['interviews', '/student/jobs?tab=interviews'],
      ['application', '/student/applications/_/_', by('/student/jobs?tab=applied', '/applications/')],
      ['resumes', '/student/jobs?tab=resumes'],
      ['resume', '/student/resumes/_', by('/student/jobs?tab=resumes', '/resumes/')],
      ['resume-looks', '/student/jobs?tab=looks'],
    ],
  },
  {
    role: 'student-signed',
    portal: 'student',
    login: student(10),
    visits: [
      ['home', '/student'],
      ['agreement', '/student/agreements/_/_', agreementSigned],
      ['verification-codes', '/student/agreements/_/_/codes', below(agreementSigned, 'codes')],
      ['paper-taken', '/student/paper'],
      ['recommendation-form', '/student/recommendation'],
    ],
  },
  {
    role: 'student-asked',
    portal: 'student',
    login: student(18),
    visits: [
      ['home', '/student'],
      ['dissolutions', '/student/dissolutions'],
      ['dissolution', '/student/dissolutions/_/_', first('/student/dissolutions')],
    ],
  },
  {
    role: 'student-asking',
    portal: 'student',
    login: student(19),
    visits: [
      ['home', '/student'],
      ['dissolution', '/student/dissolutions/_/_', first('/student/dissolutions')],
      [
        'certificate',
        '/student/dissolutions/_/_/certificate',
        below(first('/student/dissolutions'), 'certificate'),
      ],
      [
        'certificate-codes',
        '/student/dissolutions/_/_/codes',
        below(first('/student/dissolutions'), 'codes'),
      ],
      ['proof', '/proof/_/_', by(below(first('/student/dissolutions'), 'certificate'), '/proof/')],
    ],
  },
  {
    role: 'student-returned',
    portal: 'student',
    login: student(23),
    visits: [
      ['home', '/student'],
      ['paper', '/student/paper'],
      ['paper-agreement', '/student/agreements/_/_', first('/student/paper')],
      ['paper-correct', '/student/agreements/_/_/correct', below(first('/student/paper'), 'correct')],
    ],
  },
  {
    role: 'student-certified',
    portal: 'student',
    login: student(24),
    visits: [
      ['home', '/student'],
      ['dissolutions', '/student/dissolutions'],
      ['ask-dissolution', '/student/dissolve/_/_', by('/student/dissolutions', '/dissolve/')],
    ],
  },
  {
    role: 'student-elsewhere',
    portal: 'student',
    login: student(27),
    visits: [
      ['home', '/student'],
      ['destination', '/student/destinations/_/_', first('/student/destinations')],
      [
        'destination-correct',
        '/student/destinations/_/_/correct',
        below(first('/student/destinations'), 'correct'),
      ],
      [
        'destination-codes',
        '/student/destinations/_/_/codes',
        below(first('/student/destinations'), 'codes'),
      ],
    ],
  },
  {
    role: 'student-mistaken',
    portal: 'student',
    login: student(29),
    visits: [
      ['home', '/student'],
      ['data', '/student/data'],
      ['privacy-request', '/student/privacy-requests/_/_', requestMade('student')],
      ['corrections', '/student/corrections'],
      ['correction', '/student/corrections/_/_', first('/student/corrections')],
      [
        'correction-resubmit',
        '/student/corrections/_/_/correct',
        below(first('/student/corrections'), 'correct'),
      ],
    ],
  },
  {
    role: 'student-reporting',
    portal: 'student',
    login: student(5),
    visits: [
      ['help', '/student/help'],
      ['confirmation', '/student/confirmation'],
      ['objection', '/student/objections/_/_', first('/student/confirmation')],
      ['post-reports', '/student/jobs?tab=reports'],
      ['post-report', '/student/post-reports/_/_', by('/student/jobs?tab=reports', '/post-reports/')],
      [
        'absence',
        '/student/absences/_/_',
        by(by('/student/talks?tab=mine', '/student/talks/'), '/student/absences/'),
      ],
    ],
  },
  {
    role: 'employer',
    portal: 'employer',
    login: () => 'hr1',
    visits: [
      ['workbench', '/employer'],
      ['invite', '/employer/invite'],
      ['invite-many-checked', '/employer/invite-many/_/_', invitationsBrought],
      ['invite-many', '/employer/invite-many'],
      ['term-templates', '/employer/term-templates'],
      ['invitations', '/employer/invitations'],
      ['invitation', '/employer/invitations/_/_', first('/employer/invitations')],
      [
        'revise',
        '/employer/invitations/_/_/revise',
        below(first('/employer/invitations', '待应约'), 'revise'),
      ],
      ['agreements', '/employer/agreements'],
      ['agreement', '/employer/agreements/_/_', first('/employer/agreements')],
      ['verification-codes', '/employer/agreements/_/_/codes', below(first('/employer/agreements'), 'codes')],
      ['amend', '/employer/agreements/_/_/amend', below(first('/employer/agreements'), 'amend')],
      ['dissolutions', '/employer/dissolutions'],
      ['dissolvable', '/employer/dissolutions?tab=signed'],
      ['dissolutions-all', '/employer/dissolutions?tab=all'],
      ['schools', '/employer/schools'],
      ['apply', `/employer/apply/${DEMO_SCHOOL.code}`],
      ['admission', '/employer/admissions/_/_', by('/employer/schools', '/employer/admissions/')],
      ['record', '/employer/record'],
      ['members', '/employer/members'],
      ['api-tokens', '/employer/api-tokens'],
      ['webhooks', '/employer/webhooks'],
      ['privacy-request', '/employer/privacy-requests/_/_', requestMade('employer')],
      ['seal', '/employer/seal'],
      ['posts', '/employer/posts'],
      ['post-form', '/employer/posts/new'],
      ['post', '/employer/posts/_', first('/employer/posts')],
      [
        'post-at-school',
        '/employer/posts/_/_',
        by(first('/employer/posts'), `/employer/posts/${DEMO_SCHOOL.code}/`),
      ],
      ['talks', '/employer/talks'],
      ['talk-form', '/employer/talks/new'],
      ['talk', '/employer/talks/_/_', first('/employer/talks')],
      ['fairs', '/employer/fairs'],
      ['fair', '/employer/fairs/_/_', first('/employer/fairs')],
      ...OWN('employer'),
    ],
  },
  {
    // Whose posts students have applied for.
    role: 'employer-hiring',
    portal: 'employer',
    login: () => 'hr12',
    visits: [
      ['applicants', '/employer/applications'],
      ['applicant', '/employer/applications/_/_', first('/employer/applications')],
      ['resumes', '/employer/resumes'],
      ['resume', '/employer/resumes/_/_', by('/employer/resumes', '/employer/resumes/')],
    ],
  },
  {
    role: 'employer-interviewing',
    portal: 'employer',
    login: () => 'hr8',
    visits: [
      ['interviews', '/employer/interviews'],
      ['interviews-waiting', '/employer/interviews?tab=waiting'],
      ['applicant', '/employer/applications/_/_', first('/employer/interviews')],
    ],
  },
  {
    role: 'employer-offering',
    portal: 'employer',
    login: () => 'hr10',
    visits: [
      [
        'invite-applicant',
        '/employer/applications/_/_/invite',
        below(first('/employer/applications'), 'invite'),
      ],
    ],
  },
  {
    role: 'employer-asked',
    portal: 'employer',
    login: () => 'hr2',
    visits: [
      ['workbench', '/employer'],
      [
        'invite-again',
        '/employer/invitations/_/_/again',
        below(first('/employer/invitations?status=declined'), 'again'),
      ],
    ],
  },
  {
    role: 'employer-dissolving',
    portal: 'employer',
    login: () => 'hr2',
    visits: [
      ['ask-dissolution', '/employer/dissolve/_/_', by('/employer/dissolutions?tab=signed', '/dissolve/')],
      ['dissolution', '/employer/dissolutions/_/_', first('/employer/dissolutions?tab=all')],
      [
        'certificate-codes',
        '/employer/dissolutions/_/_/codes',
        below(first('/employer/dissolutions?tab=all'), 'codes'),
      ],
    ],
  },
  {
    role: 'school',
    portal: 'school',
    login: () => 'admin',
    visits: [
      ['admissions', '/school/admissions'],
      ['admission', '/school/admissions/_/_', first('/school/admissions')],
      ['record', '/school/employers/_', by(first('/school/admissions'), '/school/employers/')],
      ['first', '/school'],
      ['figures', '/school/figures'],
      ['figure-rows', '/school/figures/rows', by('/school/figures', '/figures/rows')],
      ['moment', '/school/moments/_', momentKept],
      ['moments', '/school/moments'],
      ['comparison', '/school/moments/_/comparison', below(momentKept, 'comparison')],
      ['changes', '/school/moments/_/changes', below(momentKept, 'changes')],
      ['kept-rows', '/school/moments/_/rows', by(by(momentKept, '/school/figures?moment='), '/rows?')],
      ['report', '/school/moments/_/report', below(momentKept, 'report')],
      ['exports', '/school/exports'],
      ['export', '/school/exports/_', by('/school/exports', '/school/exports/0')],
      [
        'export-returned',
        '/school/exports/_/returned',
        below(by('/school/exports', '/school/exports/0'), 'returned'),
      ],
      ['export-template', '/school/exports/new'],
      [
        'export-template-change',
        '/school/exports/_/edit',
        below(by('/school/exports', '/school/exports/0'), 'edit'),
      ],
      ['agreements', '/school/agreements'],
      ['agreement', '/school/agreements/_/_', first('/school/agreements?queue=all')],
      [
        'verification-codes',
        '/school/agreements/_/_/codes',
        below(first('/school/agreements?queue=all'), 'codes'),
      ],
      ['dissolutions', '/school/dissolutions?queue=all'],
      ['dissolution', '/school/dissolutions/_/_', first('/school/dissolutions?queue=all')],
      [
        'certificate-codes',
        '/school/dissolutions/_/_/codes',
        below(first('/school/dissolutions?queue=all'), 'codes'),
      ],
      ['destinations', '/school/destinations?queue=all'],
      ['destination', '/school/destinations/_/_', first('/school/destinations?queue=all')],
      [
        'destination-codes',
        '/school/destinations/_/_/codes',
        below(first('/school/destinations?queue=all'), 'codes'),
      ],
      ['corrections', '/school/corrections?queue=all'],
      ['correction', '/school/corrections/_/_', first('/school/corrections?queue=all')],
      ['recommendations', '/school/recommendations?queue=all'],
      ['recommendation', '/school/recommendations/_/_', first('/school/recommendations?queue=all')],
      [
        'recommendation-codes',
        '/school/recommendations/_/_/codes',
        below(first('/school/recommendations?queue=all'), 'codes'),
      ],
      ['posts', '/school/posts?queue=all'],
      ['post', '/school/posts/_/_', first('/school/posts?queue=all')],
      ['post-reports', '/school/post-reports?queue=all'],
      ['post-report', '/school/post-reports/_/_', first('/school/post-reports?queue=all')],
      ['checks', '/school/checks?queue=all'],
      ['check', '/school/checks/_/_', first('/school/checks?queue=all')],
      ['check-rules', '/school/check-rules'],
      ['checks-deregistered', '/school/checks/deregistered', struckOutPasted],
      ['help', '/school/help'],
      ['helped', '/school/help/_/_', first('/school/help')],
      ['help-notices', '/school/help-notices'],
      ['confirmations', '/school/confirmations'],
      ['confirmation-list', '/school/confirmations/list?standing=objected'],
      ['objections', '/school/objections?queue=all'],
      ['objection', '/school/objections/_/_', first('/school/objections?queue=all')],
      ['post-wording', '/school/settings/post-wording'],
      ['absences', '/school/absences?queue=all'],
      ['absence', '/school/absences/_/_', first('/school/absences')],
      ['talks', '/school/talks?queue=all'],
      ['talk', '/school/talks/_/_', first('/school/talks?queue=all')],
      [
        'talk-door',
        '/school/talks/_/_/door',
        below(first('/school/talks?queue=all&status=scheduled'), 'door'),
      ],
      [
        'talk-visitors',
        '/school/talks/_/_/visitors',
        below(first('/school/talks?queue=all&status=scheduled'), 'visitors'),
      ],
      [
        'talk-guests',
        '/school/talks/_/_/guests',
        below(first('/school/talks?queue=all&status=scheduled'), 'guests'),
      ],
      ['fairs', '/school/fairs'],
      ['fair-form', '/school/fairs/new'],
      ['fair', '/school/fairs/_/_', first('/school/fairs')],
      ['fair-entries', '/school/fairs/_/_/entries', below(first('/school/fairs'), 'entries')],
      ['fair-floor', '/school/fairs/_/_/floor', below(first('/school/fairs'), 'floor')],
      ['fair-badges', '/school/fairs/_/_/badges', below(first('/school/fairs'), 'badges')],
      ['fair-door', '/school/fairs/_/_/door', below(first('/school/fairs'), 'door')],
      ['fair-visitors', '/school/fairs/_/_/visitors', below(first('/school/fairs'), 'visitors')],
      ['fair-guests', '/school/fairs/_/_/guests', below(first('/school/fairs'), 'guests')],
      [
        'fair-entry',
        '/school/fair-entries/_/_',
        by(below(first('/school/fairs'), 'floor'), '/school/fair-entries/'),
      ],
      ['venues', '/school/venues'],
      ['paper-forms', '/school/paper-forms', formHandedOut],
      ['paper-form', '/school/paper-forms/_/_', first('/school/paper-forms')],
      ['evidence-archives', '/school/evidence-archives?which=all'],
      ['taken-files', '/school/taken-files'],
      ['school-copy', '/school/copy'],
      ['audit', '/school/audit'],
      ['audit-rows', '/school/audit/rows', by('/school/audit', 'topic=self-check')],
      ['students', '/school/students'],
      ['student-new', '/school/students/new'],
      [
        'transfer-papers',
        '/school/transfer-papers',
        by(first('/school/students'), '/school/transfer-papers'),
      ],
      ['transfers', '/school/transfers'],
      ['transfer', '/school/transfers/_/_', first('/school/transfers')],
      ['transfers-new', '/school/transfers/new'],
      ['transfers-import', '/school/transfers/import', postSheetBrought],
      ['student', '/school/students/_/_', first('/school/students')],
      ['activation-codes', '/school/activation-codes'],
      ['recoveries', '/school/recoveries'],
      ['school-sign-in', '/school/sign-in'],
      ['message-channels', '/school/messages'],
      ['api-tokens', '/school/api-tokens'],
      ['webhooks', '/school/webhooks'],
      ['undelivered-notices', '/school/messages?tab=undelivered'],
      ['roster-import', '/school/roster-imports/_', rosterBrought],
      [
        'roster-import-columns',
        '/school/roster-imports/_?tab=columns',
        async (page) => {
          await rosterBrought(page)
          await page.getByRole('link', { name: /^(列名|Columns)$/ }).click()
        },
      ],
      ['roster-imports', '/school/roster-imports'],
      ['colleges', '/school/colleges'],
      ['majors', '/school/majors'],
      ['staff', '/school/staff'],
      ['staff-member', '/school/staff/_', first('/school/staff')],
      ['announcements', '/school/announcements'],
      ['announcement', '/school/announcements/_', first('/school/announcements')],
      ['announcement-form', '/school/announcements/new'],
      ['site', '/school/site'],
      ['seal', '/school/seal'],
      ['settings', '/school/settings'],
      ['privacy-settings', '/school/privacy-settings'],
      ['privacy-requests', '/school/privacy-requests?queue=all'],
      ['privacy-request', '/school/privacy-requests/_/_', first('/school/privacy-requests?queue=all')],
      ['setting-changes', '/school/settings/changes'],
      ['own-fields', '/school/settings/fields'],
      ['notice-texts', '/school/notice-texts'],
      ['document-template', '/school/document-template'],
      ...OWN('school'),
    ],
  },
  {
    // The first of the roster, to whom the school has handed out a form.
    role: 'student-with-form',
    portal: 'student',
    login: student(0),
    visits: [
      ['paper', '/student/paper'],
      ['paper-form', '/student/paper-forms/_/_', first('/student/paper')],
    ],
  },
  {
    // Their file has come back, and is to go once more.
    role: 'student-with-file',
    portal: 'student',
    login: student(18),
    visits: [
      ['transfers', '/student/transfers'],
      ['transfer', '/student/transfers/_/_', first('/student/transfers')],
    ],
  },
  {
    role: 'operator',
    portal: 'platform',
    login: () => 'operator',
    visits: [
      ['schools', '/platform'],
      ['school', `/platform/schools/${DEMO_SCHOOL.code}`],
      ['health', '/platform/health'],
      ['code-tables', '/platform/code-tables'],
      ['code-table', '/platform/code-tables/industry'],
      ['place-facts', '/platform/places/minimum-wage'],
      // Nobody has a link any more once the demo is told: what is seen is what such a link says.
      ['link', '/enter'],
      ...OWN('platform'),
    ],
  },
]

/** The pictures of the README, out of the same run: by the name of a file in the sheets. */
export const OF_README: Readonly<Record<string, string>> = {
  'student-home-phone.png': 'student/zh-CN/390/home.png',
  'invitation-phone.png': 'student/zh-CN/390/invitation.png',
  'agreement-phone.png': 'student-signed/zh-CN/390/agreement.png',
  'dissolution-phone.png': 'student-asked/zh-CN/390/dissolution.png',
  'destination-phone.png': 'student/zh-CN/390/destination-form.png',
  'invite-form.png': 'employer/zh-CN/1280/invite.png',
  'queue-dissolutions.png': 'school/zh-CN/1280/dissolutions.png',
}
