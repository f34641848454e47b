import type { RecommendationStatus } from '../../../domain/recommendation/life.ts'

const status: Record<RecommendationStatus, string> = {
  asked: '待填评语',
  recommended: '待学校审核',
  returned: '退回修改',
  issued: '已出具',
  withdrawn: '已撤回',
  revoked: '已撤销',
}

export const zh = {
  queue: {
    title: '推荐表审核',
    q: '学生或学号',
    empty: '没有待审核的推荐表。',
    begun: '申请日期',
    edition: '版次',
  },
  status,
  first: '首次申请',
  renewal: (n: number) => `申请第 ${n} 版`,
  edition: (n: number) => `第 ${n} 版`,
}
