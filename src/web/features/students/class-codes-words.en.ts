import type { zh } from './class-codes-words.zh.ts'

export const en: typeof zh = {
  title: 'Activation codes',
  lead: 'Make codes, class by class, for the students who have still to pass their first login. Print them, cut them apart and hand them over in person: a code is typed in the place of the password.',
  nobody: 'All students here have passed their first login.',
  noClass: '(no class given)',
  counts: (waiting, withCode) => `${waiting} still to come, ${withCode} of them with a code`,
  make: {
    label: 'Make codes',
    title: (className) => `Make activation codes for ${className}?`,
    text: 'Each works once, within 7 days. They are shown on the next page only: print them at once. At most 200 at a time.',
    confirm: 'Make the codes',
    done: 'The codes were made',
  },
  replace: 'Also for students who have a code (it opens nothing any more)',
  allHave: 'All who have still to come have a code: tick the box to make others',
  sheet: (className, count) => `${className}: ${count} activation codes`,
  once: 'Shown only now: once you leave or reload this page they can only be made anew.',
  print: 'Print',
  done: 'Printed, go back',
  slip: {
    student: (name, number) => `${name}  ${number}`,
    how: (address) =>
      `Open ${address}, sign in with your student number and type the code in the place of the password; then verify and set a password at once, for it opens once.`,
    until: (until) => `Works once, until ${until}. Give it to nobody.`,
  },
}
