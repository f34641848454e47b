import type { zh } from './employer-words.zh.ts'

export const en: typeof zh = {
  workbench: 'Workbench',
  signing: 'Signing',
  parting: 'Dissolution',
  center: 'Dissolution centre',
  own: 'Account',
  me: 'Me',
  invite: 'Invite a student',
  inviteMany: 'Invite many students',
  sent: 'Sent invitations',
  templates: 'Term templates',
  posts: 'Job posts',
  resumes: 'Résumés',
  signed: 'Signed students',
  dissolutions: 'Dissolutions',
  schools: 'Schools',
  record: 'Employer data',
  seal: 'Employer’s seal',
  members: 'Members',
  account: 'Account',
  privacy: 'My privacy',
}
