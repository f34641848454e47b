import { expect, test } from 'vitest'
import { portal } from '../contracts/accounts.ts'
import { caseAddress, leadsTo } from '../contracts/case-address.ts'
import { CASE_KINDS } from '../domain/case.ts'
import { router } from './router.tsx'

const key = { school: '$school', id: '$id' }
const pages = Object.keys(router.routesByPath)

test.each(
  portal.options
    .flatMap((reader) =>
      CASE_KINDS.map((kind) => leadsTo(reader, { school: key.school, subject: { kind, id: key.id } })),
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
