import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  choose: 'Choose a file',
  drop: 'or drop it here',
  sending: (name: string, percent: number) => `Uploading ${name}, ${percent}%`,
  stop: 'Stop the upload',
  again: (name: string) => `Upload ${name} again`,
  row: (row: number) => `Row ${row}`,
  column: (column: string, name: string) => `Column ${column}, “${name}”`,
  noColumn: (name: string) => `“${name}” (the file has no such column)`,
  sheet: {
    one: (name: string) => `Sheet that was read: ${name}`,
    others: (names: string) => `Other sheets, not read: ${names}`,
    hiddenColumns: (columns: string) => `Hidden columns were read too: ${columns}`,
    hiddenRows: (rows: number) => `${rows} hidden rows were read too`,
    computed: (columns: string) => `Formulas count by the value they showed last: columns ${columns}`,
  },
}
