/** The documents by which a roster knows a person: which type, is the number well formed, how is it found and masked. */
import { normalCode } from './entered.ts'
import { birthDateOf, genderOf, masked, residentIdProblem } from './identifiers.ts'
import { canBeMeant } from './plausible-day.ts'

/**
 * 居民身份证, with 港澳台居民居住证 (81, 82, 83…), which follow it; 港澳居民来往内地通行证; 台湾居民来往大陆通行证; 护照; 外国人永久居留身份证.
 */
export const DOCUMENT_TYPES = [
  'resident_id',
  'hk_macao_permit',
  'taiwan_permit',
  'passport',
  'permanent_residence',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]
export type IdentityDocument = { readonly type: DocumentType; readonly number: string }

/** Brackets around the times of renewal are printed on some permits. */
const bare = (text: string) => normalCode(text).replace(/[()-]/g, '')

/** The one form to store. */
export const normalDocument = ({ type, number }: IdentityDocument): IdentityDocument => ({
  type,
  number: bare(number).replace(/^(\d{17})[×Х]$/, '$1X'),
})

/** Numbers in their form: GB 11643; 公安部 2010 for permits; ICAO 9303 and longer for passports; cards of 2004, 2017 and 2023. */
const IS_WELL_FORMED: Record<DocumentType, (number: string) => boolean> = {
  resident_id: (number) => /^[1-8]/.test(number) && residentIdProblem(number) === null,
  // The last two digits of eleven count renewals.
  hk_macao_permit: (number) => /^[HM]\d{8}(?:\d{2})?$/.test(number),
  taiwan_permit: (number) => /^\d{8}(?:\d{2})?$/.test(number),
  passport: (number) => /^(?=.*\d)[A-Z0-9]{6,15}$/.test(number),
  permanent_residence: (number) =>
    /^9/.test(number) ? residentIdProblem(number) === null : /^[A-Z]{3}\d{12}$/.test(number),
}

/** Is the day of birth part of this number? */
export const saysBirth = ({ type, number }: IdentityDocument): boolean =>
  type === 'resident_id' || (type === 'permanent_residence' && number.length === 18)

/** Is the number one of its type? */
export function isWellFormed(document: IdentityDocument): boolean {
  const { type, number } = normalDocument(document)
  return IS_WELL_FORMED[type](number)
}

/** What is wrong with a document on a roster: its number is none of its type, or says a birth that cannot be meant. */
export function documentProblem(
  document: IdentityDocument,
  at: Date,
): 'not-in-form' | 'day-not-meant' | null {
  const { type, number } = normalDocument(document)
  if (!IS_WELL_FORMED[type](number)) return 'not-in-form'
  return !saysBirth({ type, number }) || canBeMeant(birthDateOf(number), 'birth', at) ? null : 'day-not-meant'
}

/** The gender that a well-formed number says; null where it says none. */
export const genderIn = (document: IdentityDocument) => {
  const { type, number } = normalDocument(document)
  return type === 'resident_id' ? genderOf(number) : null
}

const LIFELONG: Partial<Record<DocumentType, number>> = { hk_macao_permit: 9, taiwan_permit: 8 }
/** By which one is found, whatever was typed: permits without the digits that count renewals. */
export const lookUpForm = (document: IdentityDocument): string => {
  const { type, number } = normalDocument(document)
  return number.slice(0, LIFELONG[type])
}

/** Do these characters end the number, as it is or without its renewals? Case, width and blanks do not matter. */
export const endsDocument = (document: IdentityDocument, tail: string): boolean => {
  const end = normalDocument({ type: document.type, number: tail }).number
  return [normalDocument(document).number, lookUpForm(document)].some((number) => number.endsWith(end))
}

/** `110101*****0839` for eighteen characters (domain.md §6); others show two at each end, short ones none. */
export const maskDocument = ({ number }: IdentityDocument): string =>
  number.length === 18 ? masked(number, 6, '*****', 4) : masked(number, 2, '*****', 2)

/** What a number that somebody reads out may be found by, for its type is not said: one look-up for each type it is well formed for. */
export const documentsMeant = (typed: string): { readonly type: DocumentType; readonly lookUp: string }[] =>
  DOCUMENT_TYPES.flatMap((type) => {
    const document = { type, number: typed }
    return isWellFormed(document) ? [{ type, lookUp: lookUpForm(document) }] : []
  })
