import { chromium } from 'playwright'
import { chromiumPath } from '../scripts/chromium.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import { print } from './load.ts'
import { type Weight, weigh } from './page-weight.ts'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']
const PHONE = { width: 390, height: 844 }

const shown = ({ bytes, requests, ms }: Weight) =>
  `${(bytes / 1000).toFixed(1)} KB  ${requests} requests  ${(ms / 1000).toFixed(2)} s`

/** The first pages of a student at an address, as a slow phone opens them: what is sent, in how many requests, how long. */
export async function measurePages(baseURL: string, token: string): Promise<void> {
  const executablePath = chromiumPath()
  if (!executablePath) return print('pages', 'no Chromium: not measured')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const context = await browser.newContext({ viewport: PHONE, baseURL, locale: 'zh-CN' })
    const slow = { cold: true, slow: true }
    print('the front, slow phone', shown(await weigh(await context.newPage(), '/', slow)))
    print('the door, slow phone', shown(await weigh(await context.newPage(), '/sign-in/student', slow)))
    await context.addCookies([{ name: SESSION_COOKIE, value: token, url: baseURL }])
    const home = await context.newPage()
    print('home after the door', shown(await weigh(home, '/student', { cold: false, slow: true })))
    print('home opened first', shown(await weigh(await context.newPage(), '/student', slow)))
  } finally {
    await browser.close()
  }
}
