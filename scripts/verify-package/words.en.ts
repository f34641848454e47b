import type { DocumentKind } from '../../src/domain/document/kind.ts'
import { MAIN_DOCUMENT } from '../../src/domain/evidence-package.ts'
import type { zh } from './words.zh.ts'

const DOCUMENT: Record<DocumentKind, string> = {
  agreement: 'agreement',
  dissolving: 'certificate that it is being dissolved',
  dissolved: 'certificate that it is dissolved',
  registration: 'registration sheet',
  recommendation: 'recommendation',
}

export const en: typeof zh = {
  usage:
    'usage: npm run verify -- package.zip [--checkpoint other.txt [--proof proof.json]] [--trust certificate.pem] [--key public-key] [--lang zh|en]',
  unreadable: (name) => `The file ${name} cannot be read.`,
  valid: (kind, number) =>
    `The evidence of ${kind === null ? '' : `${DOCUMENT[MAIN_DOCUMENT[kind]]} `}${number ?? ''} fits, all of it.`,
  invalid: 'It does not fit: ',
  faults: {
    'no-zip': (why) => `the file cannot be opened, or is no zip (${why}).`,
    'part-missing': (name) => `the file ${name} is missing.`,
    'part-twice': (name) => `there are two files ${name}.`,
    'part-unlisted': (name) => `the file ${name} is not in the list of what belongs to it.`,
    'part-changed': (name) => `${name} was changed: it has not the fingerprint that the list has.`,
    'part-unreadable': (name) => `${name} cannot be understood.`,
    'manifest-unreadable': () =>
      'the list MANIFEST.txt cannot be understood, or is of a form that is not known.',
    'manifest-unsigned': () =>
      'the list MANIFEST.txt is not signed by the site: it or its signature was changed.',
    'no-seal': (name) => `${name} has no electronic seal that can be read.`,
    'seal-not-whole': (name) => `the seal of ${name} is not over all of it, or there is more than one.`,
    'document-changed': (name) => `${name} was changed after it was sealed: the seal is not valid.`,
    'certificate-other': () =>
      'the certificate in the package is not the one by which the document was sealed.',
    'certificate-not-vouched': (subject) => `the certificate ${subject} was not issued by whom it names.`,
    'certificate-not-trusted': (subject) => `the issuer ${subject} is not the authority that you trust.`,
    'certificate-not-valid-then': (subject, at) =>
      `the certificate ${subject} was not valid when the document was sealed (${at}).`,
    'seal-other': (name) => `what the package says of its seal is not of ${name}.`,
    'facts-other': (name) =>
      `${name} is not what the document was made from: it has not the fingerprint that the seal protects.`,
    'facts-not-sealed': (name) => `the sealed document has no fingerprint of ${name}, or more than one.`,
    'key-not-known': () => 'the public key of the site cannot be understood.',
    'checkpoint-unsigned': () => 'the checkpoint is not signed by the site: it was changed or replaced.',
    'checkpoint-other': () =>
      'the proofs are of another checkpoint than that of the package: it was replaced.',
    'line-missing': (name) => `a line of the journal is missing or moved: it should be ${name}.`,
    'line-changed': (name) => `this line of the journal was changed or moved: ${name}.`,
    'line-of-another': (name) => `this line of the journal is of something else: ${name}.`,
    'line-not-proved': (name) => `this line is not proved to be in the journal of the site: ${name}.`,
    'proof-of-another': (name) => `a line is proved that is not in the journal of the case: ${name}.`,
    'acts-other': (name) => `acts.json says something else than the journal: ${name}.`,
    'seal-not-journaled': (name) => `the journal has no line of the seal of ${name}.`,
    'document-missing': (hash, at) =>
      `a sealed document is missing: the journal says that it was sealed ${at}, with the fingerprint ${hash}.`,
    'picture-changed': (name) => `the picture ${name} was changed: it has not its fingerprint.`,
    'picture-missing': (hash) =>
      `a picture of a signature or a seal is missing, with the fingerprint ${hash}.`,
    'picture-other': (name) =>
      `the picture ${name} is named neither by the journal nor by a sealed document.`,
    'evidence-other': (name) => `the file “${name}” has not the fingerprint that the journal has.`,
    'past-rewritten': (from, to) =>
      `the journal when the document was sealed (${from} lines) is not the beginning of that of today (${to} lines): the past was rewritten.`,
    'timestamp-other': (name) => `the time stamp is not of the seal of ${name}, or not valid.`,
    'given-unreadable': () => 'the checkpoint or the proof that you gave cannot be understood.',
    'given-unsigned': () => 'the checkpoint that you gave is not signed by this site.',
    'given-needs-proof': (from, to) =>
      `to compare checkpoints of ${from} and ${to} lines a proof is needed: get it from the site, /api/public/checkpoints/consistency?from=${from}&to=${to}, and give it with --proof.`,
    'given-inconsistent': (from, to) =>
      `the two checkpoints (${from} and ${to} lines) are not of one past: the journal was rewritten.`,
  },
  notes: {
    parts: (count) => `${count} files are those of the list`,
    seal: (by, at) => `the document was not changed since it was sealed, ${at}; by ${by}`,
    'issuer-trusted': (by) => `the certificate was issued by whom you trust: ${by}`,
    'issuer-own': (by) =>
      `the certificate was issued by ${by} (whether to trust it is yours to judge; --trust names an authority)`,
    facts: () => 'the facts are those of the document, protected by its seal',
    'facts-before': () =>
      'this document was sealed before there were fingerprints of facts: the seal says nothing of them',
    'key-sealed': (key) => `the site’s public key is protected by the seal: ${key}`,
    'key-given': (key) => `checked by the public key that you gave: ${key}`,
    'key-from-package': (key) =>
      `the site’s public key is known from the package alone; compare it with the site’s page, or give it with --key: ${key}`,
    manifest: (at) => `the list was signed by the site, ${at}`,
    checkpoint: (size, root, at) =>
      `the checkpoint was signed by the site, ${at}: ${size} lines, root ${root}…`,
    journal: (count) => `the ${count} lines of the case follow each other, none is missing`,
    withheld: (count) => `of ${count} of them there is only the hash`,
    proofs: (count, size) => `${count} lines are in the tree over all ${size} lines of the site`,
    past: (from, to) => `the ${from} lines from before the seal are the beginning of the ${to} of today`,
    evidence: (count) => `${count} files have the fingerprints that the journal has`,
    timestamp: (at) => `time stamp: ${at}`,
    'timestamp-none': () => 'no time stamp of a third party: times are those of the site’s server',
    document: (kind, number, at) =>
      `another sealed document fits its facts and its seal: ${DOCUMENT[kind as DocumentKind]} ${number}, ${at}`,
    pictures: (count) =>
      `${count} pictures of signatures and seals are those that the journal or a sealed document names`,
    given: (from, to) => `it is of one past with the checkpoint that you gave (${from} and ${to} lines)`,
  },
}
