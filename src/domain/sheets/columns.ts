/** What a kind of sheet has columns for, and by which headings they are known. */
import { foldText } from '../text.ts'

/** Ours in both languages first, then as others call it. */
export type SheetColumn<Key extends string = string> = {
  readonly zh: string
  readonly en: string
  readonly also: readonly string[]
  /** No row is right without it. */
  readonly isNeeded?: true
  /** What else it says, where no column says that by itself. */
  readonly says?: Key
}

export type SheetColumns<Key extends string> = {
  /** In the order of the template. */
  readonly keys: readonly Key[]
  readonly of: Readonly<Record<Key, SheetColumn<Key>>>
  /** Folded heading → what it is, and how well it says so: 0 is our own. */
  readonly known: ReadonlyMap<string, { readonly key: Key; readonly rank: number }>
  /** Folded headings that nothing is read from. */
  readonly neverRead: ReadonlySet<string>
}

export function sheetColumns<Key extends string>(
  of: Readonly<Record<Key, SheetColumn<Key>>>,
  unread: readonly string[],
): SheetColumns<Key> {
  const keys = Object.keys(of) as Key[]
  const known = keys.flatMap((key) =>
    [of[key].zh, of[key].en, ...of[key].also].map(
      (name, place) => [foldText(name), { key, rank: Math.max(0, place - 1) }] as const,
    ),
  )
  return { keys, of, known: new Map(known), neverRead: new Set(unread.map(foldText)) }
}

/** Added to what is downloaded, beside numbering that people add; nothing is read from them. */
export const REPORT_COLUMNS = {
  result: { zh: '导入结果', en: 'Result' },
  toCorrect: { zh: '需要更正', en: 'To correct' },
} as const
export const UNREAD_HEADINGS: readonly string[] = [
  ...Object.values(REPORT_COLUMNS).flatMap(({ zh, en }) => [zh, en]),
  '序号',
  '编号',
  'no',
  'no.',
]

/** Languages of headings; the cells beneath are the same in both. */
export type HeadingLanguage = 'zh' | 'en'
