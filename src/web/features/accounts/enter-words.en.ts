import type { zh } from './enter-words.zh.ts'

export const en: typeof zh = {
  title: 'Set your password',
  school: 'School',
  employer: 'Employer',
  name: 'Name',
  login: 'Log-in',
  password: 'New password',
  hint: 'At least 10 characters, not a common one, without your name or log-in. From now on you sign in with your log-in and this password.',
  show: 'Show the password',
  submit: 'Set the password and sign in',
}
