import type { zh } from './invite-words.zh.ts'

export const en: typeof zh = {
  title: 'Invite a student',
  find: '1. Find the student',
  findHint:
    'Type name and student number, or the short code the student gave you. There is no list of students.',
  name: 'Name',
  number: 'Student number',
  or: 'or',
  shortCode: 'Short code',
  findButton: 'Find',
  found: 'Found',
  terms: '2. Terms',
  send: 'Send invitation',
  preview: 'Preview the letter',
  previewTitle: 'Check the letter before it is sent',
  findNeeds: 'Give both name and student number, or the short code',
  sent: 'Invitation sent',
  list: {
    title: 'Sent invitations',
    student: 'Student',
    q: 'Student name or number',
    empty: 'No invitation yet. Begin with “Invite”.',
  },
}
