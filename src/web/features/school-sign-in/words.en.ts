import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'University sign-in',
  lead: 'Students, and staff if you wish, can sign in with the university’s own accounts, or by its WeCom. Who they are here goes by student or staff number, never by telephone.',
  none: 'Not set',
  untried: 'Saved; to be tried before it can be opened',
  tried: (at) => `Tried (${at}), not open yet`,
  enabled: 'Open, and shown first at the sign-in page',
  redirect: 'Let whoever runs the university’s system register this redirect (service) address',
  way: 'Kind',
  ways: { oidc: 'OpenID Connect', cas: 'CAS 3.0', wecom: 'WeCom (企业微信)' },
  server: 'Address of the system',
  serverHints: {
    oidc: 'the issuer, such as https://id.example.edu.cn',
    cas: 'such as https://cas.example.edu.cn/cas',
  },
  clientId: 'Client id',
  secret: 'Client secret',
  wecom: {
    clientId: 'CorpID',
    agentId: 'AgentId of the application',
    secret: 'Secret of the application',
    hint: 'Make an application of your own in WeCom’s console: visible to all students; this site’s name as the trusted domain of its pages and as the callback domain of sign-in; this server’s outgoing address among its trusted IPs. A member’s account (userid) has to be the student number (for staff the log-in here), whatever the telephone number.',
  },
  secretKept: 'Kept and not shown; left empty it stays (to be typed again with another address or id)',
  secretHint: 'Leave it empty where the system gives none',
  claim: 'Which claim is the number',
  claimHints: { oidc: 'empty: sub', cas: 'empty: the log-in name (cas:user)' },
  alsoStaff: 'Staff may use it too (their number is their log-in here; a second factor stays asked for)',
  saved: 'Saved: try it now',
  tryIt: 'Try it',
  tryHint:
    'Opens the university’s page, or WeCom’s picture to scan: sign in there with a student’s account; nobody is signed in here.',
  enable: {
    label: 'Open it',
    title: 'Open the university sign-in?',
    text: 'The sign-in page of your school then shows it first; passwords go on working.',
    done: 'Open',
  },
  disable: {
    label: 'Close it',
    title: 'Close the university sign-in?',
    text: 'People then sign in by their passwords only.',
    done: 'Closed',
  },
  remove: {
    label: 'Remove',
    title: 'Remove the settings and the secret of the university sign-in?',
    done: 'Removed',
  },
}
