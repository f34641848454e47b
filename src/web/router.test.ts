import { expect, test } from 'vitest'
import { product, source } from '../../tests/source-tree.ts'
import { portal } from '../contracts/accounts.ts'
import { caseAddress, leadsTo } from '../contracts/case-address.ts'
import { SUBJECT_KINDS } from '../domain/case.ts'
import { PORTALS } from '../domain/portal.ts'
import { router } from './router.tsx'

for (const portal of PORTALS) await router.options.context.open(`/${portal}`)

const key = { school: '$school', id: '$id' }
const pages = Object.keys(router.routesByPath)

test.each(
  portal.options
    .flatMap((reader) =>
      SUBJECT_KINDS.map((kind) => leadsTo(reader, { school: key.school, subject: { kind, id: key.id } })),
    )
    .filter((address) => address !== null),
)('%s, where mails lead, is a page', (address) => {
  expect(pages).toContain(address)
})

test.each([
  caseAddress('employer', { kind: 'invitation', ...key }, 'revise'),
  caseAddress('student', { kind: 'agreement', ...key }, 'correct'),
  caseAddress('employer', { kind: 'agreement', ...key }, 'amend'),
  caseAddress('student', { kind: 'dissolution', ...key }, 'certificate'),
  caseAddress('student', { kind: 'destination', ...key }, 'correct'),
])('%s, below the page of a case, is a page', (address) => {
  expect(pages).toContain(address)
})

const site = product
  .filter((file) => file.startsWith('src/web/') && !file.endsWith('.routes.ts'))
  .map(source)
  .join('\n')
/** A link to it; where every portal has such a page, it is written once for all. */
const linkTo = (page: string) => {
  const [, reader, ...rest] = page.split('/')
  return new RegExp(`['"\`]/(${reader}|\\$\\{portal\\})/${rest.join('/')}['"\`]`)
}

test.each(pages.filter((page) => /^\/(student|employer|school)\/\w/.test(page) && !page.includes('$')))(
  'a menu or a link leads to %s',
  (page) => {
    expect(site).toMatch(linkTo(page))
  },
)
