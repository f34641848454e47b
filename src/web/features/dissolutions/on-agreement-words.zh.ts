export const zh = {
  ask: '申请解约',
  see: '查看解约',
  whyNot: '为什么不能申请',
  byLaw: '有法定情形的仍可申请',
  openRequest: {
    own: '您的解约申请正在办理',
    toAnswer: { student: '学生已提出解约，请答复', employer: '单位已提出解约，请答复' },
    others: { student: '学生提出的解约正在办理', employer: '单位提出的解约正在办理' },
  },
}
