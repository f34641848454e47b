import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'State of a dissolution',
  lead: 'Shown live by the school’s signing system to anybody who has the code.',
  running: 'The dissolution is under way',
  runningText: 'The agreement is not dissolved yet. It is true that its dissolution is under way.',
  completed: 'The dissolution is complete',
  completedText: 'The agreement has ended, and the student may sign with others.',
  notDissolved: 'The agreement was not dissolved',
  notDissolvedText: 'This request is over, and the agreement did not end by it.',
  unknown: 'There is no such proof. Check that the address is complete, or ask the student for it again.',
  stage: 'Stage',
  school: 'School',
  student: 'Student',
  asked: 'Asked at',
  ended: 'Ended at',
  asOf: 'State as of',
}
