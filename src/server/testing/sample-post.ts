/** A job post that every school may be asked to publish, until the end of June 2026. */
export const samplePost = {
  title: '高级软件工程师',
  category: '13',
  work: 'full-time' as const,
  headcount: 3,
  pay: { from: 8000, to: 12_000, months: 13 },
  regions: ['420111'],
  education: 'bachelor' as const,
  majors: ['0809'],
  description: '<p>负责后端服务的设计与开发。</p>',
  benefits: '五险一金',
  contact: { name: '李老师', phone: '027-81234567', email: 'hr@example.com', shown: true },
  audience: 'anybody' as 'anybody' | 'students',
  shownOn: null as string | null,
  lastDay: '2026-06-30' as string | null,
}
