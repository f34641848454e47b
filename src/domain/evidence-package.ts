import type { DocumentKind } from './document/kind.ts'
import type { Side } from './lifecycle.ts'
import { type DrawnMark, svgOf } from './signing/drawing.ts'

/** Who takes the evidence of a case with them. */
export type Taker = Side | 'school'

/** What a package is of: what has a sealed document and a page. A dissolution is in that of its agreement. */
export const PACKAGED = ['agreement', 'destination', 'recommendation'] as const
export type Packaged = (typeof PACKAGED)[number]
/** The document that each package is about; those beside it are further ones. */
export const MAIN_DOCUMENT = {
  agreement: 'agreement',
  destination: 'registration',
  recommendation: 'recommendation',
} as const satisfies Record<Packaged, DocumentKind>

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
  documents: 'documents.json',
} as const
/** The first is the one that sealed, the others vouch for it. */
export const certificateName = (nth: number): string => `certificates/${nth + 1}.pem`
export const FURTHER = 'documents/'
/** A further document, its facts, and its time stamp where it has one. */
export const furtherNames = (nth: number, kind: DocumentKind) => ({
  file: `${FURTHER}${nth + 1}-${kind}.pdf`,
  facts: `${FURTHER}${nth + 1}-${kind}.json`,
  timestamp: `${FURTHER}${nth + 1}-${kind}.der`,
})
export const PICTURES = 'pictures/'
/** A picture is named by its SHA-256, by which the journal and the sealed documents name it. */
export const pictureName = (sha256: string, format: 'svg' | 'png'): string => `${PICTURES}${sha256}.${format}`

/** Of what was sealed, what names a picture: a seal by its SHA-256, a drawn signature by itself. */
export type Picturing = {
  readonly schoolSeal?: { readonly sha256: string | null } | undefined
  readonly acts?:
    | readonly {
        readonly signed?:
          | {
              readonly drawing?: DrawnMark | null | undefined
              readonly seal?: { readonly sha256: string | null } | undefined
            }
          | null
          | undefined
      }[]
    | undefined
}

/** The SHA-256 (hex) of each picture that a line of the journal names: of a seal, and of a drawn signature. */
export const picturesOfLine = (data: Readonly<Record<string, unknown>> | undefined): string[] =>
  [data?.sealHash, data?.drawingHash].filter((hash) => typeof hash === 'string')

/** The same of a sealed document's facts; `hashOf` is SHA-256 of a text in UTF-8, hex. */
export function picturesOfFacts(facts: Picturing, hashOf: (text: string) => string): string[] {
  const signed = (facts.acts ?? []).flatMap((act) => (act.signed ? [act.signed] : []))
  const seals = [facts.schoolSeal, ...signed.map(({ seal }) => seal)]
  const drawings = signed.flatMap(({ drawing }) => (drawing ? [hashOf(svgOf(drawing))] : []))
  return [...seals.flatMap((seal) => seal?.sha256 ?? []), ...drawings]
}

/** Of what was sealed, what has the number that its document bears. */
export type Numbered = {
  readonly number?: string | undefined
  readonly agreement?: { readonly number: string } | undefined
  readonly student?: { readonly studentNumber: string } | undefined
  readonly edition?: { readonly number: string } | undefined
}
const NUMBER: Record<DocumentKind, (facts: Numbered) => string | undefined> = {
  agreement: ({ number }) => number,
  dissolving: ({ agreement }) => agreement?.number,
  dissolved: ({ agreement }) => agreement?.number,
  registration: ({ student }) => student?.studentNumber,
  recommendation: ({ edition }) => edition?.number,
}
/** As it stands on a document of this kind; undefined where the facts are of another. */
export const numberIn = (kind: DocumentKind, facts: Numbered): string | undefined => NUMBER[kind](facts)

export type Manifest = {
  /** 1 knew agreements alone, without further documents and pictures. */
  readonly format: 1 | 2
  readonly kind: Packaged
  readonly number: string
  readonly taker: Taker
  /** ISO 8601. */
  readonly madeAt: string
  /** Names in the package and their SHA-256, hex. */
  readonly parts: readonly (readonly [name: string, sha256: string])[]
}

const TITLE = 'qianyue evidence package'

/** What is signed of a package: a line for each part, so that none can be taken out, put in or changed. */
export const manifestText = ({ format, kind, number, taker, madeAt, parts }: Manifest): string =>
  [
    `${TITLE} ${format}`,
    `${kind} ${number}`,
    `for ${taker}`,
    `made ${madeAt}`,
    ...parts.map(([name, sha256]) => `${sha256} ${name}`),
    '',
  ].join('\n')

/** Null where it is none of this format. */
export function readManifest(text: string): Manifest | null {
  const [title, about = '', forWhom = '', made = '', ...lines] = text.split('\n')
  const format = ([1, 2] as const).find((one) => title === `${TITLE} ${one}`)
  const [, kindName, number] = /^(\S+) (\S+)$/.exec(about) ?? []
  const kind = PACKAGED.find((one) => one === kindName)
  const [, taker] = /^for (student|employer|school)$/.exec(forWhom) ?? []
  const [, madeAt] = /^made (\S+)$/.exec(made) ?? []
  const parts = lines.slice(0, -1).map((line) => /^([0-9a-f]{64}) (\S+)$/.exec(line))
  if (!format || !kind || !number || !taker || !madeAt || lines.at(-1) !== '') return null
  if (parts.some((part) => part === null)) return null
  return {
    format,
    kind,
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
