import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Register of paper forms',
  empty:
    'No paper form has been handed out yet. Tick students in the list of students, or open a student’s file, to hand some out and print them.',
  toStudents: 'Hand out forms',
  q: 'Number, name or student number',
  anyStatus: 'Any state',
  anyCollege: 'All colleges',
  statusLabel: 'State',
  collegeLabel: 'College',
  download: 'Export the register',
  number: 'Number',
  student: 'Student',
  college: 'College',
  cause: 'Occasion',
  issuedAt: 'Handed out on',
  state: 'State',
  stock: 'Forms of each college',
  select: 'Choose',
  selectPage: 'Choose this page',
  chosen: (n, most) => `${n} ${n === 1 ? 'student' : 'students'} chosen (at most ${most} at a time)`,
  chosenForms: (n, most) => `${n} ${n === 1 ? 'form' : 'forms'} chosen (at most ${most} at a time)`,
  none: 'Choose none',
  print: 'Print',
  printSeveral: (n) => `Print ${n} ${n === 1 ? 'form' : 'forms'}`,
  printHint:
    'Each has three copies of two pages: print on both sides, and neither cut off nor cover the codes in the corners.',
  issue: {
    label: 'Hand out paper forms',
    title: (n) =>
      n === 1 ? 'Hand out a paper form to one student?' : `Hand out paper forms to ${n} students?`,
    text: 'Each form has a number of its own and is entered in the register; its student is told, and you can print it. A number is used once.',
    confirm: 'Hand out',
    done: 'Done',
  },
  issued: (n) => `${n} ${n === 1 ? 'form' : 'forms'} handed out`,
  refused: (name) => `None was handed out to ${name}`,
  page: {
    title: (number) => `Paper form ${number}`,
    reason: 'Statement',
    agreement: 'Agreement registered',
    noAgreement: '—',
    scanned: {
      same: 'The scans that the student registered were recognised as this number.',
      other:
        'The scans that the student registered were recognised as another number: it cannot be recorded as returned. Compare the original.',
      unread:
        'No codes could be read on the scans that the student registered: compare the number on the original.',
    },
    out: 'Once it is signed, the student registers it under “Paper agreements”; the school records the return when it has the original.',
    over: {
      returned: 'It has come back and is matched to the agreement that was registered.',
      spoiled:
        'The form is spoiled and its number cannot be used; the school hands out another if one is needed.',
      lost: 'The form was declared lost and its number is void; the school hands out another if one is needed.',
    },
  },
  mine: {
    title: 'Paper forms that the school has handed out to me',
    hint: 'A number is used once. If the form is lost, open it here and state how; the school checks it and hands out another. Take a spoiled one back to the school.',
  },
  act: {
    return: {
      label: 'Record the return',
      title: 'Record that the signed form has come back?',
      text: 'It is matched to the paper agreement that the student has registered, and the number is settled. Check the original first.',
      done: 'The return is recorded',
    },
    spoil: {
      label: 'Mark as spoiled',
      title: 'Declare this form spoiled?',
      text: 'The number cannot be used any more. Take the paper back and strike it through.',
      asksFor: 'Why it is spoiled',
      done: 'The form is spoiled',
    },
    lose: {
      label: 'Mark as lost',
      title: 'Declare this form lost?',
      text: 'The number is void for good from then on, even if the paper is found. Say when and how it was lost.',
      asksFor: 'How it was lost',
      done: 'The form is declared lost',
    },
  },
}
