import type { EmployerRole } from '../../../domain/membership.ts'

export const zh = {
  title: '单位成员',
  lead: '负责人可以新增和移除成员、修改单位资料、申请入驻；招聘人员发出邀约、办理签约与解约。',
  role: { owner: '负责人', recruiter: '招聘人员' } satisfies Record<EmployerRole, string>,
  me: '（您）',
  login: '登录名',
  loginHint: '3 位以上小写字母、数字或 . _ - @。全平台不能重复，可以用同事的邮箱。',
  name: '姓名',
  roleLabel: '角色',
  add: {
    label: '新增成员',
    title: '新增单位成员',
    text: '新增后请发一次性链接，由本人设置密码；系统没有默认密码。',
    done: '成员已新增，请发登录链接',
  },
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
}
