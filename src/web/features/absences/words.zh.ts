import type { AbsenceStatus } from '../../../domain/absence/life.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'

const status: Record<AbsenceStatus, string> = {
  recorded: '缺席',
  appealed: '申诉待答复',
  excused: '已免记',
  upheld: '维持缺席',
}
const kind: Record<EventKind, string> = { talk: '宣讲会', fair: '双选会' }

export const zh = {
  status,
  kind,
  title: (event: string) => `缺席 · ${event}`,
  event: '活动',
  student: '学生',
  endedAt: '活动结束',
  recordedAt: '记录时间',
  answerBy: '答复期限',
  state: '状态',
  overdue: '已超期',
  by: (day: string) => `${day} 前答复`,
  until: (day: string) => `学校应在 ${day}前答复`,
  q: '学生姓名、学号或活动',
  waiting: '待答复',
  all: '全部',
  emptyAll: '没有缺席记录。活动结束八天后，报名而没有签到的学生会自动记在这里；现场没有用过签到的活动不记。',
  why: '报名后没有签到，由系统在活动结束八天后自动记录。',
  counted: '计入的缺席',
  countedSaid: (n: number, days: number, limit: number | null) =>
    limit === null
      ? `近 ${days} 天 ${n} 次；学校没有规定次数上限，不影响报名`
      : `近 ${days} 天 ${n} 次；满 ${limit} 次后暂不能报名`,
  seeEvent: '查看活动',
  said: '申诉理由',
  answer: '学校的答复',
  act: {
    appeal: {
      label: '申诉',
      title: '对这次缺席申诉',
      text: '学校会在五个工作日内答复；答复前，这次缺席不计入次数。',
      done: '已提交，学校答复后会通知您',
      asksFor: '没有到场或没有签到的原因',
    },
    excuse: {
      label: '免记',
      title: '免记这次缺席',
      text: '这次缺席不再计入次数；学生会收到您的说明。',
      done: '已免记',
      asksFor: '给学生的说明',
    },
    uphold: {
      label: '维持',
      title: '维持这次缺席',
      text: '这次缺席重新计入次数；学生会收到您的说明。',
      done: '已答复',
      asksFor: '给学生的说明',
    },
  },
}
