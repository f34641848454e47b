import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { coverageOf, PRINTED_HERE, type Printed, printedWith } from '../../../domain/printed.ts'

/** What documents are set in: files by their paths, families in the order in which a character is looked for in them. */
export type Fonts = {
  readonly paths: readonly string[]
  readonly families: readonly string[]
  /** Whether some font has this character. */
  readonly printed: Printed
}

const packaged = (name: string, file: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/package.json`)), file)

const BOLD = [
  packaged('noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'),
  packaged('noto-serif', '700Bold/NotoSerif_700Bold.ttf'),
] as const

/** Chinese first, then Latin, Greek and Cyrillic letters that it lacks. */
export const HERE = {
  paths: [
    packaged('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'),
    BOLD[0],
    packaged('noto-serif', '400Regular/NotoSerif_400Regular.ttf'),
    BOLD[1],
  ],
  /** Of these, what headings are set in. */
  bold: BOLD,
  families: ['Noto Serif SC', 'Noto Serif'],
}

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i

/** Ours, and behind them those of the operator's folder. An Error where a file of it is no font. */
export async function openFonts(folder: string | undefined): Promise<Fonts> {
  if (folder === undefined) return { ...HERE, printed: PRINTED_HERE }
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile() && FONT_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const { open } = await import('fontkit')
  const fonts = await Promise.all(
    files.map(async (file) => {
      const opened = await open(file)
      return 'fonts' in opened ? opened.fonts : [opened]
    }),
  )
  const own = fonts.flat()
  return {
    paths: [...HERE.paths, ...files],
    families: [...new Set([...HERE.families, ...own.map(({ familyName }) => familyName)])],
    printed: printedWith(coverageOf(own.flatMap(({ characterSet }) => characterSet))),
  }
}
