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
  cannot: 'You cannot invite this student now, because',
  seeSent: 'Your invitations to this student',
  againTitle: (name) => `Invite ${name} again`,
  againTerms: 'Terms',
  last: (position, student, day) => `Begin with your last terms: ${position} (sent to ${student} on ${day})`,
  useLast: 'Use the last terms',
  takenOver: 'The last invitation’s terms are filled in. Check them before you send.',
  past: (what, day) => `“${what}” was ${day}, which is past: fill it in anew.`,
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
