import type { zh } from './door-words.zh.ts'

export const en: typeof zh = {
  title: 'University sign-in',
  enter: (school) => `Sign in with your account of ${school}`,
  enterByWeCom: (school) => `Sign in by WeCom of ${school}`,
  or: 'or by your password of this site',
  working: 'Finding out who you are…',
  failed: 'You are not signed in',
  back: 'Back to sign-in',
  trial: {
    title: 'Trial',
    passed: 'The trial went through; nobody was signed in.',
    number: 'The number that the university says',
    whose: 'Whose it is here',
    nobody:
      'Nobody on the roster has this number: see that the trial was by a student’s account, or take another claim as the student number',
    claims: 'The university says these claims',
    failed: 'The trial did not go through',
    back: 'Back to the settings',
  },
  faults: {
    'not-https': 'The address, or one that the university’s system names, is not https and cannot be used',
    'private-address':
      'The address is of a private network, which this site does not ask; if it is reachable from the campus only, let the platform allow that network',
    unreachable: 'Nobody answers: check the address, and that this server can reach it',
    'not-of-this-kind': 'There is no such service at this address: check the kind and the address',
    'issuer-differs':
      'The issuer that the system names is not the address that was entered: enter it as it is named',
    'endpoint-missing': 'The system names no authorization or token endpoint',
    'client-refused': 'The system does not know the client id or its secret',
    'code-refused':
      'The system does not take the code: see that the redirect address is registered exactly as shown here',
    'person-refused': 'The system did not let the person through (cancelled, or not authorised)',
    'token-wrong':
      'The token is not valid: issuer, client, time or signature; check the server’s clock and the client id',
    'ticket-refused': 'The system does not take the ticket (used, or over)',
    'service-refused':
      'The system does not know the address of this site: let it be registered as shown here',
    'claim-missing': 'What the system says has no such claim',
    'address-not-listed':
      'WeCom does not answer this server: add the address by which it goes out to the trusted IPs of the application',
    'not-a-member': 'Whoever scanned is no member of the university’s WeCom: scan with an account that is',
  },
}
