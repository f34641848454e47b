import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Term templates',
  lead: 'Terms that you offer often can be kept as templates, for every member of your employer. What a template leaves open is filled in for each invitation.',
  empty:
    'No templates yet. While filling in an invitation, choose “Keep as template”, and it will appear here.',
  use: 'Use a template',
  choose: 'Choose a template',
  manage: 'Manage templates',
  of: (count, most) => `${count} of ${most}`,
  filled: (name) => `The terms of “${name}” have been filled in: check them before you send.`,
  wrong: 'Some of the template can no longer be used: it is marked at its fields.',
  keep: {
    title: (count) => `${count} ${count === 1 ? 'entry differs' : 'entries differ'} from what you typed`,
    text: (names) => `${names}.`,
    ok: 'Take the template’s',
    cancel: 'Keep mine',
  },
  save: {
    label: 'Keep as template',
    title: 'Keep these terms as a template',
    text: 'The terms filled in so far are kept, and in how many days they are to be answered; nothing about the student is.',
    done: 'Template saved',
  },
  name: 'Name of the template',
  replaces: (name) => `There is a template “${name}”: saving replaces what it says.`,
  faulty: (names) => `Correct these first: ${names}`,
  rename: { label: 'Rename', title: 'Rename the template', done: 'Renamed' },
  remove: {
    label: 'Delete',
    title: 'Delete this template?',
    text: 'Invitations already sent stay as they are.',
    done: 'Template deleted',
  },
  says: 'What it says',
  answerDays: (days) => `To be answered within ${days} ${days === 1 ? 'day' : 'days'} of sending`,
  saved: (by, at) => `Saved by ${by}, ${at}`,
  fault: (field, said) => `${field}: ${said}`,
  open: (names) => `Left open: ${names}`,
}
