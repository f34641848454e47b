import { Refusal, type RefusalCode, type RefusalDetails } from '../refusal.ts'

/**
 * How a school's agreement numbers are made (AT-34): parts between braces, and letters, digits and hyphens that stand as
 * they are. Every part has one length, so that two patterns can be laid over each other place by place.
 */
export const OUR_PATTERN = '{KIND}{YEAR}{SCHOOL}{SERIAL:6}'
export const PATTERN_PARTS = ['YEAR', 'SCHOOL', 'LEVEL', 'KIND'] as const
type NamedPart = (typeof PATTERN_PARTS)[number]
export const SERIAL_DIGITS = { least: 4, most: 8 } as const
export const LONGEST_AGREEMENT_NUMBER = 24
/** So many numbers are kept for each student: who dissolves and signs anew is given another. */
const NUMBERS_A_STUDENT = 2

type Part = { readonly name: NamedPart } | { readonly serial: number } | { readonly fixed: string }
type Fault = { readonly code: RefusalCode; readonly details: RefusalDetails }

const PART = /\{(YEAR|SCHOOL|LEVEL|KIND)\}|\{SERIAL:(\d{1,2})\}|([A-Z\d-])/y
const DIGITS = '0123456789'
/** What can stand at each place of a part: kinds 1 to 3, years 1900 to 2099, levels of two digits. */
const PLACES: Readonly<Record<Exclude<NamedPart, 'SCHOOL'>, readonly string[]>> = {
  KIND: ['123'],
  YEAR: ['12', '09', DIGITS, DIGITS],
  LEVEL: [DIGITS, DIGITS],
}

function partsOf(pattern: string): Part[] | Fault {
  const parts: Part[] = []
  for (let at = 0; at < pattern.length; at = PART.lastIndex) {
    PART.lastIndex = at
    const [, name, serial, fixed] = PART.exec(pattern) ?? []
    if (name) parts.push({ name: name as NamedPart })
    else if (serial) parts.push({ serial: Number(serial) })
    else if (fixed) parts.push({ fixed })
    else return { code: 'number-pattern-unreadable', details: { part: pattern.slice(at, at + 12) } }
  }
  return parts
}

const written = (part: Part) =>
  'name' in part ? `{${part.name}}` : 'serial' in part ? '{SERIAL}' : part.fixed

/** `school` null for whatever school. */
function placesOf(part: Part, school: string | null): readonly string[] {
  if ('serial' in part) return Array.from({ length: part.serial }, () => DIGITS)
  if ('fixed' in part) return [part.fixed]
  if (part.name !== 'SCHOOL') return PLACES[part.name]
  return school === null ? Array.from({ length: 5 }, () => DIGITS) : [...school]
}

/** What is wrong with a pattern by itself; null for one that can be used. */
export function patternFault(pattern: string): Fault | null {
  const parts = partsOf(pattern)
  if ('code' in parts) return parts
  const named = parts.map(written).filter((part) => part.startsWith('{'))
  const twice = named.find((part, at) => named.indexOf(part) !== at)
  if (twice) return { code: 'number-pattern-repeats', details: { part: twice } }
  const missing = ['{SERIAL}', '{SCHOOL}'].find((part) => !named.includes(part))
  if (missing) return { code: 'number-pattern-lacks', details: { part: missing } }
  const { least, most } = SERIAL_DIGITS
  if (parts.some((part) => 'serial' in part && (part.serial < least || part.serial > most)))
    return { code: 'number-pattern-serial', details: { least, most } }
  const length = parts.flatMap((part) => placesOf(part, null)).length
  return length > LONGEST_AGREEMENT_NUMBER
    ? { code: 'number-pattern-too-long', details: { length, most: LONGEST_AGREEMENT_NUMBER } }
    : null
}

/** The parts of a pattern that was saved, and so has none of these faults. */
function soundParts(pattern: string): Part[] {
  const parts = partsOf(pattern)
  const fault = patternFault(pattern)
  if ('code' in parts || fault) throw new RangeError(`Not a pattern of agreement numbers: ${pattern}`)
  return parts
}

/** What a number tells. `kind`: 1 online, 2 paper. `school`: the ministry's five digits. `level`: as the roster has it. */
export type Numbered = {
  readonly kind: 1 | 2
  readonly year: number
  readonly school: string
  readonly level: string
}

/**
 * The number but for its serial, which is `#` for each digit: whose numbers have the same mask are counted together.
 * A level that is no code of two digits is 00. RangeError for a year or a school that no place of a number holds.
 */
export function numberMask(pattern: string, { kind, year, school, level }: Numbered): string {
  if (!/^(19|20)\d{2}$/.test(String(year))) throw new RangeError(`Not a year of graduation: ${year}`)
  if (!/^\d{5}$/.test(school)) throw new RangeError(`Not a school's code: ${school}`)
  const values: Record<NamedPart, string> = {
    KIND: String(kind),
    YEAR: String(year),
    SCHOOL: school,
    LEVEL: /^\d{2}$/.test(level) ? level : '00',
  }
  return soundParts(pattern)
    .map((part) =>
      'name' in part ? values[part.name] : 'serial' in part ? '#'.repeat(part.serial) : part.fixed,
    )
    .join('')
}

/** The number with this serial. RangeError where the mask has no room for it: a serial is never cut (R24). */
export function numberOf(mask: string, serial: number): string {
  const [gap = ''] = /#+/.exec(mask) ?? []
  const digits = String(serial).padStart(gap.length, '0')
  if (!Number.isSafeInteger(serial) || serial < 1 || digits.length !== gap.length)
    throw new RangeError(`Not a serial of ${mask}: ${serial}`)
  return mask.replace(gap, digits)
}

export type PatternOf = { readonly school: string | null; readonly pattern: string }

/** Whether some number could be made by both. */
export function mayCoincide(one: PatternOf, other: PatternOf): boolean {
  const [a, b] = [one, other].map(({ pattern, school }) =>
    soundParts(pattern).flatMap((part) => placesOf(part, school)),
  ) as [string[], string[]]
  return (
    a.length === b.length &&
    a.every((characters, at) => [...characters].some((character) => b[at]!.includes(character)))
  )
}

/** How many of one year and level stand in the roster. */
export type Graduates = { readonly year: number; readonly level: string; readonly students: number }

/** The largest number of students who share one counter. */
function sharing(parts: readonly Part[], roster: readonly Graduates[]): number {
  const has = (name: NamedPart) => parts.some((part) => 'name' in part && part.name === name)
  const [byYear, byLevel] = [has('YEAR'), has('LEVEL')]
  const shares = new Map<string, number>()
  for (const { year, level, students } of roster) {
    const counter = `${byYear ? year : ''}/${byLevel ? level : ''}`
    shares.set(counter, (shares.get(counter) ?? 0) + students)
  }
  return Math.max(0, ...shares.values())
}

/**
 * Refuses a pattern that could give a number twice, or runs out before the students do (R24). `taken`: every other pattern
 * that the school, or another, has or ever had; every school begins with ours.
 */
export function refuseUnlessNumbersSuffice(
  { school, pattern }: { readonly school: string; readonly pattern: string },
  taken: readonly { readonly school: string; readonly pattern: string }[],
  roster: readonly Graduates[],
): void {
  const field = 'numberPattern'
  const fault = patternFault(pattern)
  if (fault) throw new Refusal(fault.code, { ...fault.details, field })
  const parts = soundParts(pattern)
  const students = sharing(parts, roster)
  const needed = String(students * NUMBERS_A_STUDENT).length
  if (parts.some((part) => 'serial' in part && part.serial < needed))
    throw new Refusal('number-pattern-too-short', { students, needed, field })
  const others = [...taken, { school: null, pattern: OUR_PATTERN }].filter(
    (of) => of.pattern !== pattern || (of.school !== school && of.school !== null),
  )
  const same = others.find((other) => mayCoincide({ school, pattern }, other))
  if (same) throw new Refusal('number-pattern-collides', { pattern: same.pattern, field })
}
