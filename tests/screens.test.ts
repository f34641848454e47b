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
