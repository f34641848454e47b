import type { NoticeText } from '../../../domain/notice-text.ts'

/** A text as whoever reads it before an act is shown it. */
export const noticeShown = ({ version, zh, en }: NoticeText) => ({ version, zh, en })
