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
  email: {
    title: 'E-mail address',
    none: 'No address is confirmed yet: notifications stand in the inbox here only.',
    confirmed: (email) => `Confirmed: ${email}`,
    waits: (email) => `${email} is not confirmed yet`,
    waitsHint:
      'Open the link in the e-mail that was sent there, within 7 days. Until then nothing else is sent to it.',
    unavailable: 'This site sends no e-mail at present; once it does the link can be sent again.',
    again: 'Send again',
    next: 'New address',
    hint: 'Leave it empty to remove the address. The address there was is told of the change.',
    password: 'Your password (to change the address)',
    change: 'Change the address',
    sent: (email) => `A link was sent to ${email}`,
    removed: 'The address was removed',
  },
  settings: {
    title: 'E-mail copies',
    lead: 'Everything is in your notifications here. You may also have some of it sent by e-mail.',
    unavailable: 'This site sends no e-mail at present: read your notifications here.',
    groups: 'What to send',
    always: 'What concerns the safety of your account (a changed phone or address) is always sent.',
    group: {
      signing: 'Signing (invitations and answers, amendments, cancellations)',
      market: 'Applications for job posts and what comes of them',
      review: 'Review (waiting, results)',
      dissolution: 'Dissolution (requests, answers, mediation, results)',
      reminder: 'Reminders (before a deadline)',
    },
    saved: 'Your choice of e-mail copies is saved',
  },
}
