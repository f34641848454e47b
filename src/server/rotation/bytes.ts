import type { SelectType } from 'kysely'
import type { DB } from '../db/schema.generated.ts'

export type Table = keyof DB & string
/** The columns of bytes of a table. */
type Bytes<T extends Table> = {
  [C in keyof DB[T]]: [Extract<SelectType<DB[T][C]>, Buffer | readonly Buffer[]>] extends [never] ? never : C
}[keyof DB[T]] &
  string

/**
 * What becomes of bytes when the secret is changed. `sealed`: they are opened and sealed anew. `looked-up`: a keyed hash of what is
 * sealed beside it, made anew with it. `outlives`: a keyed hash of what nobody has in the clear; its key is kept. `tally`: begins
 * anew. `unkeyed`: the secret is not in it.
 */
type Fate = 'sealed' | 'looked-up' | 'outlives' | 'tally' | 'unkeyed'

/** Every column of bytes: what is added to the schema does not compile before it is decided here. Students come first (`rotating.ts`). */
export const BYTES = {
  students: {
    idNumberCipher: 'sealed',
    examNumberCipher: 'sealed',
    phoneCipher: 'sealed',
    moreCipher: 'sealed',
    idNumberIndex: 'looked-up',
    activationCode: 'outlives',
  },
  checkpointKeys: { keyCipher: 'sealed' },
  corrections: { changesCipher: 'sealed' },
  invitationBatches: { aboutCipher: 'sealed' },
  invitationBatchRows: { saidCipher: 'sealed' },
  messageChannels: { key: 'sealed' },
  webhooks: { key: 'sealed', formerKey: 'sealed' },
  messageConsents: { phoneCipher: 'sealed' },
  outgoingMessages: { phoneCipher: 'sealed' },
  resumes: { contactCipher: 'sealed', portrait: 'unkeyed' },
  resumeSnapshots: { contactCipher: 'sealed', portrait: 'unkeyed' },
  rosterImports: { aboutCipher: 'sealed' },
  rosterImportRows: {
    idNumberCipher: 'sealed',
    examNumberCipher: 'sealed',
    phoneCipher: 'sealed',
    moreCipher: 'sealed',
    saidCipher: 'sealed',
    idNumberIndex: 'looked-up',
  },
  schoolSignIns: { secret: 'sealed' },
  secondFactors: { secret: 'sealed', recovery: 'outlives' },
  secretKeys: { hashKeys: 'sealed', checkValue: 'unkeyed' },
  verificationCodes: { codeCipher: 'sealed', codeHash: 'looked-up' },
  recoveries: { code: 'outlives' },
  attempts: { key: 'tally' },
  // What is hashed is a token of 190 bits.
  apiTokens: { hash: 'unkeyed' },
  // For two days: compared by both keys, while there are both.
  keptAnswers: { fingerprint: 'tally' },
  entryLinks: { tokenHash: 'unkeyed' },
  journal: { hash: 'unkeyed' },
  journalCheckpoints: { root: 'unkeyed' },
  journalHeads: { hash: 'unkeyed' },
  journalLeaves: { hash: 'unkeyed' },
  journalTiles: { hashes: 'unkeyed' },
  passkeyChallenges: { boundTo: 'unkeyed', challenge: 'unkeyed' },
  passkeys: { credentialId: 'unkeyed', publicKey: 'unkeyed' },
  sealCertificates: { der: 'unkeyed' },
  seals: { picture: 'unkeyed' },
  sessions: { tokenHash: 'unkeyed' },
  signInRounds: { browser: 'unkeyed', state: 'unkeyed' },
} as const satisfies {
  readonly [T in Table as Bytes<T> extends never ? never : T]: Readonly<Record<Bytes<T>, Fate>>
}
