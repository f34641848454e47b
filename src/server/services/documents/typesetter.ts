import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SealingParty } from '../../../domain/agreement/seals.ts'
import { type Missing, missingFrom } from '../../../domain/document-template/whole.ts'
import { type Unprinted, unprintedIn } from '../../../domain/printed.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { WordedAgreement } from '../../../words/word-agreement.ts'
import type { WordedCertificate } from '../../../words/word-certificate.ts'
import type { WordedForms } from '../../../words/word-paper-form.ts'
import type { WordedRecommendation } from '../../../words/word-recommendation.ts'
import type { WordedRegistration } from '../../../words/word-registration.ts'
import type { WordedReport } from '../../../words/word-report.ts'
import type { WordedResume } from '../../../words/word-resume.ts'
import type { WordedLabels, WordedSlips } from '../../../words/word-transfer.ts'
import { openPool } from '../confined-pool.ts'
import { startConfined } from '../confined-process.ts'
import type { Fonts } from './fonts.ts'
import { openForeignSetter, type SetByForeign } from './foreign.ts'
import type { Answer, Given } from './talk.ts'

/** By which whoever holds the paper asks the site: at the foot of each page. */
export type PrintedVerification = {
  readonly label: string
  readonly code: string
  readonly sentence: string
  /** A picture (SVG) of the QR code of `link`. */
  readonly qr: string
  readonly link: string
  /** Stands in the file and not on the page (`domain/verification-code/code.ts`). */
  readonly mark: string
}

/** The picture of a seal: an SVG, or the bytes of a PNG. */
export type PrintedSeal =
  | { readonly format: 'svg'; readonly picture: string }
  | { readonly format: 'png'; readonly picture: readonly number[] }

/** With the school's seal, where it has one. */
type IssuedUnder = { readonly seal: PrintedSeal | null }
/** What stands on what a school issues beside what it says. */
export type Issuing = IssuedUnder & Pick<OnEveryPage, 'verification'>

/** Codes as pictures (SVG), in place of what they say, and where they stand on the page: millimetres. */
export type PrintedCodes = {
  readonly school: string
  readonly geometry: Readonly<Record<'width' | 'height' | 'inset' | 'side' | 'quiet', number>>
}

/** Of what is printed for the day and sealed by nobody. */
type Printed = { readonly school: string }

/** What stands on every page beside what the document says. */
export type OnEveryPage = {
  readonly school: string
  /** With `{page}` and `{pages}` where the numbers stand. */
  readonly page: string
  /** Null of what was ordered before documents of its kind had a code. */
  readonly verification: PrintedVerification | null
}

/** What a seal vouches for beside what the document says. */
export type Witness = {
  /** A sentence in its foot; null where there is nothing to say yet. */
  readonly sentence: string | null
  /** SHA-256 of the facts that it is made from, hex: in the file, not on the page. */
  readonly factsHash: string
}

/** What each template is given: `templates/<name>.typ`. */
type Templates = {
  readonly agreement: WordedAgreement &
    OnEveryPage & { readonly pictures: Partial<Readonly<Record<SealingParty, PrintedSeal>>> }
  readonly certificate: WordedCertificate & OnEveryPage & IssuedUnder
  readonly registration: WordedRegistration & OnEveryPage & IssuedUnder
  readonly recommendation: WordedRecommendation & OnEveryPage & IssuedUnder
  readonly 'paper-form': WordedForms & PrintedCodes
  readonly 'transfer-slip': WordedSlips & Printed
  readonly 'address-labels': WordedLabels & Printed
  readonly report: WordedReport & Printed & { readonly page: string; readonly lang: string }
  readonly resume: WordedResume & {
    /** The bytes of a JPEG; null where there is no photo. */
    readonly portrait: readonly number[] | null
  }
}
export type TemplateName = keyof Templates

/** A document as it is set. The file says that it was made at this instant, so that the same layout is the same file. */
export type Layout = {
  readonly [T in TemplateName]: {
    readonly template: T
    readonly data: Templates[T]
    readonly madeAt: Date
    /** None of what is not to be sealed. */
    readonly witness?: Witness
  }
}[TemplateName]

/** Of the documents that are sealed, which schools may lay out by programs of their own. */
const SEALED = [
  'agreement',
  'certificate',
  'registration',
  'recommendation',
] as const satisfies readonly TemplateName[]
export type OwnLayout = Extract<Layout, { readonly template: (typeof SEALED)[number] }>
export const isOwnLayout = (layout: Layout): layout is OwnLayout =>
  SEALED.some((template) => template === layout.template)

/** What comes of a school's own program: a document and what it lacks, or why there is none. */
export type SetByOwn =
  | { readonly pdf: Buffer; readonly pages: number; readonly missing: readonly Missing[] }
  | Exclude<SetByForeign, { readonly pdf: Buffer }>

/** Lays documents out, in processes of their own. */
export type Typesetter = {
  /**
   * A PDF of A4 pages with its fonts in it. Throws CannotBePrinted where no font has a character of it, and refuses with
   * `pdf-busy` when too many wait.
   */
  set(layout: Layout): Promise<Buffer>
  /** The same by this program of a school's; what is wrong with the program is an answer. */
  setBy(source: string, layout: OwnLayout): Promise<SetByOwn>
  /** Whether it has set a document, or can. */
  isReady(): Promise<boolean>
  close(): void
}

/** A document that says something no font has: set without it, it would say something else. */
export class CannotBePrinted extends Refusal {
  constructor({ character, code }: Unprinted) {
    super('pdf-not-printable', { character, code })
  }
}

const FOLDER = join(import.meta.dirname, 'templates')
const TEMPLATES = {
  agreement: 'agreement.typ',
  certificate: 'certificate.typ',
  registration: 'registration.typ',
  'paper-form': 'paper-form.typ',
  'transfer-slip': 'transfer-slip.typ',
  'address-labels': 'address-labels.typ',
  recommendation: 'recommendation.typ',
  report: 'report.typ',
  resume: 'resume.typ',
} as const satisfies Record<TemplateName, string>

/** The least that a template takes. */
const SAMPLE: Templates['agreement'] = {
  title: '样张',
  number: ['编号', '0'],
  mark: null,
  standing: { stamp: '', sentence: '', isInForce: true },
  parts: [],
  clauses: null,
  notice: null,
  seals: null,
  signatures: null,
  acts: { title: '', heads: ['', '', '', ''], rows: [] },
  foot: [],
  fingerprint: ['', ''],
  school: '',
  page: '{page} {pages}',
  verification: null,
  pictures: {},
}

/** As the file has it among its keywords. */
const factsMark = ({ factsHash }: Pick<Witness, 'factsHash'>) => `facts-sha256:${factsHash}`

const witnessed = <D extends Layout['data']>(data: D, { sentence, factsHash }: Witness) => ({
  ...data,
  foot: sentence === null ? data.foot : [...data.foot, sentence],
  factsHash,
})

const asAddress = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`

/** Whose seals it bears: what the school issues has its own alone. */
const sealsOf = (data: OwnLayout['data']): Partial<Readonly<Record<SealingParty, PrintedSeal>>> => {
  if ('pictures' in data) return data.pictures
  return data.seal ? { school: data.seal } : {}
}

/** Pictures that a school's own template has to show, as a drawing of its pages has them. */
const picturesOf = (data: OwnLayout['data']) => ({
  ...(data.verification && { qr: asAddress('image/svg+xml', Buffer.from(data.verification.qr)) }),
  ...Object.fromEntries(
    Object.entries(sealsOf(data)).map(([party, seal]) => [
      party,
      seal.format === 'png'
        ? asAddress('image/png', Buffer.from(seal.picture))
        : asAddress('image/svg+xml', Buffer.from(seal.picture)),
    ]),
  ),
})

const MOST_WAITING = 40
const PATIENCE = 30_000

const startTypesetter = () =>
  startConfined({
    script: join(import.meta.dirname, 'process.ts'),
    seconds: 120,
    heapMegabytes: 128,
    needsAddons: true,
  })

const readTemplate = (name: TemplateName) => readFile(join(FOLDER, TEMPLATES[name]), 'utf8')

/** One at a time: a document takes milliseconds, its fonts a hundred megabytes. */
export function openTypesetter(fonts: Fonts, idle = 60_000): Typesetter {
  const { paths, families, printed } = fonts
  const foreign = openForeignSetter(fonts, idle)
  const pool = openPool<Given, Answer>({
    start: startTypesetter,
    atOnce: 1,
    mostWaiting: MOST_WAITING,
    patience: PATIENCE,
    idle,
    failing: {
      busy: () => new Refusal('pdf-busy'),
      died: () => new Error('the process that sets documents ended over one'),
      closed: () => new Error('the site is closing'),
    },
  })
  let hasWorked = false
  /** What a template is given. */
  const given = <D extends Layout['data']>(said: D, madeAt: Date) => {
    const missing = firstUnprinted(said)
    if (missing) throw new CannotBePrinted(missing)
    return { data: JSON.stringify({ ...said, families }), madeAt: Math.floor(madeAt.getTime() / 1000) }
  }
  const set = async ({ template, data, madeAt, witness }: Layout) => {
    const ready = given(witness ? witnessed(data, witness) : data, madeAt)
    const answer = await pool.ask(async () => ({
      ...ready,
      folder: FOLDER,
      template: await readTemplate(template),
      fonts: paths,
    }))
    if ('fault' in answer) throw new Error(`a document was not set: ${answer.fault}`)
    hasWorked = true
    return Buffer.from(answer.pdf)
  }
  const setBy = async (source: string, { data, madeAt, witness }: OwnLayout): Promise<SetByOwn> => {
    const said = witness ? witnessed(data, witness) : data
    const answer = await foreign.set({ ...given(said, madeAt), source, pictures: picturesOf(said) })
    if (answer === 'too-much' || 'said' in answer) return answer
    const marks = [
      ...(said.verification ? [said.verification.mark] : []),
      ...(witness ? [factsMark(witness)] : []),
    ]
    const { pdf, pages } = answer
    return { pdf, pages: pages.length, missing: missingFrom({ ...said, marks }, answer) }
  }
  return {
    set,
    setBy,
    isReady: async () =>
      hasWorked ||
      set({ template: 'agreement', data: SAMPLE, madeAt: new Date(0) }).then(
        () => true,
        () => false,
      ),
    close: () => {
      pool.close()
      foreign.close()
    },
  }

  function firstUnprinted(value: unknown): Unprinted | null {
    if (typeof value === 'string') return unprintedIn(value, printed)
    if (typeof value !== 'object' || value === null) return null
    for (const inner of Object.values(value)) {
      const found = firstUnprinted(inner)
      if (found) return found
    }
    return null
  }
}
