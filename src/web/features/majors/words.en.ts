import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Majors',
  lead: 'Offered wherever a student’s major is chosen. What a roster brings is added by itself; a major that students have is stopped, not deleted.',
  code: 'Code',
  codeHint: 'As in the national catalogue; it stays',
  name: 'Name',
  level: 'Education level',
  colleges: 'Taught by',
  students: 'Students on the roster',
  state: 'State',
  using: { yes: 'In use', no: 'Stopped' },
  all: 'In use or stopped',
  q: 'Code or name',
  none: 'No college said',
  empty: 'No majors yet. A roster brings them by itself, or add one now.',
  add: { label: 'Add a major', title: 'Add a major', done: 'Added' },
  change: {
    label: 'Change',
    title: 'Change a major',
    text: 'Students and signed agreements keep the name that they have; a stopped major is offered no more, and its students stay as they are.',
    done: 'Changed',
  },
  told: {
    added: (n) =>
      `${n} ${n === 1 ? 'major' : 'majors'} of this file ${n === 1 ? 'is' : 'are'} not in the school’s list, and will be added with it`,
    stopped: (n) =>
      `${n} ${n === 1 ? 'major' : 'majors'} of this file ${n === 1 ? 'is' : 'are'} stopped: students are entered all the same`,
    one: (code, name, rows) => `${code} ${name} (${rows})`,
  },
  unknown: 'This code is not in the list of majors; it is added when you save',
}
