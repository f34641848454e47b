import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './source-tree.ts'

const text = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const all = (pattern: RegExp, of: string) => [...of.matchAll(pattern)].map(([, found]) => found!)

const README = text('README.md')
const READMES = ['README.md', 'README.zh-CN.md']
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

const SETTINGS = all(/^ {2}([A-Z_]+): /gm, text('src/server/configuration.ts'))
/** What each README tells, in the order it tells it. */
const TOLD = {
  headings: (readme: string) => all(/^(#+) /gm, readme),
  commands: (readme: string) => all(/(?:`|^|&& )(npm (?:ci|start|test|run [\w:-]+))/gm, readme),
  settings: (readme: string) =>
    all(/^\| (`[A-Z_]+`.*?) *\|/gm, readme).flatMap((cell) => all(/`([A-Z_]+)`/g, cell)),
  pictures: (readme: string) => all(/!\[[^\]]*\]\(([^)]+)\)/g, readme),
  pages: (readme: string) =>
    all(/(?<!!)\[[^\]]*\]\(([^)#]+)\)/g, readme).filter((page) => !READMES.includes(page)),
  points: (readme: string) => all(/^(- )/gm, readme),
  rows: (readme: string) => all(/^(\|)/gm, readme),
}

describe('the two READMEs', () => {
  test.each(Object.entries(TOLD))('tell the same %s', (_, told) => {
    expect(told(README)).not.toEqual([])
    expect(told(text('README.zh-CN.md'))).toEqual(told(README))
  })

  test('name every setting that the server reads, and no other', () => {
    expect(SETTINGS).toContain('PORT')
    expect(TOLD.settings(README).sort()).toEqual(SETTINGS.sort())
  })

  test('name commands that exist', () => {
    const named = TOLD.commands(README).map((command) => command.replace(/^npm (run )?/, ''))
    expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([])
  })
})

const ALL_PAGES = [
  ...readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
]

test.each(ALL_PAGES)('%s leads to pages and pictures that are there', (page) => {
  const targets = all(/\]\((?!https?:)([^)#]+)/g, text(page)).map((target) => join(ROOT, page, '..', target))
  expect(targets.filter((target) => !existsSync(target))).toEqual([])
})
