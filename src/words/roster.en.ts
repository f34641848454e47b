import { en as own } from './own-fields.en.ts'
import type { zh } from './roster.zh.ts'
import { en as sheets } from './sheets.en.ts'

export const en: typeof zh = {
  fault: {
    ...sheets.fault,
    ...own.fault,
    'needed-for-training-mode': 'The training mode is “{{mode}}”: name the designated employer',
    'not-a-month': 'Not a month: write 2027-06, 2027/6, 2027年6月 or 202706',
    'not-a-year': 'Not a year: write 2027 or 2027届',
    'day-not-meant': 'This day is too far from today: check it',
    'year-not-meant': 'This year of graduation is too far from today: check it',
    'not-a-credit-code':
      'Not a unified social credit code: eighteen characters, the last of which checks the others',
    'not-a-mobile': 'Not a mobile number: eleven digits, or a number abroad with + and its country code',
    'not-an-email': 'Not an e-mail address',
    'not-a-document-type':
      'The type must be one of: Resident ID, Permit of Hong Kong and Macao residents, Permit of Taiwan residents, Passport, Permanent residence card',
    'not-a-college': 'No such college: write a code or a name as under “Colleges”, or add it there first',
    'document-length': 'A resident ID has 18 characters, this one has {{length}}',
    'document-characters': 'A resident ID is 17 digits and a digit or X',
    'document-birth-date': 'The day of birth in the number does not exist or is too far from today: check it',
    'document-check-character': 'The check character of the resident ID is wrong: a digit is mistyped',
    'document-not-in-form': 'The number is none of this type of document: check both',
    'gender-contradicts-document': 'The document’s number says another sex: check both',
    'birth-contradicts-document': 'The document’s number says {{day|day}}: check both',
    'document-twice': 'The same document as in row {{row}}',
    'document-of-another':
      'The document is another student’s of the same year on the roster (number {{studentNumber}}): check it',
    'college-with-cases':
      'The student has an agreement, a dissolution or a destination: move them in their file, then import again',
    'said-otherwise': 'Another column says something else of the same; make them agree',
  },
  standing: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', faulty: 'Not imported' },
  template: {
    sheet: 'Roster',
    report: 'result',
    notes: 'How to fill in',
    notesHeadings: ['Column', 'Needed?', 'What to write'],
    needed: 'Needed',
    optional: 'Optional',
    before:
      'Columns marked * are needed. Their order may change and columns that are not needed may be deleted; leave the headings as they are. All cells are text: do not make them numbers or dates. An empty cell changes nothing that is there.',
    accepts: {
      number: 'Letters, digits and - / . _ ( ), kept as they are; zeros in front stay',
      'person-name': 'As on the document; blanks within a Chinese name are left out',
      line: 'One line of text, at most 200 characters',
      'document-type': 'From the list; a resident ID where nothing is said',
      'document-number': 'As its type asks',
      college: 'Its name or its code, as the system has them',
      birth:
        'For example 2001-03-05, 2001/3/5, 2001年3月5日, 20010305; may be left out, or be a month, where a resident ID says it',
      month: 'For example 2027-06, 2027年6月, 202706',
      year: 'For example 2027, 2027届; may be left out where the month of graduation is there',
      phone: 'A landline with its area code; a number abroad with + and its country code',
      mobile: 'Eleven digits; a number abroad with + and its country code',
      email: 'An e-mail address',
      'yes-no': '是 or 否, yes or no',
      set: 'Several may be named, with 、 or a comma between',
      code: 'A code or a name, for example: ',
      'code:region': 'The six digits of the region, or its full name from the province down',
    },
  },
}
