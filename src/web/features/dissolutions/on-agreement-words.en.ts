import type { zh } from './on-agreement-words.zh.ts'

export const en: typeof zh = {
  ask: 'Ask to dissolve',
  see: 'See the dissolution',
  whyNot: 'Why you cannot ask',
  byLaw: 'On a ground of law you still can',
  openRequest: {
    own: 'Your request to dissolve is under way',
    toAnswer: {
      student: 'The student asked to dissolve: please answer',
      employer: 'The employer asked to dissolve: please answer',
    },
    others: {
      student: 'The student’s request to dissolve is under way',
      employer: 'The employer’s request to dissolve is under way',
    },
  },
}
