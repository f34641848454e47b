import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
export const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
/** What runs for people: neither tests nor what they are made with. */
export const product = files.filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
/** What of the site is drawn, by the browser or, without scripts, by the server. */
export const styled = [
  'src/web',
  'src/looks',
  'src/server/pages',
  'src/server/features/public-site',
  'src/server/features/posts',
  'src/server/features/fairs',
  'src/server/features/verification-codes',
]
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /(?<!\.test)\.(tsx?|css|html|svg)$/.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
export const source = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const specifiersOf = (file: string) =>
  [...source(file).matchAll(/(?:\bfrom +|\bimport\s*\(\s*|^import +)'([^'\n]+)'/gm)].map((match) => match[1]!)

/** The files that this one imports, types too, by their paths from the root; styles are not files of ours here. */
export const importsOf = (file: string): string[] =>
  specifiersOf(file)
    .filter((specifier) => /^\.\.?\/.*\.tsx?$/.test(specifier))
    .map((specifier) => relative(ROOT, resolve(ROOT, dirname(file), specifier)))

/** Those of them that come with this one when it is loaded: neither types nor what is asked for later. */
export const broughtBy = (file: string): string[] =>
  [...source(file).matchAll(/^(?:import|export) (?!type )[^'(]*'(\.[^']+)'/gm)].map(([, specifier]) =>
    relative(ROOT, resolve(ROOT, dirname(file), specifier!)),
  )

export const packagesOf = (file: string): string[] =>
  specifiersOf(file).filter((specifier) => !specifier.startsWith('.'))

/** Each circle of imports among these files, as the path that closes it. What is loaded when it is opened counts too. */
export function circlesAmong(among: readonly string[]): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file])
      return
    }
    if (done.has(file)) return
    for (const target of importsOf(file)) if (among.includes(target)) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of among) walk(file, [])
  return circles
}
