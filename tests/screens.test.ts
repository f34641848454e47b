import { expect, test } from 'vitest'
import { product, source } from './source-tree.ts'

/** What every page does in one way, and where that way is. */
const pages = product.filter((file) => file.startsWith('src/web/'))
const those = (what: RegExp, ...but: readonly string[]) =>
  pages.filter((file) => what.test(source(file)) && !but.includes(file))

test('what is wrong in a form is said by the one that lists it above and leads to each', () => {
  expect(those(/<Form[\s<>]|scrollToFirstError/, 'src/web/ui/checked-form.tsx')).toEqual([])
})

test('a note is the house’s', () => {
  expect(those(/^import \{[^}]*\b(Alert|notification|Result|Empty)\b[^}]*\} from 'antd'/m)).toEqual([])
})

test('which portal a page belongs to is read from its address in one place', () => {
  expect(
    those(
      /pathname\.split\(|PORTALS\.find\(\(one\) => one === \w+\.split/,
      'src/web/features/cases/portal.ts',
    ),
  ).toEqual([])
})

test('a group of radios has a name, whoever draws it', () => {
  const groups = pages.flatMap((file) =>
    [...source(file).matchAll(/<Radio\.Group\b[^>]*/g)].map(([group]) => [file, group] as const),
  )
  expect(groups.length).toBeGreaterThan(3)
  expect(groups.filter(([, group]) => !group.includes('aria-label'))).toEqual([])
})

test.each(pages.filter((file) => file.endsWith('-portal.tsx')))(
  'the menu of %s leads to each address once',
  (file) => {
    const addresses = [...source(file).matchAll(/\bto: '([^']+)'/g)].map(([, address]) => address)
    expect(addresses.length).toBeGreaterThan(1)
    expect(addresses.filter((one, at) => addresses.indexOf(one) !== at)).toEqual([])
  },
)
