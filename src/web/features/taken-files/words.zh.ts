import type { Taken } from '../../../domain/taken.ts'

/** Which files of many students' data have been taken, by whom and what for. */
export const zh = {
  title: '下载记录',
  lead: '批量下载的名单和材料：谁在何时、为何、下载了哪些学生的数据。每名学生也能在自己的档案中看到。',
  leadOwn: '您批量下载过的名单和材料。学校管理员看得到全校的记录，每名学生也能在自己的档案中看到。',
  kind: '种类',
  allKinds: '全部种类',
  kinds: {
    roster: '生源名单',
    evidence: '材料包',
    figures: '就业数据名单',
    export: '按模板导出',
    transfers: '转递清册',
    referrals: '未就业毕业生移交名单',
    everything: '学校全部数据',
    audit: '核查档案',
  } satisfies Record<Taken, string>,
  empty: '还没有人下载过。',
  at: '时间',
  by: '下载人',
  what: '内容',
  span: (from: string, to: string) => `学号 ${from} – ${to}`,
  students: '学生数',
  why: '用途',
  because: (purpose: string, reason: string) => (reason ? `${purpose}：${reason}` : purpose),
}
