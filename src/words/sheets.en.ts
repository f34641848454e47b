import type { zh } from './sheets.zh.ts'

export const en: typeof zh = {
  fault: {
    'digits-lost':
      'The spreadsheet took it for a number and lost its last digits: format the column as text and type it again',
    'error-value': 'The cell is an error ({{value}}): correct the formula or type the value',
    'formula-without-value':
      'The formula was never worked out: open the file in Excel or WPS and save it once, or type the value',
    'text-elsewhere':
      'The text is in a memo file that was not uploaded: save the table as .xlsx and upload that',
    needed: 'Fill this in',
    'hidden-character':
      'Character {{position}} ({{character}}) is invisible or turns the text around: delete it and type again',
    'not-printed':
      'No font here has “{{character}}” ({{code}}, character {{position}}), so that it cannot be printed on an agreement: write it another way, or have the platform add a font',
    'too-long': 'At most {{most}} characters',
    'not-a-number': 'Only letters, digits and - / . _ ( ) are allowed',
    'not-a-day': 'Not a day: write 2001-03-05, 2001/3/5, 2001年3月5日 or 20010305',
    'not-in-table': 'The table has no such row: write a code or a name of it',
    'several-in-table': 'Several rows are called so: write the code, or the full name from the province down',
    'not-yes-or-no': 'Write 是 or 否, yes or no',
    'not-a-phone':
      'Not a telephone number: a landline with its area code, a number abroad with + and its country code',
    'number-twice': 'The same student number as in row {{row}}',
  },
  at: (row, column, heading) =>
    column === null ? `Row ${row}, “${heading}”` : `Row ${row}, column ${column}, “${heading}”`,
  says: ': ',
  between: '; ',
}
