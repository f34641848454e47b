import type { SecondFact } from '../../../domain/first-login.ts'
import type { PasswordProblem } from '../../../domain/password.ts'

export const zh = {
  title: '账号与密码',
  password: '登录密码',
  current: '当前密码',
  next: '新密码',
  change: '修改密码',
  changed: '密码已修改，其他设备上的登录已全部退出',
  sessions: '登录设备',
  thisOne: '当前设备',
  endOthers: '退出其他设备',
  ended: (n: number) => `已退出 ${n} 个设备`,
  fault: {
    mobile: '请填写 11 位手机号；境外号码以 + 和国家（地区）代码开头，如 +44 7911 123456',
    documentTail: '请填写证件号的后六位，只含数字和字母',
    password: {
      'too-short': '密码至少 10 个字符',
      'too-long': '密码过长',
      repetitive: '密码里重复或连续的字符太多，请换一个',
      'too-common': '密码过于常见，请换一个',
      'contains-personal': '密码不要包含姓名、学号、手机号或证件号',
    } satisfies Record<PasswordProblem, string>,
  },
  verification: {
    title: '首次登录信息验证',
    lead: '请核对学校生源库中的信息，并补充联系方式。验证通过后即可正常使用网签系统。',
    roster: '生源库信息',
    wrong:
      '如姓名、证件号有误而无法验证，请联系学校就业部门；其他信息有误的，验证后在“基本信息管理”中申请更正，更正办结前不能签约。',
    name: '姓名（请再次填写）',
    idTail: (document: string) => `${document}后六位`,
    idTailHint: '证件号中有字母的，字母大小写均可',
    secondFact: { 'exam-number': '考生号', 'phone-tail': '学校登记的手机号后四位' } satisfies Record<
      SecondFact,
      string
    >,
    secondFactHint: '学校要求核对此项，请按生源库登记的填写',
    secondFactMissing:
      '学校要求核对的信息在生源库中没有登记：请联系学校就业部门补充，或领取激活码后重新登录。',
    phone: '手机号',
    phoneHint: '境外号码以 + 和国家（地区）代码开头；短信能否送达由学校的短信服务商决定',
    email: '电子邮箱',
    emailHint: '本站开通邮件时会发来确认链接，确认后才向该邮箱发送消息',
    password: '设置密码',
    passwordHint: '至少 10 个字符，不要包含学号、手机号或证件号',
    rosterConfirmed: '我确认以上生源信息与本人一致',
    electronicFormAgreed: '我同意以电子形式签订就业协议，并以本账号的操作作为本人的签署',
    submit: '完成验证',
    tick: '请勾选后继续',
  },
}
