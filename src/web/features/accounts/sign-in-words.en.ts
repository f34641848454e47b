import type { zh } from './sign-in-words.zh.ts'

export const en: typeof zh = {
  register: 'No account yet? Register an employer',
  title: {
    student: 'Student sign-in',
    employer: 'Employer sign-in',
    school: 'School sign-in',
    platform: 'Platform sign-in',
  },
  school: 'School',
  chooseSchool: 'Please choose your school',
  login: { student: 'Student number', employer: 'Account', school: 'Account', platform: 'Account' },
  secret: 'Password',
  firstTime:
    'The first time, type the number of your ID card, permit or passport, as your school knows it, or the activation code from your school, as the password; you will then verify your data.',
  submit: 'Sign in',
  forgotten: 'Forgotten your password?',
  wait: (time) => `You can try again in ${time}`,
  show: 'Show the password',
  again: 'Please sign in; you will then see the page you asked for.',
  elsewhere: 'Other sign-ins',
  cookies:
    'Your browser forbids this site to keep cookies, so nobody can sign in. Allow them in its settings and reload.',
}
