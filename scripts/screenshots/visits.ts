import type { Page } from 'playwright'
import type { Me } from '../../src/contracts/accounts.ts'
import { DEMO_SCHOOL, demoRoster } from '../../src/server/demo/people.ts'

/** A page to look at: its name in the sheet, and how to come to it. */
export type Visit = readonly [name: string, go: string | ((page: Page) => Promise<unknown>)]
/** Somebody of the demo, and all that they are shown. */
export type Person = {
  readonly role: string
  readonly portal: Me['portal'] | null
  readonly login: (year: number) => string
  /** What they sign in with, where it is not the password of the demo. */
  readonly secret?: (year: number) => string
  readonly visits: readonly Visit[]
}

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
/** Then a page below that case. */
const below = (go: (page: Page) => Promise<unknown>, page: string) => async (at: Page) => {
  await go(at)
  await at.goto(`${new URL(at.url()).pathname}/${page}`)
}

const OWN = (portal: string): Visit[] => [
  ['notices', `/${portal}/notices`],
  ['account', `/${portal}/account`],
]

export const PEOPLE: readonly Person[] = [
  {
    role: 'anybody',
    portal: null,
    login: () => '',
    visits: [
      ['front', '/'],
      ['school', `/s/${DEMO_SCHOOL.code}`],
      ['door-student', '/sign-in/student'],
      ['door-employer', '/sign-in/employer'],
      ['door-school', '/sign-in/school'],
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
      ['invitation', first('/student/invitations')],
      ['paper', '/student/paper'],
      ['paper-form', '/student/paper/new'],
      ['paper-form-terms', '/student/paper/new?step=2'],
      ['destinations', '/student/destinations'],
      ['categories', '/student/destinations/new'],
      ['destination-form', '/student/destinations/new?category=46'],
      ['dissolutions', '/student/dissolutions'],
      ['data', '/student/data'],
      ...OWN('student'),
    ],
  },
  {
    role: 'student-signed',
    portal: 'student',
    login: student(10),
    visits: [
      ['home', '/student'],
      [
        'agreement',
        async (page) => {
          await first('/student/invitations')(page)
          await page.locator('.case-acts a').last().click()
          await page.waitForURL(/\/agreements\//)
        },
      ],
      ['paper-taken', '/student/paper'],
    ],
  },
  {
    role: 'student-asked',
    portal: 'student',
    login: student(18),
    visits: [
      ['home', '/student'],
      ['dissolutions', '/student/dissolutions'],
      ['dissolution', first('/student/dissolutions')],
    ],
  },
  {
    role: 'student-asking',
    portal: 'student',
    login: student(19),
    visits: [
      ['home', '/student'],
      ['dissolution', first('/student/dissolutions')],
      ['certificate', below(first('/student/dissolutions'), 'certificate')],
    ],
  },
  {
    role: 'student-returned',
    portal: 'student',
    login: student(23),
    visits: [
      ['home', '/student'],
      ['paper', '/student/paper'],
      ['paper-agreement', first('/student/paper')],
      ['paper-correct', below(first('/student/paper'), 'correct')],
    ],
  },
  {
    role: 'employer',
    portal: 'employer',
    login: () => 'hr1',
    visits: [
      ['workbench', '/employer'],
      ['invite', '/employer/invite'],
      ['invitations', '/employer/invitations'],
      ['invitation', first('/employer/invitations')],
      ['agreements', '/employer/agreements'],
      ['agreement', first('/employer/agreements')],
      ['dissolutions', '/employer/dissolutions'],
      ['dissolvable', '/employer/dissolutions?tab=signed'],
      ['dissolutions-all', '/employer/dissolutions?tab=all'],
      ...OWN('employer'),
    ],
  },
  {
    role: 'employer-asked',
    portal: 'employer',
    login: () => 'hr2',
    visits: [
      ['workbench', '/employer'],
      ['invite-again', below(first('/employer/invitations?status=declined'), 'again')],
    ],
  },
  {
    role: 'school',
    portal: 'school',
    login: () => 'admin',
    visits: [
      ['first', '/school'],
      ['dissolutions', '/school/dissolutions?queue=all'],
      ['dissolution', first('/school/dissolutions?queue=all')],
      ['destinations', '/school/destinations?queue=all'],
      ['destination', first('/school/destinations?queue=all')],
      ['students', '/school/students'],
      ['student', first('/school/students')],
      ['settings', '/school/settings'],
      ...OWN('school'),
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
