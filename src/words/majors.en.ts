import type { zh } from './majors.zh.ts'
import { en as sheets } from './sheets.en.ts'

export const en: typeof zh = {
  sheet: 'Majors',
  fault: {
    ...sheets.fault,
    'no-such-college':
      'The school has no college “{{college}}”, or several of that name: write names or ids of colleges with a comma between them',
    'not-a-state': 'Write “In use” or “Stopped”',
    'major-twice': 'The same code as in row {{row}}',
  },
  notes: 'How to fill it in',
  lines: [
    'Columns with * are needed in every row. The code is that of the national catalogue, one code a row.',
    'Write education levels and colleges by name or by code, as the sheets behind this one list them; several colleges with a comma between them, none if left empty.',
    'The state is “In use” or “Stopped”; left empty it stays, and a new major is in use.',
    'Majors that are not in the file stay as they are; so do colleges and states where the file has no such column.',
  ],
}
