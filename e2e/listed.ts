import { readdirSync, readFileSync } from 'node:fs'
import browserslist from 'browserslist'
import doiuse from 'doiuse'
import { runChecks } from 'es-check'
import postcss from 'postcss'

/** What a browser of the list may lack, because nothing is lost by it. */
const SPARED: Readonly<Record<string, string>> = {
  'flexbox-gap': 'Safari before 14.1 draws things closer together',
  'css-focus-visible': 'Safari before 15.4 draws its own ring',
  'css-paged-media': 'a printer has margins of its own',
  'css-color-adjust': 'who prints chooses',
  'css-has':
    'Ant Design draws its fields and ticks a little plainer; our own sheets do without (`built-site.test.ts`)',
  'css-not-sel-list': 'only beside :has()',
  'css3-cursors': 'a finger has none',
  'css-touch-action': 'a tap may zoom',
  'css-resize': 'a field keeps its height',
  'css-overscroll-behavior': 'the page below a dialog may move',
  'css-scrollbar': 'a bar is wider',
}

/** What doiuse does not look for. */
const NEWER_STYLES =
  /\((?:[^()]*[<>=]\s*)?(?:width|height)\s*[<>]|[<>]=?\s*(?:width|height)\b|color-mix\(|oklch\(|oklab\(|:where\(|@layer\b|@scope\b|@property\b|[{;]\s*(aspect-ratio|inset[a-z-]*|(margin|padding)-(inline|block))\s*:|\d[dsl]v[hw]\b/g

/** Ant Design's line between buttons that are joined: no page joins any. */
const NEVER_DRAWN = /--[\w-]+-compact-connect-border-color:[^;}]*/g

/** What the style sheet uses that a browser of the list does not know at all, each once. */
export async function unknownStyles(css: string): Promise<string[]> {
  const found = new Set<string>()
  const check = doiuse({
    browsers: browserslist(),
    ignore: Object.keys(SPARED),
    onFeatureUsage: ({ feature, message, usage }) => {
      if (message.includes(' not supported by')) found.add(`${feature}: ${usage.toString().slice(0, 80)}`)
    },
  })
  await postcss([check]).process(css, { from: undefined })
  return [...found, ...(css.replace(NEVER_DRAWN, '').match(NEWER_STYLES) ?? [])]
}

/** Methods and properties that no checker tells from others of their name, and that a browser of the list does not have. */
const NEWER =
  /\bstructuredClone\(|\.throwIfAborted\(|\bAbortSignal\.(any|timeout)\(|\.randomUUID\(|\bURL\.(canParse|parse)\(|\.withResolvers\(|\.groupBy\(|\.checkVisibility\(|\brequestIdleCallback\(|\.at\(-?\d|\bIntl\.(Segmenter|DurationFormat)\b|\bnew WeakRef\(|\.showModal\(|\(\?<[=!]/g
/** A program that builds its pattern only where a link is checked, which no page does. */
const NEVER_RUN = /includeBoundaries\?`[^`]*`/g

/** What the scripts of a folder use that a browser of the list does not know: syntax, and methods by their names. */
export function unknownInScripts(folder: string): string[] {
  const { errors } = runChecks([
    {
      files: `${folder}/*.js`,
      module: true,
      checkFeatures: true,
      checkBrowser: true,
      browserslistQuery: browserslist().join(', '),
    },
  ])
  const newer = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(NEVER_RUN, '').match(NEWER) ?? [])
  return [...errors.map(({ err }) => err.message), ...newer]
}
