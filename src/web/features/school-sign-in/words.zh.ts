import type { SignInWay } from '../../../domain/school-sign-in.ts'

export const zh = {
  title: '统一身份认证',
  lead: '学生（以及教师，如您愿意）可以用学校的统一身份认证或企业微信登录。登录时按学工号找到本站账号，不按手机号。',
  none: '未设置',
  untried: '已保存，须先试登录成功才能启用',
  tried: (at: string) => `试登录成功（${at}），尚未启用`,
  enabled: '已启用，登录页优先显示',
  redirect: '请学校的认证系统管理员登记这个回调（服务）地址',
  way: '类型',
  ways: { oidc: 'OpenID Connect', cas: 'CAS 3.0', wecom: '企业微信' } satisfies Record<SignInWay, string>,
  server: '认证系统地址',
  serverHints: {
    oidc: '即 issuer，如 https://id.example.edu.cn',
    cas: '如 https://cas.example.edu.cn/cas',
  } satisfies Partial<Record<SignInWay, string>>,
  clientId: '客户端标识（client id）',
  secret: '客户端密钥',
  wecom: {
    clientId: '企业 ID（CorpID）',
    agentId: '应用 AgentId',
    secret: '应用 Secret',
    hint: '在企业微信管理后台建一个自建应用：可见范围包括全体学生；“网页授权及 JS-SDK”的可信域名和“企业微信授权登录”的授权回调域填本站域名；“企业可信 IP”填本站服务器的出口 IP。成员的账号（userid）必须就是学号（教师为本站登录名），与手机号无关。',
  },
  secretKept: '已保存，不再显示；留空则不变（地址或标识改变时须重新填写）',
  secretHint: '认证系统没有发密钥的，可以留空',
  claim: '哪个字段是学工号',
  claimHints: { oidc: '留空为 sub', cas: '留空为登录名（cas:user）' } satisfies Partial<
    Record<SignInWay, string>
  >,
  alsoStaff: '教师也可以用它登录（学工号与教师账号的登录名相同；两步验证照常要求）',
  saved: '已保存，请试登录',
  tryIt: '试登录',
  tryHint: '会打开学校的认证（或企业微信扫码）页面：请用一个学生账号登录，不会登录到本站。',
  enable: {
    label: '启用',
    title: '启用统一身份认证登录？',
    text: '启用后，本校登录页先显示统一身份认证，密码登录仍然可用。',
    done: '已启用',
  },
  disable: { label: '停用', title: '停用统一身份认证登录？', text: '停用后只能用密码登录。', done: '已停用' },
  remove: {
    label: '删除设置',
    title: '删除统一身份认证的设置和密钥？',
    done: '已删除',
  },
}
