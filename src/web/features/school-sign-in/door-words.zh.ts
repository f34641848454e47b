import type { SignInFault } from '../../../domain/school-sign-in.ts'

export const zh = {
  title: '统一身份认证',
  enter: (school: string) => `用“${school}”统一身份认证登录`,
  enterByWeCom: (school: string) => `用“${school}”企业微信登录`,
  or: '或用本站密码登录',
  working: '正在确认身份…',
  failed: '没有登录成功',
  back: '返回登录',
  trial: {
    title: '试登录',
    passed: '试登录成功，没有登录任何账号。',
    number: '认证返回的学工号',
    whose: '对应本站学生',
    nobody: '生源库中没有这个学号：请确认试登录用的是学生账号，或换一个字段作为学号',
    claims: '认证还返回了这些字段',
    failed: '试登录没有成功',
    back: '返回设置',
  },
  faults: {
    'not-https': '地址（或认证系统公布的地址）不是 https，不能使用',
    'private-address': '地址指向内网，本站不访问；如认证系统只在校园网内，请平台运营把该网段加入允许范围',
    unreachable: '连不上：请核对地址，并确认本站服务器能访问认证系统',
    'not-of-this-kind': '地址上没有所选类型的认证服务：请核对类型和地址',
    'issuer-differs': '认证系统公布的 issuer 与填写的地址不一致，请照它公布的填写',
    'endpoint-missing': '认证系统没有公布授权或令牌地址',
    'client-refused': '认证系统不认客户端标识或密钥，请核对',
    'code-refused': '认证系统不认授权码：请确认登记的回调地址与本页所示完全一致',
    'person-refused': '认证系统没有放行（取消了登录，或该账号没有授权）',
    'token-wrong': '令牌无效：签发方、客户端、时间或签名不对；请核对服务器时间和客户端标识',
    'ticket-refused': '认证系统不认票据（已使用或已过期）',
    'service-refused': '认证系统没有登记本站的服务地址，请把本页所示地址加入许可',
    'claim-missing': '认证返回的信息里没有填写的学号字段',
    'address-not-listed':
      '企业微信不允许本站服务器的 IP 访问：请在应用的“企业可信 IP”里加入本站服务器的出口 IP',
    'not-a-member': '扫码的不是学校企业微信的成员，请用学校企业微信里的账号扫码',
  } satisfies Record<SignInFault, string>,
}
