import type { InterviewWay } from '../../../domain/interview/case.ts'
import type { InterviewStatus } from '../../../domain/interview/life.ts'

const status: Record<InterviewStatus, string> = {
  proposed: '请选择时间',
  asked: '已请求另约时间',
  confirmed: '时间已定',
  held: '时间已过',
  declined: '已谢绝',
  cancelled: '单位已取消',
  ended: '已随投递终止',
}
/** 单位看到的叫法。 */
const toEmployer: Record<InterviewStatus, string> = {
  ...status,
  proposed: '待学生选择时间',
  asked: '学生请求另约时间',
  declined: '学生已谢绝',
  cancelled: '已取消',
}
const manner: Record<InterviewWay, string> = { onsite: '现场', online: '线上' }

export const zh = {
  status,
  toEmployer,
  manner,
  title: '面试',
  when: '时间',
  where: '地点或链接',
  note: '说明',
  lastWords: '最近的留言',
  slots: '可选时间',
  slotLost: (span: string) => `${span} 刚被别人选定，请从下面仍可选的时间中选择。`,
  slotTaken: '已被选走或已过',
  noneFree: '所给时间都已被选走或已过，请点“另约时间”告诉单位您方便的时间。',
  overlaps: (title: string, employer: string, span: string) =>
    `与您的另一场面试时间重叠：${title}（${employer}），${span}`,
  calendar: '加入日历',
  open: '打开链接',
  toApplication: '查看投递',
  /** 单位给出时间 */
  form: {
    begins: '开始时间',
    add: '再加一个时间',
    remove: (nth: number) => `删除第 ${nth} 个时间`,
    nth: (nth: number) => `第 ${nth} 个开始时间`,
    zone: '均为北京时间。每个时间只能被一位学生选走，彼此不能重叠。',
    gap: '两场之间至少间隔（分钟）',
    gapHint: '各场时间的间隔不得小于此数',
    minutes: '每场时长（分钟）',
    manner: '方式',
    place: '地点或会议链接、会议号',
    placeHint: '链接以 https:// 开头时，学生可以直接打开',
    note: '给学生的说明',
    beginsNeeded: '请填写每个开始时间',
    beginsOver: '开始时间须晚于现在',
    minutesWrong: (least: number, most: number) => `时长请填 ${least} 至 ${most} 的整数`,
    placeNeeded: '请填写地点或会议链接',
  },
  propose: {
    label: '邀请面试',
    title: '邀请面试',
    text: '给出一个或几个时间，学生从中选择。学生会收到通知，投递进入“面试中”。',
    confirm: '发出面试邀请',
    done: '已发出面试邀请',
  },
  several: {
    fewer: (slots: number, n: number) => `给出了 ${slots} 个时间，少于 ${n} 人：选满后其余学生只能另约。`,
  },
  act: {
    pick: { label: '选定这个时间', title: '选定面试时间', confirm: '选定', done: '已选定，单位会收到通知' },
    ask: {
      label: '另约时间',
      title: '请求另约时间',
      text: '单位会看到您的留言并重新给出时间。已选定的时间会让出。',
      done: '已请求另约时间',
      asksFor: '您方便的时间和原因',
    },
    decline: {
      label: '谢绝面试',
      title: '谢绝这次面试？',
      text: '单位会收到通知。投递仍由单位处理；不想继续应聘时，请撤回投递。',
      done: '已谢绝面试',
      asksFor: '给单位的话',
    },
    change: {
      label: '更改时间',
      title: '更改面试时间',
      text: '学生会收到通知并重新选择。已选定的时间会让出。',
      confirm: '发出新的时间',
      done: '已发出新的时间',
    },
    relocate: {
      label: '更改地点',
      title: '更改面试地点',
      text: '时间不变，学生会收到通知。',
      confirm: '更改地点',
      done: '已更改地点',
    },
    cancel: {
      label: '取消面试',
      title: '取消这次面试？',
      text: '学生会收到通知和您的说明。投递不受影响，您可以再次邀请面试。',
      confirm: '确认取消面试',
      done: '已取消面试',
      asksFor: '给学生的说明',
    },
  },
  words: '给学生的话',
  /** 学生的列表 */
  mine: '我的面试',
  noMine: '还没有面试。单位邀请您面试后会显示在这里，并发送通知。',
  /** 单位的列表 */
  list: {
    title: '面试安排',
    fixed: '日程',
    asked: '学生请求另约',
    waiting: '待学生选择',
    from: '从哪天起',
    none: {
      fixed: '这天以后没有已定的面试。在“应聘学生”中邀请面试，学生选定时间后显示在这里。',
      asked: '没有学生请求另约时间。',
      waiting: '没有待学生选择时间的面试。',
    },
    student: '学生',
    post: '岗位',
    school: '学校',
    state: '状态',
    changedAt: '最近变动',
    onDay: (day: string, n: number) => `${day}（${n} 场）`,
  },
}
