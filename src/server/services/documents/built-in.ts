import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TemplateKind } from '../../../domain/document-template/template.ts'

const FOLDER = join(import.meta.dirname, 'templates')

/** Of each kind, the files that make it up, each after what it uses. */
const FILES = {
  agreement: ['for-schools', 'sheet', 'seals', 'signatures', 'agreement'],
  dissolving: ['for-schools', 'sheet', 'seals', 'certificate'],
  dissolved: ['for-schools', 'sheet', 'seals', 'certificate'],
  registration: ['for-schools', 'sheet', 'seals', 'registration'],
  recommendation: ['for-schools', 'sheet', 'seals', 'recommendation'],
} as const satisfies Record<TemplateKind, readonly string[]>

/** Ours as one program that needs no other file: for a school to begin with. */
export async function builtInSource(kind: TemplateKind): Promise<string> {
  const files = await Promise.all(FILES[kind].map((name) => readFile(join(FOLDER, `${name}.typ`), 'utf8')))
  return files
    .map((text) => text.replace(/^#import .*\n/gm, '').trim())
    .join('\n\n')
    .concat('\n')
}
