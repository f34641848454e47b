export const zh = {
  title: '工作台',
  invite: '邀请学生',
  again: '再次邀约',
  mine: '等我办理',
  ended: '最近未成的邀约',
  others: '等待他人',
  nothingMine: '现在没有等贵单位办理的事项。学生提出解约、申请撤销，或学校退回协议时，会在这里告诉您。',
  nothingYet: '还没有发出邀约。请向意向学生要来姓名和学号，或者签约短码，再发出第一份邀约。',
  notAdmittedYet: '现在没有学校批准贵单位入驻，暂时不能发出邀约。请到“合作学校”申请入驻，或查看申请进度。',
  nothingOthers: '没有正在等学生或学校办理的事项。',
  more: (n: number) => `还有 ${n} 件，请从下方“全部数字”进入列表查看。`,
  since: (day: string) => `${day} 起`,
  endedOn: (day: string) => `${day} 结束`,
  due: (days: number, day: string) => {
    if (days < 0) return `${day} 已到期，仍可答复`
    if (days === 0) return '今天 24:00 截止'
    return days === 1 ? '明天 24:00 截止' : `还剩 ${days} 天（${day} 截止）`
  },
  numbers: '全部数字',
  kind: {
    invitations: '邀约',
    agreements: '协议',
    dissolutions: '解约',
    applications: '应聘',
  },
  number: {
    applications: { submitted: '待查看', seen: '已查看，待答复' },
    interviews: { asked: '学生请求另约时间' },
    invitations: {
      pending: '待学生应约',
      endingSoon: '其中明日前截止',
      endedLately: '近 7 天被拒绝或过期',
    },
    agreements: {
      employer: '等我办理',
      student: '等学生答复',
      school: '等学校审核',
      inForce: '已生效',
    },
    dissolutions: { employer: '等我答复', student: '等学生答复', school: '等学校办理' },
  },
  turn: '轮到谁办理',
  anyTurn: '不限轮到谁',
  whose: { employer: '等我办理', student: '等学生', school: '等学校' },
  schools: '合作学校',
  admitted: '已入驻',
  notAdmitted: '未入驻或已暂停',
  toSchools: '申请入驻或查看进度',
  days: (min: number, max: number) => `应约期限 ${min}–${max} 天`,
  empty: '还没有向任何学校申请入驻。',
}
