import type { CertificateContent, CertificateEntry } from '../domain/dissolution/certificate.ts'
import type { zh } from './certificates.zh.ts'
import { listedDayOf, listedInstant } from './figures.ts'
import type { Language } from './language.ts'
import { markSince, type WordedDocument, wordActs, wordValue } from './worded.ts'

/** 解约办理中证明 or 解约证明 in one language. */
export type WordedCertificate = WordedDocument & {
  /** Where anybody reads how it stands. */
  readonly proof: readonly [label: string, address: string]
  /** Who certifies it, and of which day. */
  readonly issued: readonly [by: string, day: string]
}

type Words = typeof zh

function textOf(entry: CertificateEntry, w: Words, language: Language): string {
  if (entry.as === 'kind') return w.kind[entry.value]
  if (entry.as === 'side') return w.side[entry.value]
  return wordValue(entry, w, language)
}

function standingOf(of: CertificateContent, w: Words, language: Language): WordedDocument['standing'] {
  const { kind, mark, parties, number, effectiveAt } = of
  const endedAt = of.endedAt ? listedInstant(of.endedAt, language) : ''
  if (mark !== null)
    return { stamp: w.mark[mark], sentence: w.standing.over[mark](endedAt), isInForce: false }
  const { student, employer } = parties
  const sentence =
    kind === 'dissolving'
      ? w.standing.dissolving(student.name, employer.name, number)
      : w.standing.dissolved(
          student.name,
          employer.name,
          number,
          listedInstant(effectiveAt, language),
          endedAt,
        )
  return { stamp: w.stamp[kind], sentence, isInForce: true }
}

export function wordCertificate(of: CertificateContent, w: Words, language: Language): WordedCertificate {
  const { kind, mark, endedAt, askedAt, proof, schoolName } = of
  return {
    title: w.title[kind],
    number: [w.name.number, of.number],
    mark: mark && markSince(w.mark[mark], endedAt, language),
    standing: standingOf(of, w, language),
    parts: of.parts.map(({ part, entries }) => ({
      title: w.part[part],
      facts: entries.map((entry) => [w.name[entry.name], textOf(entry, w, language)] as const),
    })),
    acts: wordActs(of.acts, { title: w.acts, names: w.act }, w, language),
    foot: [w.foot[kind], w.zone],
    proof: [w.address, proof.address],
    issued: [schoolName, listedDayOf((kind === 'dissolved' && endedAt) || askedAt, language)],
  }
}
