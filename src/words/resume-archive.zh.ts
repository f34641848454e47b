import type { ResumeFileState } from '../domain/resume-archive/names.ts'

/** Résumés that an employer takes with it: what the files and the columns of their manifest are called. */
export const zh = {
  what: { resume: '简历', attachment: '附件' },
  manifest: '简历清单.csv',
  columns: {
    row: '序号',
    path: '文件',
    name: '姓名',
    school: '学校',
    college: '学院',
    major: '专业',
    education: '学历',
    post: '岗位',
    appliedOn: '投递日期',
    what: '材料',
    sha256: 'SHA-256',
    state: '状态',
  },
  state: {
    packed: '在包内',
    gone: '缺失：文件已删除',
    broken: '不完整：读取中断',
    failed: '缺失：简历未能生成 PDF，请打开投递查看',
  } satisfies Record<ResumeFileState, string>,
  file: (n: number) => `应聘简历（${n} 人）`,
}
