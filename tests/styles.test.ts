import { expect, test } from 'vitest'
import { source, styled } from './source-tree.ts'

/** Everything between a brace and the one that closes it, from behind the first. */
function upToItsBrace(text: string): string {
  let open = 1
  const end = [...text].findIndex((char) => {
    open += char === '{' ? 1 : char === '}' ? -1 : 0
    return open === 0
  })
  return text.slice(0, end)
}
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean)
/** The classes in an expression: its strings that nothing is compared with; in a template what is put in stands as `*`. */
function classesOf(expression: string): string[] {
  const written = expression.replace(/[!=]== '[^']*'/g, '')
  const templates = [...written.matchAll(/`([^`]*)`/g)].map(([, text]) => text!)
  const strings = [...written.matchAll(/'([^']*)'/g)].map(([, text]) => text!)
  const put = /\$\{[^}]*\}/g
  // What is put in behind a dash ends a name; anything else brings its own strings.
  const spoken = templates.map((text) =>
    text.replace(put, (_, at: number) => (text[at - 1] === '-' ? '*' : '')),
  )
  return [...strings, ...spoken].flatMap(wordsIn)
}

const pages = styled.filter((file) => /(?<!\.test)\.(tsx?|html)$/.test(file))
/** Every class that is given to something, `note-*` where its end is put in. */
const given = new Set(
  pages.flatMap((file) => {
    const text = source(file)
    const plain = [...text.matchAll(/\b[cC]lass(?:Name)?="([^"]*)"/g)].flatMap(([, said]) => wordsIn(said!))
    const made = [...text.matchAll(/\b[cC]lass(?:Name)?=\{/g)].flatMap((match) =>
      classesOf(upToItsBrace(text.slice(match.index + match[0].length))),
    )
    return [...plain, ...made]
  }),
)
const sheets = styled.filter((file) => /\.(css|html)$/.test(file))
/** Every class that has a rule, but for Ant Design's own. */
const ruled = new Set(
  sheets.flatMap((file) => {
    const text = file.endsWith('.html')
      ? [...source(file).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join()
      : source(file)
    const selectors = text.replace(/\/\*[\s\S]*?\*\//g, '').match(/[^{};]+(?=\{)/g) ?? []
    return selectors.flatMap((one) => [...one.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!))
  }),
)
const isAnt = (name: string) => name.startsWith('ant-')
const matches = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name

test('a class is given for its rule: none is given that has none', () => {
  expect([...given].filter((one) => ![...ruled].some((name) => matches(one, name)))).toEqual([])
})

test('a rule is for something: none stands for a class that nothing is given', () => {
  expect([...ruled].filter((name) => !isAnt(name) && ![...given].some((one) => matches(one, name)))).toEqual(
    [],
  )
})

test('a column of a grid can be narrower than what stands in it: no share of the room without a least width', () => {
  const bare = sheets.filter((file) =>
    /grid-(?:template|auto)-columns:[^;]*(?<!minmax\([^()]*(?:\([^()]*\)[^()]*)?)\b1fr/.test(source(file)),
  )
  expect(bare).toEqual([])
})
