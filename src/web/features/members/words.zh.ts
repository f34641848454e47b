import type { EmployerRole } from '../../../domain/membership.ts'

export const zh = {
  title: '单位成员',
  lead: '负责人可以邀请和移除成员、修改单位资料、申请入驻；招聘人员发出邀约、办理签约与解约。',
  role: { owner: '负责人', recruiter: '招聘人员' } satisfies Record<EmployerRole, string>,
  me: '（您）',
  login: '登录名',
  invite: '邀请成员',
  inviteText: '生成一条加入链接，请只发给要加入的那一位。链接只显示这一次，7 天内有效，使用一次即失效。',
  inviteRole: '加入后的角色',
  inviteDone: '链接已生成',
  link: '加入链接（只显示这一次，请立即复制）',
  linkUntil: (until: string) => `有效期至 ${until}`,
  copy: '复制链接',
  copied: '已复制',
  links: '未使用的加入链接',
  madeBy: (name: string, until: string) => `由 ${name} 生成，${until} 前有效`,
  revoke: { label: '收回', title: '收回加入链接', text: '收回后，这条链接不能再用。', done: '已收回' },
  remove: {
    label: '移除',
    title: '移除成员',
    text: '移除后立即退出登录，不能再登录；其发出的邀约仍属于单位，由其他成员继续办理。',
    done: '成员已移除',
  },
  makeOwner: { label: '设为负责人', title: '设为负责人', done: '已设为负责人' },
  makeRecruiter: { label: '改为招聘人员', title: '改为招聘人员', done: '已改为招聘人员' },
  former: '已离开的成员',
  leftAt: (when: string) => `${when} 离开`,
  join: {
    title: '加入单位',
    lead: (employer: string, role: string) =>
      `您受邀加入「${employer}」，角色：${role}。请设置您自己的账号。`,
    until: (until: string) => `链接在 ${until} 前有效，只能使用一次。`,
    submit: '加入',
    done: '已加入',
    none: '链接不完整。请从收到的消息中完整打开，或向单位负责人索取新的链接。',
  },
}
