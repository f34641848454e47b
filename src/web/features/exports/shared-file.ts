import type { SharedColumn } from '../../../contracts/exports.ts'

/** A template as it goes from school to school. */
type SharedTemplate = { readonly name: string; readonly columns: readonly SharedColumn[] }

const KIND = 'qianyue-export-template'
const PARTS = ['heading', 'below', 'field', 'form', 'constant', 'need'] as const

export const asSharedFile = ({ name, columns }: SharedTemplate): Blob =>
  new Blob([JSON.stringify({ kind: KIND, name, columns }, null, 2)], { type: 'application/json' })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a part says; what is no text is none, and the server says what is wrong with it by its column. */
const columnOf = (value: unknown): SharedColumn => {
  const given = isRecord(value) ? value : {}
  const [heading, below, field, form, constant, need] = PARTS.map((part) =>
    typeof given[part] === 'string' ? given[part] : '',
  )
  return {
    heading: heading ?? '',
    below: below ?? '',
    field: field ?? '',
    form: form ?? '',
    constant: constant ?? '',
    need: need || 'nobody',
  }
}

/** Null of what is no such file. */
export function readSharedFile(text: string): SharedTemplate | null {
  try {
    const said: unknown = JSON.parse(text)
    if (!isRecord(said) || said.kind !== KIND || !Array.isArray(said.columns)) return null
    return { name: typeof said.name === 'string' ? said.name : '', columns: said.columns.map(columnOf) }
  } catch {
    return null
  }
}
