import { sheetsOf } from '../domain/transfer/labels.ts'
import type { FileReceiver } from '../domain/transfer/receiver.ts'
import { FILE_CHANNELS } from '../domain/transfer/way.ts'
import { zh as terms } from './terms.zh.ts'
import type { zh } from './transfer-papers.zh.ts'

type Words = typeof zh
type Labelled = readonly [label: string, value: string]

/** Whose file it is, and what is known of where it goes. */
export type Transfer = {
  readonly name: string
  readonly studentNumber: string
  readonly college: string
  readonly major: string
  readonly employer: string | null
  readonly agreementNumber: string | null
  /** 发档号 of the record that stands; null where there is none. */
  readonly dispatchNumber: string | null
  /** What that record says already; null or empty where it says nothing yet. */
  readonly channel: string | null
  readonly trackingNumber: string | null
  readonly transferNumber: string | null
  readonly file: FileReceiver | null
}

/** Not sealed, and valid as long as it is on paper. */
type Unmarked = { readonly title: string; readonly mark: null; readonly foot: readonly string[] }

/** An empty value is a line to write on. */
export type WordedSlip = {
  readonly number: Labelled
  readonly to: string
  readonly text: string
  readonly facts: readonly Labelled[]
  readonly channel: {
    readonly label: string
    readonly choices: readonly { readonly said: string; readonly isTaken: boolean }[]
  }
  readonly mailNumber: Labelled
  readonly receipt: { readonly text: string }
}
export type WordedSlips = Unmarked & {
  readonly slips: readonly WordedSlip[]
  readonly contents: Words['contents']
  readonly handed: { readonly by: string; readonly seal: string; readonly day: string }
  readonly cut: string
  readonly receipt: {
    readonly title: string
    readonly to: string
    readonly by: string
    readonly phone: string
    readonly seal: string
  }
}

const METHODS: Readonly<Record<string, string>> = terms.fileMethod
const BLANK = '＿＿＿＿＿＿＿＿＿＿＿＿＿＿'

const wordSlip = (of: Transfer, w: Words): WordedSlip => {
  const { file, name, studentNumber, college, major } = of
  const known = [`学号 ${studentNumber}`, college, major].filter(Boolean).join('，')
  return {
    number: [of.dispatchNumber ? w.dispatch(of.dispatchNumber) : w.number, of.transferNumber ?? ''],
    to: w.to(file?.receiver || BLANK),
    text: w.text(name, known),
    facts: [
      [w.facts.receiver, file?.receiver ?? ''],
      [w.facts.address, file?.address ?? ''],
      [w.facts.postcode, file?.postcode ?? ''],
      [w.facts.contact, file?.contactName ?? ''],
      [w.facts.phone, file?.contactPhone ?? ''],
      [w.facts.employer, of.employer ?? ''],
      [w.facts.agreement, of.agreementNumber ?? ''],
      [w.facts.method, file ? (METHODS[file.method] ?? file.method) : ''],
    ],
    channel: {
      label: w.facts.channel,
      choices: FILE_CHANNELS.map((channel) => ({
        said: w.channels[channel],
        isTaken: channel === of.channel,
      })),
    },
    mailNumber: [w.facts.mailNumber, of.trackingNumber ?? ''],
    receipt: { text: w.receipt.text(name, studentNumber) },
  }
}

/** 学生档案转递通知单, a page for each. */
export function wordSlips(of: readonly Transfer[], school: string, w: Words): WordedSlips {
  const { title, by, phone, seal, to } = w.receipt
  return {
    title: w.title,
    mark: null,
    foot: [],
    slips: of.map((one) => wordSlip(one, w)),
    contents: w.contents,
    handed: { by: w.handed.by, seal: w.handed.seal(school), day: w.handed.day },
    cut: w.cut,
    receipt: { title, to: to(school), by, phone, seal },
  }
}

export type WordedLabel = {
  readonly postcode: string
  readonly address: string
  readonly receiver: string
  readonly contact: string
  readonly of: string
  readonly from: string
}
export type WordedLabels = Unmarked & { readonly sheets: readonly (readonly (WordedLabel | null)[])[] }

/** Whether a label can be made of it. */
export const isLabelled = (of: Transfer): of is Transfer & { readonly file: FileReceiver } =>
  of.file !== null && of.file.receiver.trim() !== '' && of.file.address.trim() !== ''

/** Sheets of labels, the first beginning at place `start`; nothing of who has no address. */
export function wordLabels(of: readonly Transfer[], start: number, school: string, w: Words): WordedLabels {
  const labels = of.filter(isLabelled).map(
    ({ file, name, studentNumber, dispatchNumber }): WordedLabel => ({
      postcode: file.postcode,
      address: file.address,
      receiver: file.receiver,
      contact: w.labels.contact(file.contactName, file.contactPhone),
      of: w.labels.of(name, studentNumber, dispatchNumber ?? ''),
      from: w.labels.from(school),
    }),
  )
  return { title: w.labels.title, mark: null, foot: [], sheets: sheetsOf(labels, start) }
}
