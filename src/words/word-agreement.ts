import type { DocumentContent, DocumentEntry } from '../domain/agreement/document.ts'
import type { zh } from './agreement-document.zh.ts'
import { listedInstant } from './figures.ts'
import type { Language } from './language.ts'
import { type WordedSeals, wordSeals } from './word-seals.ts'
import { type WordedSignatures, wordSignatures } from './word-signatures.ts'
import { markSince, type WordedDocument, wordActs, wordValue } from './worded.ts'

/** 就业协议书 in one language. */
export type WordedAgreement = WordedDocument & {
  readonly clauses: { readonly title: string; readonly items: readonly string[] } | null
  readonly notice: { readonly title: string; readonly paragraphs: readonly string[] } | null
  readonly seals: WordedSeals | null
  readonly signatures: WordedSignatures | null
  readonly fingerprint: readonly [label: string, value: string]
}

type Words = typeof zh

function textOf(entry: DocumentEntry, w: Words, language: Language): string {
  if (entry.as === 'kind') return w.kind[entry.value]
  if (entry.as !== 'file-method') return wordValue(entry, w, language)
  return entry.value === null ? w.none : (w.fileMethod[entry.value] ?? entry.value)
}

function standingOf(of: DocumentContent, w: Words, language: Language): WordedAgreement['standing'] {
  const { mark, schoolName, effectiveAt, dissolvedAt } = of
  const since = effectiveAt ? listedInstant(effectiveAt, language) : ''
  if (mark === null)
    return { stamp: w.certified, sentence: w.standing.certified(schoolName, since), isInForce: true }
  const sentence =
    mark === 'dissolved'
      ? w.standing.dissolved(since, dissolvedAt ? listedInstant(dissolvedAt, language) : '')
      : w.standing[mark]
  return { stamp: w.mark[mark], sentence, isInForce: false }
}

export function wordAgreement(of: DocumentContent, w: Words, language: Language): WordedAgreement {
  const { clauses, remarks, notice, mark, dissolvedAt } = of
  const agreed = [...clauses.map((clause) => w.clause[clause]), ...remarks]
  return {
    title: w.title,
    number: [w.number, of.number],
    mark: mark && markSince(w.mark[mark], dissolvedAt, language),
    standing: standingOf(of, w, language),
    parts: of.parts.map(({ part, entries }) => ({
      title: w.part[part],
      facts: entries.map((entry) => [w.name[entry.name], textOf(entry, w, language)] as const),
    })),
    clauses: agreed.length > 0 ? { title: w.clauses, items: agreed } : null,
    notice: notice && { title: w.notice(notice.version), paragraphs: notice.paragraphs },
    acts: wordActs(of.acts, { title: w.acts, names: w.act }, w, language),
    seals: wordSeals(of.seals, w, language),
    signatures: wordSignatures(of.acts, w.act, w, language),
    foot: [...(of.kind === 'paper' ? [w.paper] : []), w.notContract, w.zone],
    fingerprint: [w.fingerprint, of.termsHash],
  }
}
