import { expect, test } from 'vitest'
import { importsOf, packagesOf, product, source } from './source-tree.ts'

const { dependencies, peerDependencies } = JSON.parse(source('package.json')) as Record<
  'dependencies' | 'peerDependencies',
  Record<string, string>
>
const atHand = { ...dependencies, ...peerDependencies }
/** `antd/es/form` is of the package `antd`; what is no name at all is text between two quotes. */
const packageOf = (specifier: string) => /^(@[a-z0-9.-]+\/)?[a-z0-9][a-z0-9.-]*(?=\/|$)/.exec(specifier)?.[0]
const missingFrom = (packages: object, among: readonly string[]) =>
  among.flatMap((file) =>
    packagesOf(file)
      .map(packageOf)
      .filter((name) => name !== undefined && !(name in packages))
      .map((name) => `${file} needs ${name}`),
  )
const ofWeb = (file: string) => file.startsWith('src/web/')

test('what the server is made of is a dependency: a pruned installation runs', () => {
  expect(
    missingFrom(
      dependencies,
      product.filter((file) => !ofWeb(file)),
    ),
  ).toEqual([])
})

test('what the site is built of is there after `NODE_ENV=production npm ci`, as is the Node that runs it', () => {
  const building = new Set(['scripts/start.ts', 'scripts/build-web.ts', 'vite.config.ts'])
  for (const file of building) for (const brought of importsOf(file)) building.add(brought)
  expect(missingFrom(atHand, [...product.filter(ofWeb), ...building])).toEqual([])
  expect(atHand).toHaveProperty('node')
})
