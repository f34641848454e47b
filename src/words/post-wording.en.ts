import type { zh } from './post-wording.zh.ts'

const grounds: typeof zh.grounds = {
  fee: {
    name: 'Charging applicants, or keeping their papers',
    why: 'Whoever recruits takes no fee and no deposit, and keeps nobody’s papers (Labour Contract Law art. 9; Rules on Employment Services art. 14)',
  },
  'training-loan': {
    name: 'Training for a fee or on a loan',
    why: 'Recruiting must not lead people into paid training or a loan (Rules on Employment Services art. 14; notice 人社厅发〔2025〕60)',
  },
  sex: {
    name: 'Limits by sex',
    why: 'No post is for men alone or for men first, nor asks more of one sex (Law on the Protection of Women art. 43; Employment Promotion Law art. 27)',
  },
  ethnicity: {
    name: 'Limits by ethnicity or religion',
    why: 'People of all ethnic groups and beliefs are employed alike (Labour Law art. 12; Employment Promotion Law art. 28)',
  },
  origin: {
    name: 'Limits by hukou or region',
    why: 'No unreasonable limits by household registration, region or status (Employment Promotion Law art. 3 and 31; notice 人社厅发〔2025〕60)',
  },
  marriage: {
    name: 'Limits by marriage or children',
    why: 'Women are not asked further about marriage or children, nor tested for pregnancy before they are employed, and nobody is employed or refused for it (Law on the Protection of Women art. 43)',
  },
  'school-tier': {
    name: 'Limits by the rank of a school',
    why: 'Recruiting on campus never limits posts to 985 or 211 universities (the Ministry of Education’s “three prohibitions”)',
  },
  'study-mode': {
    name: 'Limits by school, study abroad or mode of study',
    why: 'Public bodies and state-owned firms do not make the school, study abroad or the mode of study a condition (General Plan for the Reform of Educational Evaluation); nor does anybody at what schools hold',
  },
  age: {
    name: 'Limits by age',
    why: 'A limit of age that the work does not need may be discrimination: make sure that it is needed (Employment Promotion Law art. 3, which does not name age)',
  },
  guarantee: {
    name: 'Guaranteed hiring, bait',
    why: 'No false promises such as guaranteed hiring or very high pay (Rules on Employment Services art. 14; notice 人社厅发〔2025〕60)',
  },
  mailbox: {
    name: 'A public mailbox',
    why: 'Recruiting in the name of a large firm from a mailbox that anybody can have is a common sign of fraud: use the firm’s own',
  },
}

export const en: typeof zh = {
  grounds,
  found: ({ ground, said, isBlocking }) =>
    `“${said}” ${isBlocking ? 'may not be used' : 'should be looked at again'}. ${grounds[ground].name}: ${grounds[ground].why}`,
}
