import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  kind: { talk: 'Campus talk', fair: 'Recruitment fair' },
  standing: { admitted: 'Has a place', limited: 'Waiting list' },
  title: 'Events of other schools',
  tabs: { open: 'To sign up for', mine: 'Mine' },
  noneOpen: 'No event of another school takes students of other schools at the moment.',
  noneMine: 'You have not signed up for an event of another school.',
  lead: 'Talks and fairs of other schools that students of any school may sign up for.',
  event: { reason: 'Called off: ', when: 'When', where: 'Where', description: 'About it' },
  public: 'The public page of the school that holds it',
  places: 'Places for other schools',
  sees: 'Once you have signed up, the school that holds it sees your name, student number, major and school.',
  fullNow:
    'All places for other schools are taken. If you sign up now you wait: a place that is given back goes to whoever signed up first, and you are told.',
  ahead: (n) =>
    `All places for other schools are taken; you are on the waiting list, ${n > 0 ? `with ${n} before you` : 'as the first'}. You are told when there is a place, and have your entry code then.`,
  signUp: {
    label: 'Sign up',
    title: 'Sign up for this event of another school?',
    text: 'The school that holds it sees your name, student number, major and school. If you cannot come, give your place back for somebody else.',
    done: 'You have signed up',
  },
  wait: {
    label: 'Join the waiting list',
    title: 'All places are taken: wait for one?',
    text: 'A place that is given back goes to whoever signed up first, and you are told; until then there is no entry code. The school that holds it sees your name, student number, major and school.',
    done: 'You are on the waiting list',
  },
  guests: 'Students of other schools',
  empty: 'No student of another school has signed up yet.',
  notOpen:
    'This event is for students of this school alone. Once you set places, students of the other schools of this platform can sign up.',
  limited: 'On the waiting list',
  admitted: 'With a place',
  came: 'Came from other schools',
  student: 'Student',
  number: 'Student number',
  school: 'School',
  major: 'Major',
  state: 'State',
  signedUpAt: 'Signed up at',
  cameAt: 'Came at',
  notCame: 'has not come',
  set: {
    label: 'Set the places',
    title: 'Places for students of other schools',
    text: 'They go to whoever signs up first; who comes later waits, moves up when there are more, and is told. 0: for this school alone. A place that was given is not taken back.',
    done: 'The places are saved',
  },
  placesNeeded: (most) => `A whole number from 0 to ${most}, please`,
}
