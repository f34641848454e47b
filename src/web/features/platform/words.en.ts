import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Schools',
  q: 'Name or code of a school',
  empty: 'No schools yet. Begin with “Open a school”.',
  code: 'School code',
  codeHint: 'The five digits by which the ministry names the school',
  codeMissing: 'Please type the school’s code, five digits',
  name: 'Name',
  nameEn: 'Name in English',
  opened: 'Opened',
  publicSite: 'Public site',
  host: 'Host name of its own',
  none: 'None',
  noHost: 'Give a whole host name, like jiuye.example.edu.cn, without https:// and port',
  hostHint:
    'Such as jiuye.example.edu.cn. The name must lead to this server, with a certificate, before; leave it empty to take it away.',
  setHost: {
    label: 'Set the host name',
    title: 'Host name of the school',
    text: 'By this name the first page is the school’s public site.',
    done: 'The host name is saved',
  },
  state: 'State',
  running: 'In use',
  suspendedSince: (time: string) => `Suspended since ${time}`,
  administrators: 'Administrators',
  begunOf: (begun: number, all: number) => `${all}, of whom ${begun} can sign in`,
  history: 'What was done to the school',
  noPowers:
    'The platform opens and suspends schools and lets administrators begin; it sees nothing of what happens in a school.',
  begunHint:
    'The school sees to administrators who have set a password; where none can be reached, add another.',
  administratorLogin: 'Administrator’s log-in',
  administratorName: 'Administrator’s name',
  open: {
    label: 'Open a school',
    title: 'Open a school',
    text: 'Then give its administrator a one-time link to set a password. Colleges, staff and settings are the school’s own to fill in.',
    done: 'School opened',
  },
  suspend: {
    label: 'Suspend',
    title: 'Suspend this school?',
    text: 'Its people are signed out at once and cannot sign in, and employers cannot invite its students. Nothing is lost.',
    done: 'School suspended',
  },
  resume: {
    label: 'Resume',
    title: 'Let this school go on?',
    text: 'Its people can sign in again, and employers can invite.',
    done: 'School resumed',
  },
  add: {
    label: 'Add an administrator',
    title: 'Give the school one more administrator',
    text: 'For when none of them can sign in. It stands on the school’s record, where the school reads it.',
    done: 'Administrator added',
  },
}
