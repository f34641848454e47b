import { en as sheets } from './sheets.en.ts'
import type { zh } from './transfer-sheet.zh.ts'

export const en: typeof zh = {
  sheet: 'Transfers',
  fault: {
    ...sheets.fault,
    'no-such-record': 'No record has this dispatch number, or you may not see it',
    'record-twice': 'Several rows have this dispatch number: keep one',
    'another-name': 'The name is not that of this number’s student',
    'number-repeated': 'Several rows have this number: it belongs to one student only',
    'number-of-another': 'This number stands with another student or another parcel',
    'day-not-meant': 'The day is later than today, or more than three years ago',
    'day-before': 'The day cannot come before {{day|day}}',
    'reason-needed': 'Say why it came back',
    'moved-on':
      'The record cannot be changed like this: what was not sent is not received or returned, and what came back needs a new record',
    'not-addressed':
      'The record lacks its receiver or address, or the file is to stay: complete the record first',
  },
  notes: 'How to fill it in',
  lines: [
    'The dispatch number stands in the list, on the slip and on the label; it is needed. Columns that you do not need can be left out.',
    'With a tracking number or a day of sending, the record becomes sent; without a day it is that of its receipt or return, else that of the import.',
    'With a day of receipt it becomes received; with a day of return and the reason, returned.',
    'Write numbers as text, with their leading zeros. The post’s own sheet can be brought as it is.',
  ],
}
