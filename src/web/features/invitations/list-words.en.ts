import type { zh } from './list-words.zh.ts'

export const en: typeof zh = {
  title: 'Online signing',
  noticeTitle: 'Please note',
  notice: [
    'An employer registered here can invite you; all invitations are in the list below.',
    'Answer by 24:00 of the last day; silence means you gave up. If you object to something, ask the employer to revise it first.',
    'After signing and before certification the employer may propose an amendment, which needs your consent. After certification you must dissolve and sign anew.',
    'You can be signed with one employer at a time; other invitations can then only be read.',
  ],
  sentAt: 'Invited on',
  respondBy: 'Answer by',
  until: (day) => `until ${day}`,
  see: 'Read invitation',
  empty: 'No invitation yet. Give the short code on your home page to an employer so that it can invite you.',
  emptyPlaced: 'There was no invitation. You have a place already, and can have one only.',
}
