import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { unknownInScripts, unknownStyles } from './listed.ts'

const BUILT = join(import.meta.dirname, '../dist/web/assets')
const scratch = mkdtempSync(join(tmpdir(), 'qianyue-script-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('no script uses what a browser of the list does not know', () => {
  expect(unknownInScripts(BUILT)).toEqual([])
})

test('no style sheet does', async () => {
  const sheets = readdirSync(BUILT).filter((name) => name.endsWith('.css'))
  expect(sheets).not.toEqual([])
  for (const name of sheets) {
    const css = readFileSync(join(BUILT, name), 'utf8')
    expect(await unknownStyles(css)).toEqual([])
    expect(css).not.toContain(':has(')
  }
})

test('zod stays with the server', () => {
  const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js'))
  expect(scripts.filter((name) => readFileSync(join(BUILT, name), 'utf8').includes('_zod'))).toEqual([])
})

test.each([
  'export const last = [1].findLast((n) => n)',
  'export const own = Object.hasOwn({}, "a")',
  'export const copy = structuredClone({})',
  'export const last = [1].at(-1)',
  'export const answer = await fetch("/")',
  'export class A { static { A.b = 1 } }',
])('a script is refused for: %s', (code) => {
  writeFileSync(join(scratch, 'script.js'), code)
  expect(unknownInScripts(scratch)).not.toEqual([])
})

test.each([
  '@media (width<=760px) { a { color: red } }',
  'a { color: color-mix(in srgb, red, blue) }',
  'a { &:hover { color: red } }',
  '@container (width > 400px) { a { color: red } }',
])('a style sheet is refused for: %s', async (css) => {
  expect(await unknownStyles(css)).not.toEqual([])
})
