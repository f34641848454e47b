import type { zh } from './bell-words.zh.ts'

export const en: typeof zh = {
  title: 'Notifications',
  bell: (unread) => (unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'),
  arrived: (unread) => `Something new: ${unread} unread`,
}
