/** Sheets of address labels as they are sold for A4: three columns of eight, 70 × 37.125 mm without a margin. */
export const LABEL_COLUMNS = 3
export const LABEL_ROWS = 8
export const LABELS_ON_SHEET = LABEL_COLUMNS * LABEL_ROWS

/** At most so many papers at once, as many as a list lets one choose. */
export const MOST_TRANSFERS = 40

/** Sheets of labels, of which the first begins at this place (from 1, row by row): those before it were used up already. */
export function sheetsOf<T>(labels: readonly T[], start: number): (T | null)[][] {
  const places = [...Array.from({ length: start - 1 }, () => null), ...labels]
  const sheets = Math.ceil(places.length / LABELS_ON_SHEET)
  return Array.from({ length: sheets }, (_, nth) => {
    const sheet = places.slice(nth * LABELS_ON_SHEET, (nth + 1) * LABELS_ON_SHEET)
    return [...sheet, ...Array.from({ length: LABELS_ON_SHEET - sheet.length }, () => null)]
  })
}
