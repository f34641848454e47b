import type { Side } from './lifecycle.ts'

/** Who takes the evidence of a case with them. */
export type Taker = Side | 'school'

/** The parts of a package, by their names in it. */
export const PARTS = {
  manifest: 'MANIFEST.txt',
  readme: 'README.html',
  document: 'document.pdf',
  facts: 'facts.json',
  acts: 'acts.json',
  journal: 'journal.json',
  proofs: 'proofs.json',
  checkpoint: 'checkpoint.txt',
  keys: 'keys.txt',
  seal: 'seal.json',
  evidence: 'evidence.json',
  timestamp: 'timestamp.der',
} as const
/** The first is the one that sealed, the others vouch for it. */
export const certificateName = (nth: number): string => `certificates/${nth + 1}.pem`

export type Manifest = {
  readonly number: string
  readonly taker: Taker
  /** ISO 8601. */
  readonly madeAt: string
  /** Names in the package and their SHA-256, hex. */
  readonly parts: readonly (readonly [name: string, sha256: string])[]
}

/** The format; a verifier says which it knows. */
const TITLE = 'qianyue evidence package 1'

/** What is signed of a package: a line for each part, so that none can be taken out, put in or changed. */
export const manifestText = ({ number, taker, madeAt, parts }: Manifest): string =>
  [
    TITLE,
    `agreement ${number}`,
    `for ${taker}`,
    `made ${madeAt}`,
    ...parts.map(([name, sha256]) => `${sha256} ${name}`),
    '',
  ].join('\n')

/** Null where it is none of this format. */
export function readManifest(text: string): Manifest | null {
  const [title, agreement = '', forWhom = '', made = '', ...lines] = text.split('\n')
  const [, number] = /^agreement (\S+)$/.exec(agreement) ?? []
  const [, taker] = /^for (student|employer|school)$/.exec(forWhom) ?? []
  const [, madeAt] = /^made (\S+)$/.exec(made) ?? []
  const parts = lines.slice(0, -1).map((line) => /^([0-9a-f]{64}) (\S+)$/.exec(line))
  if (title !== TITLE || !number || !taker || !madeAt || lines.at(-1) !== '') return null
  if (parts.some((part) => part === null)) return null
  return {
    number,
    taker: taker as Taker,
    madeAt,
    parts: parts.flatMap((part) => (part ? [[part[2]!, part[1]!] as const] : [])),
  }
}

/** What is looked at of a line's entry; older ones say in themselves from where somebody acted. */
type Acted = { readonly actor?: { readonly role?: string; readonly ip?: string } }

/** Who acts for the school, as the journal calls them. */
const OF_SCHOOL = ['reviewer', 'administrator']

/**
 * Whether whoever takes the package reads a line whole. All that it says of the case stands on their page too; but a line from
 * before origins stood beside their entries has an address in it, which is its own side's alone: of it they get the digest.
 */
export function mayReadLine({ actor }: Acted, taker: Taker): boolean {
  if (!actor?.ip) return true
  return taker === 'school' ? OF_SCHOOL.includes(actor.role ?? '') : actor.role === taker
}
