import { saveResume, saveSharing, startResume } from '../../contracts/resumes.ts'
import type { Sharing } from '../../domain/resume/standing.ts'
import type { Visitor } from '../http/visitor.ts'

/** A résumé to which nothing is missing. */
export const sampleResume = {
  wish: { work: 'full-time' as const, category: '13', regions: ['420100'], pay: 8000 },
  summary: '喜欢把复杂的事做简单。\n能长期专注于一件事。',
  experiences: [
    {
      kind: 'internship' as const,
      organisation: '长江数据有限公司',
      role: '后端实习生',
      from: '2025-07',
      to: '2025-09',
      detail: '负责订单接口的重构，响应时间减半。',
    },
  ],
  projects: [
    { title: '校园二手书平台', role: '负责人', from: '2024-03', to: '', detail: '三千名同学使用。' },
  ],
  skills: ['TypeScript', 'PostgreSQL'],
  certificates: [{ title: '全国大学生数学建模竞赛二等奖', month: '2024-11' }],
  languages: [{ language: '英语', level: 'fluent' as const, proof: 'CET-6 560' }],
  contact: { phone: '13812345678', email: 'student@example.com' },
  files: { photo: null as string | null, attachment: null as string | null },
}

/** A version that this student has written; shown to admitted employers where `audience` says so. */
export async function writtenResume(
  student: Visitor,
  school: string,
  {
    name = '技术岗',
    resume = {},
    ...sharing
  }: { name?: string; resume?: Partial<typeof sampleResume> } & Partial<Sharing> = {},
) {
  const params = { school }
  const { id, version } = await student.call(startResume, { params, body: { resumeName: name } })
  const saved = await student.call(saveResume, {
    params: { school, id },
    body: { seenVersion: version, resume: { ...sampleResume, ...resume } },
  })
  const { audience, contactFrom } = { ...saved.sharing, ...sharing }
  if (sharing.audience || sharing.contactFrom)
    await student.call(saveSharing, {
      params,
      body: { seenVersion: saved.sharing.version, resumeAudience: audience, contactFrom },
    })
  return saved
}
