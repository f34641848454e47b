import type { zh } from './problem-words.zh.ts'

export const en: typeof zh = {
  reloadNewest: 'Load what is newest',
  signIn: 'Sign in',
  beginAnew: 'Go on as who is signed in now',
  requestId: (id) => `If you ask for help, name this request: ${id}`,
  noAnswer: 'The server did not answer as it should. Try again later; what you typed is still here',
  whoCanHelp: {
    reader: 'You can resolve this',
    student: 'Ask the student',
    employer: 'Ask the employer',
    school: 'Ask the school',
    nobody: 'Nothing can be done about it now',
  },
}
