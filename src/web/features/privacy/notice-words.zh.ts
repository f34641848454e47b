export const zh = {
  title: '个人信息保护声明',
  version: (version: number, day: string) => `第 ${version} 版，${day} 发布`,
  responsible: '联系人',
  gate: {
    lead: '使用前请完整阅读下面的声明。同意的时间、版本和网络地址会留作记录，之后可以在“我的隐私”中查阅和撤回。',
    agree: '我已阅读并同意',
    refuse: '不同意',
    refused: '不同意时不能使用本系统',
    refusedText:
      '不能在线签约、登记去向、申请或审核。毕业生可以联系学校就业部门，了解怎样线下办理；已经登记的信息由学校依法保存。以后登录时仍可以选择同意。',
    leave: '退出登录',
    back: '返回声明',
  },
}
