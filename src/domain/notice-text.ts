import type { AgreementKind } from './agreement/life.ts'
import { Refusal } from './refusal.ts'

/** What people read before they act: a letter's 签约须知, and 解约须知 as it holds for either kind of agreement. */
export const NOTICE_KINDS = ['signing', 'dissolution', 'paper-dissolution'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Plain text in both languages, a paragraph a line. */
export type NoticeWords = { readonly zh: string; readonly en: string }
/** Versions of one school and kind count from 1; a version is never altered. */
export type NoticeText = NoticeWords & { readonly id: string; readonly version: number }

/** Which of them is read before an agreement of this kind is dissolved. */
export const noticeOfDissolving = (kind: AgreementKind): NoticeKind =>
  kind === 'paper' ? 'paper-dissolution' : 'dissolution'

export const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')

/** Nobody acts on a text that is no longer the school's: what was read is what is agreed to. */
export function refuseUnlessRead(now: Pick<NoticeText, 'version'>, seen: number): void {
  if (seen !== now.version) throw new Refusal('notice-changed', { version: now.version })
}

/** Refuses what another has saved since it was read, and what says nothing new. */
export function refuseUnlessNew(
  now: NoticeText & { readonly ours: boolean },
  seen: number,
  next: NoticeWords & { readonly ours: boolean },
): void {
  if (seen !== now.version) throw new Refusal('content-changed', { version: now.version })
  if (now.zh === next.zh && now.en === next.en && now.ours === next.ours) throw new Refusal('nothing-changed')
}
