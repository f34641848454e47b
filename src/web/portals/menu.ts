/** A page that the menu leads to. */
export type Entry = {
  readonly to: string
  readonly name: string
  /** How many there wait for the reader; nothing is shown for none. */
  readonly count?: number | undefined
  /** Where the pages lie that belong to it without having its address before theirs. */
  readonly under?: readonly string[]
}
/** Entries that belong together: a part of the side menu, one entry of the bar on a phone. */
export type Group = {
  readonly title?: string
  /** What the bar calls it, and its picture: a path in a box of 24 by 24. */
  readonly tab: string
  readonly icon: string
  readonly items: readonly Entry[]
}
export type Menu = readonly Group[]

export const ICONS = {
  home: 'M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  signing: 'M14 4l4 4L8 18l-5 1 1-5zM13 20h8',
  review: 'M5 3h10l4 4v14H5zM9 13l2.5 2.5L16 11',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.3.7 3.5 2.700 3.500 5.500',
  seeking: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13M15.500 15.500 21 21',
  parting: 'M9 7 5 12l4 5M5 12h8M15 4h5v16h-5',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4.500 3.500-7 8-7s8 2.500 8 7',
} as const

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const reachOf = (entry: Entry, path: string) =>
  Math.max(
    0,
    ...[entry.to, ...(entry.under ?? [])]
      .filter((folder) => isWithin(path, folder))
      .map(({ length }) => length),
  )

/** The entry that a page belongs to: the one whose address reaches furthest into the page's. */
export function entryOf(menu: Menu, path: string): Entry | undefined {
  const entries = menu.flatMap(({ items }) => items)
  const furthest = Math.max(0, ...entries.map((entry) => reachOf(entry, path)))
  return furthest === 0 ? undefined : entries.find((entry) => reachOf(entry, path) === furthest)
}

export const waitingIn = ({ items }: Group): number => items.reduce((sum, { count = 0 }) => sum + count, 0)
