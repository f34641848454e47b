import type { Input } from '../../../contracts/address.ts'
import type { OwnFieldView, OwnLists, saveOwnFields } from '../../../contracts/own-fields.ts'
import { halfWidth } from '../../../domain/entered.ts'
import type { OwnKind, OwnTakes } from '../../../domain/own-field/field.ts'

type Sent = Input<typeof saveOwnFields>['body']['fields'][number]

/** A definition as it is typed. */
export type DefinitionDraft = {
  readonly name: string
  readonly nameEn: string
  readonly synonyms: string
  readonly kind: OwnKind
  readonly most: string
  readonly least: string
  readonly greatest: string
  readonly choices: string
  readonly required: boolean
  readonly seenBy: OwnFieldView['seenBy']
  readonly filledBy: OwnFieldView['filledBy']
  readonly categories: string[]
}

const USUAL_LENGTH = '100'
export const emptyDraft = (list: 'roster' | 'destination'): DefinitionDraft => ({
  name: '',
  nameEn: '',
  synonyms: '',
  kind: 'text',
  most: USUAL_LENGTH,
  least: '',
  greatest: '',
  choices: '',
  required: false,
  seenBy: 'student',
  filledBy: list === 'roster' ? 'staff' : 'student',
  categories: [],
})

const boundText = (bound: number | null) => (bound === null ? '' : String(bound))
export function draftOf(field: OwnFieldView): DefinitionDraft {
  const { takes, synonyms, name, nameEn, required, seenBy, filledBy, categories } = field
  return {
    ...{ name, nameEn, required, seenBy, filledBy, categories },
    synonyms: synonyms.join('、'),
    kind: takes.kind,
    most: takes.kind === 'text' ? String(takes.most) : USUAL_LENGTH,
    least: takes.kind === 'number' ? boundText(takes.least) : '',
    greatest: takes.kind === 'number' ? boundText(takes.greatest) : '',
    choices: takes.kind === 'choice' ? takes.choices.join('\n') : '',
  }
}

/** NaN where it is none; null of a blank. */
export const boundOf = (typed: string): number | null => {
  const half = halfWidth(typed)
  return half === '' ? null : /^-?\d+(\.\d+)?$/.test(half) ? Number(half) : Number.NaN
}
export const choicesOf = ({ choices }: DefinitionDraft): string[] =>
  choices
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

function takesOf(draft: DefinitionDraft): OwnTakes {
  switch (draft.kind) {
    case 'text':
      return { kind: 'text', most: boundOf(draft.most) ?? 0 }
    case 'number':
      return { kind: 'number', least: boundOf(draft.least), greatest: boundOf(draft.greatest) }
    case 'choice':
      return { kind: 'choice', choices: choicesOf(draft) }
    default:
      return { kind: draft.kind }
  }
}

/** As it is sent; `key` is null for one that comes into being. */
export const definitionOf = (
  draft: DefinitionDraft,
  { key, isEnded }: { readonly key: OwnFieldView['key'] | null; readonly isEnded: boolean },
): Sent => ({
  key,
  isEnded,
  name: draft.name,
  nameEn: draft.nameEn,
  synonyms: draft.synonyms
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter(Boolean),
  takes: takesOf(draft),
  required: draft.required,
  seenBy: draft.seenBy,
  filledBy: draft.filledBy,
  categories: draft.categories,
})

export type Categories = OwnLists['categories']
