import type { zh } from './zip.zh.ts'

export const en: typeof zh = {
  file: (school, day) => `All data of ${school} ${day}`,
  description: 'description.csv',
  descriptionColumns: ['File', 'Column', '含义', 'Meaning', 'Form'],
  contents: 'contents.csv',
  contentsColumns: ['File', 'Rows', 'Bytes', 'SHA-256', 'State'],
  notIn: 'not in here',
  types: {
    text: 'text',
    number: 'number',
    'yes-no': 'true or false',
    day: 'day (year-month-day)',
    instant: 'instant with its zone',
    json: 'JSON',
    list: 'list in braces',
    hex: 'hexadecimal',
    sealed: 'kept encrypted; filled only where it was taken whole',
  },
  left: {
    secret: 'what signs in, signs or connects, and would be safe no more outside',
    personal: 'a person’s own, who takes it under “My privacy”',
    between: 'between a student and an employer, or an employer’s own: the school does not read it',
    derived: 'follows from other files in here',
    inner: 'counters of the program',
    platform: 'the whole platform’s, and no school’s',
  },
}
