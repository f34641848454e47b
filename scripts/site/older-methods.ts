import type { Plugin } from 'vite'

/**
 * Methods that the editor's packages call and a browser of the list does not have, written as those have them. What comes with a
 * later version is found by `e2e/built-site.test.ts`.
 */
const OLDER: readonly (readonly [newer: RegExp, older: string])[] = [
  [/\bObject\.hasOwn\(/g, 'Object.prototype.hasOwnProperty.call('],
  [/\b(\w+)\.findLast\(/g, '[...$1].reverse().find('],
  [/\.at\(-1\)/g, '.slice(-1)[0]'],
]

export const olderMethods: Plugin = {
  name: 'older-methods',
  transform(code, id) {
    if (!/node_modules\/@tiptap\//.test(id)) return
    return { code: OLDER.reduce((text, [newer, older]) => text.replace(newer, older), code), map: null }
  },
}
