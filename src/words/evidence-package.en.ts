import type { zh } from './evidence-package.zh.ts'

export const en: typeof zh = {
  title: (kind, number) =>
    `Evidence of ${{ agreement: 'employment agreement', destination: 'the registration of a destination,', recommendation: 'recommendation' }[kind]} ${number}`,
  taker: { student: 'the graduate', employer: 'the employer', school: 'the school' },
  takenBy: (taker, site) =>
    `Downloaded by ${taker} from ${site}. That it was downloaded stands in the journal too.`,
  what: 'What is in it',
  part: {
    document:
      'the document with its electronic seal (agreement, registration sheet or recommendation); any PDF reader opens it',
    facts:
      'all that the document was made from, as data; its fingerprint is in the PDF and protected by the seal',
    seal: 'when it was sealed, by which certificate, and the fingerprint of the file',
    acts: 'each step of all sides, as on the page',
    journal: 'the lines of the journal that tell of them, each with its hash, chained',
    proofs: 'prove each line to be in the Merkle tree (RFC 9162) over the whole journal of the site',
    checkpoint: 'the latest checkpoint that the site has signed of its whole journal',
    keys: 'the public keys by which the site signs checkpoints, now and before',
    evidence: 'fingerprints of the files that were uploaded (not the files)',
    certificates: 'the certificate of the seal, and what vouches for it',
    timestamp: 'a third party’s time stamp, where the site has an authority for it',
    documents:
      'what else was sealed in the same case (certificates of a dissolution, earlier editions of a recommendation), each with its facts and its seal',
    pictures:
      'drawn signatures and seals that the journal or a sealed document names; the name of each file is its fingerprint',
    manifest: 'the fingerprint of each of these files, signed by the site',
  },
  how: 'How to check it',
  steps: [
    'Open the sealed document in a PDF reader and look at the signature: it should say that nothing was changed since. For a certificate that the site made itself it says that the issuer is unknown; that is as it should be.',
    'On a computer with Node 24 get the source of Qianyue, run npm ci, then npm run verify -- package.zip. It needs neither the network nor the server of the site.',
    'To see that the site has not rewritten the past, take a checkpoint from its page /checkpoints, or from somebody’s older package, save it as a file, and run npm run verify -- package.zip --checkpoint file.',
    'One changed byte, one line taken out, one file exchanged: the check fails and names the first thing that does not fit.',
  ],
  not: 'What it does not prove',
  limits: [
    'It proves that documents and records are as they were made, not who sat at the keyboard: that is what accounts, ways of signing in and the journal tell.',
    'A certificate that the site made itself is not of a licensed authority; the parties have agreed to it as a condition of theirs (Electronic Signature Law, art. 13).',
    'Without a third party’s time stamp the time is that of the site’s server.',
    'Drawn signatures and seals are pictures that anybody can copy; they say which one was used. A drawing of before this version that no sealed document shows has no fingerprint to be checked by, and is not in the package.',
  ],
  withheld: (count) =>
    `Of ${count} lines there is only the hash: these older lines have somebody else’s network address in them. Their hashes can be checked all the same; what was done stands in the table below.`,
  acts: 'What was done',
  heads: ['Time (UTC)', 'Act', 'By', 'As', 'Note', 'Signature and seal'],
  picture: 'a drawn signature or a seal',
  system: 'the system',
}
