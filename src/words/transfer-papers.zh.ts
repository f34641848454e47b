/** 档案转递: what stands on the slip, its receipt and the labels. */
export const zh = {
  title: '学生档案转递通知单',
  number: '转递编号',
  dispatch: (number: string) => `发档号 ${number}　转递编号`,
  to: (receiver: string) => `${receiver}：`,
  text: (student: string, of: string) =>
    `现将我校毕业生${student}（${of}）的档案材料转去，请按目录清点查收，并将回执盖章后退回我校。`,
  contents: {
    title: '转递材料',
    heads: ['序号', '材料名称', '份数', '备注'] as const,
    items: [
      '高中及以上学籍档案',
      '毕业生登记表',
      '学籍表、学习成绩单',
      '体检表',
      '党、团组织材料',
      '学位授予材料',
      '就业协议书（学校留存联）或就业去向材料',
      '其他：',
    ] as const,
  },
  facts: {
    receiver: '接收单位',
    address: '接收地址',
    postcode: '邮编',
    contact: '收件人',
    phone: '联系电话',
    employer: '就业单位',
    agreement: '就业协议书编号',
    method: '档案接收方式',
    channel: '转递方式',
    mailNumber: '机要号 / 快递单号',
  },
  channels: {
    confidential: '机要',
    ems: 'EMS 高校学生档案专用',
    messenger: '专人送达（单位介绍信、工作证）',
  },
  handed: { by: '经办人', seal: (school: string) => `${school}（盖章）`, day: '　　　年　　月　　日' },
  cut: '沿虚线裁下，由接收单位填写',
  receipt: {
    title: '回　执',
    to: (school: string) => `${school}：`,
    text: (student: string, studentNumber: string) =>
      `你校转来的毕业生${student}（学号 ${studentNumber}）的档案材料共＿＿＿份，已于　　　年　　月　　日收到，经清点无误。`,
    by: '收件人（签名）',
    phone: '联系电话',
    seal: '接收单位（盖章）',
  },
  labels: {
    title: '档案转递地址标签',
    contact: (name: string, phone: string) => [name && `${name} 收`, phone].filter(Boolean).join('　'),
    of: (student: string, studentNumber: string, dispatch: string) =>
      [`学生档案：${student} ${studentNumber}`, dispatch].filter(Boolean).join('　'),
    from: (school: string) => `寄：${school}`,
  },
}
