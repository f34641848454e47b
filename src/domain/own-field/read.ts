/** What a text says in a field of a school's own: in the one form in which it is kept, or what is wrong with it. */
import { halfWidth, scaled } from '../entered.ts'
import { dayOf, lineOf, readCell, type Said, yesOrNo } from '../sheets/read-cell.ts'
import { foldText } from '../text.ts'
import { OWN_DECIMALS, type OwnField, type OwnKey, type OwnNames, type OwnTakes } from './field.ts'

export const OWN_FAULTS = ['not-a-figure', 'figure-too-small', 'figure-too-large', 'not-a-choice'] as const
export type OwnFault = (typeof OWN_FAULTS)[number]

/** What was multiplied by ten to the power of its decimals, as a number is written: `-3.5`. */
function figureText(scaledUp: number): string {
  const digits = String(Math.abs(scaledUp)).padStart(OWN_DECIMALS + 1, '0')
  const whole = digits.slice(0, -OWN_DECIMALS)
  const fraction = digits.slice(-OWN_DECIMALS).replace(/0+$/, '')
  return `${scaledUp < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`
}

function figureOf(
  text: string,
  { least, greatest }: { readonly least: number | null; readonly greatest: number | null },
): Said<OwnFault> {
  const half = halfWidth(text)
  const isNegative = half.startsWith('-')
  // Zeros at the end say nothing, as a spreadsheet's form brings them.
  const plain = half.replace(/^[-+]\s*/, '').replace(/(\.\d*?)0+$/, '$1')
  const scaledUp = scaled(plain.replace(/\.$/, ''), OWN_DECIMALS)
  if (scaledUp === null) return { fault: 'not-a-figure', details: { decimals: OWN_DECIMALS } }
  const value = figureText(isNegative ? -scaledUp : scaledUp)
  if (least !== null && Number(value) < least) return { fault: 'figure-too-small', details: { least } }
  if (greatest !== null && Number(value) > greatest)
    return { fault: 'figure-too-large', details: { greatest } }
  return { value }
}

/** Choices are told one after the other, as far as a sentence bears it. */
const LONGEST_TELLING = 120
function choiceOf(text: string, choices: readonly string[]): Said<OwnFault> {
  const meant = choices.find((one) => foldText(one) === foldText(text))
  if (meant !== undefined) return { value: meant }
  const all = choices.join('、')
  const told = all.length > LONGEST_TELLING ? `${all.slice(0, LONGEST_TELLING)}…` : all
  return { fault: 'not-a-choice', details: { choices: told } }
}

/** Of a text that is not blank. */
export function readOwn(takes: OwnTakes, typed: string): Said<OwnFault> {
  switch (takes.kind) {
    case 'text':
      return readCell(typed, (text) => lineOf(text, takes.most), { most: takes.most })
    case 'number':
      return readCell(typed, (text) => figureOf(text, takes))
    case 'day':
      return readCell(typed, dayOf)
    case 'choice':
      return readCell(typed, (text) => choiceOf(text, takes.choices))
    case 'yes-no':
      return readCell(typed, yesOrNo)
  }
}

const YES_OR_NO: Readonly<Record<string, OwnNames>> = {
  yes: { name: '是', nameEn: 'Yes' },
  no: { name: '否', nameEn: 'No' },
}
/** As people read it, in both languages. */
export const ownShown = (takes: OwnTakes, value: string): OwnNames =>
  (takes.kind === 'yes-no' && YES_OR_NO[value]) || { name: value, nameEn: value }

/** Those of these fields in which something stands. */
export const ownSaid = (
  fields: readonly OwnField[],
  values: Readonly<Record<OwnKey, string>>,
): (OwnField & { readonly value: string })[] =>
  fields.flatMap((field) => {
    const value = values[field.key]
    return value ? [{ ...field, value }] : []
  })
