/** The queues beside the cases, each by the name of its list and with what it says when nothing waits: all that the workbench needs of them. */
export const zh = {
  posts: { title: '招聘信息', empty: '没有待审核的招聘信息。' },
  talks: { title: '宣讲会', empty: '没有等待安排的宣讲会。' },
  postReports: { title: '招聘信息举报', empty: '没有待核查的举报。' },
  fairEntries: { title: '双选会报名', empty: '没有待审核的单位报名。' },
  absences: { title: '缺席申诉', empty: '没有待答复的缺席申诉。' },
  objections: { title: '去向异议', empty: '没有待答复的异议。' },
  privacyRequests: { title: '个人信息申请', empty: '没有等待答复的申请' },
}
