import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Notifications',
  unread: 'Unread',
  unreadOnly: (unread) => (unread > 0 ? `Unread (${unread})` : 'Unread'),
  markRead: 'Mark as read',
  markAllRead: 'Mark all as read',
  empty: 'Nothing yet. What becomes of invitations, reviews and dissolutions will be told here.',
  nothingUnread: 'Nothing is unread.',
  mail: { queued: 'E-mail queued', sent: 'E-mail sent', failed: 'E-mail not delivered' },
  settings: {
    title: 'E-mail copies',
    lead: 'Everything is in your notifications here. You may also have some of it sent by e-mail.',
    unavailable: 'This site sends no e-mail at present: read your notifications here.',
    email: 'E-mail address',
    emailHint: 'Leave it empty to get no e-mail',
    groups: 'What to send',
    group: {
      signing: 'Signing (invitations and answers, amendments, cancellations)',
      review: 'Review (waiting, results)',
      dissolution: 'Dissolution (requests, answers, mediation, results)',
      reminder: 'Reminders (before a deadline)',
    },
    saved: 'Your choice of e-mail copies is saved',
  },
}
