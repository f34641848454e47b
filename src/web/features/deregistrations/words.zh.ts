/** What the school has read of the register about an employer. */
export const zh = {
  title: '注销登记',
  none: '学校没有登记过这家单位注销。系统不联网查询登记机关，查到后请在这里登记。',
  noted: (day: string) => `已于 ${day} 注销`,
  readFrom: '依据',
  by: '登记人',
  at: '登记时间',
  toCases: '查看名下去向的核查',
  note: {
    label: '登记为已注销',
    title: '登记这家单位已注销？',
    text: '登记后，核查会为这家单位名下每条已鉴证的协议和已登记的去向各开一条待核实的事项。去向本身不会改动。',
    confirm: '登记',
    done: '已登记',
  },
  day: '注销日期',
  dayNeeded: '请填写注销日期',
  readFromHint: '例如：国家企业信用信息公示系统，2026 年 6 月 1 日查询',
  readFromNeeded: '请写明从哪里查到',
  withdraw: {
    label: '撤销登记',
    title: '撤销注销登记？',
    text: '核查不再发现的事项会自动转为“已更正”。',
    asksFor: '撤销理由',
    confirm: '撤销',
    done: '已撤销',
  },
}
