import { expect, test } from 'vitest'
import { addressPattern, PEOPLE } from '../scripts/screenshots/visits.ts'
import { product, source } from './source-tree.ts'

/** Every page of the site, by the table of its portal: `/student/paper/new`, `/proof/_/_`. */
const pages = product
  .filter((file) => /^src\/web\/portals\/\w+\.routes\.ts$/.test(file))
  .flatMap((file) => {
    const text = source(file)
    const portal = text.match(/^ {2}path: '(\w+)',$/m)?.[1]
    return [...text.matchAll(/\bpage\(\s*'([^']*)'/g)].map(([, path]) =>
      `/${[portal, path].filter((part) => part && part !== '/').join('/')}`.replace(/\$\w+/g, '_'),
    )
  })
const pictured = PEOPLE.flatMap(({ visits }) => visits.map(([, address]) => address.replace(/\?.*/, '')))
test('every page of every role is pictured', () => {
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter((page) => !pictured.some((address) => addressPattern(page).test(address)))).toEqual([])
})
