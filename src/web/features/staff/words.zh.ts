import type { StaffRole } from '../../../domain/staff.ts'

const roles: Record<StaffRole, string> = {
  college_reviewer: '院系审核',
  school_reviewer: '学校审核',
  administrator: '学校管理员',
}

export const zh = {
  title: '教师账号',
  q: '姓名或登录名',
  empty: '还没有教师账号。',
  name: '姓名',
  login: '登录名',
  role: '角色',
  state: '状态',
  roles,
  noColleges: '还没有院系，请先在“院系”中添加',
  account: '账号资料',
  history: '账号记录',
  states: {
    begun: '可以登录',
    disabled: '已停用',
    linked: (until: string) => `待设置密码，链接 ${until} 前有效`,
    unlinked: '待发登录链接',
  },
  add: {
    label: '新增账号',
    title: '新增教师账号',
    text: '新增后请发一次性链接，由本人设置密码；系统没有默认密码。',
    done: '账号已新增',
  },
  change: {
    label: '修改',
    title: '修改姓名、角色或院系',
    done: '已修改',
  },
  disable: {
    label: '停用账号',
    title: '停用这个账号？',
    text: '停用后立即退出登录，不能再登录；以前办理的记录保留。',
    done: '账号已停用',
  },
  enable: {
    label: '启用账号',
    title: '重新启用这个账号？',
    text: '启用后可以用原密码登录。',
    done: '账号已启用',
  },
  secondFactor: '两步验证',
  isOn: '已开启',
  isOff: '未开启',
  resetSecondFactor: {
    label: '清除两步验证',
    title: '清除这个账号的两步验证？',
    text: '用于本人手机和备用验证码都丢失的情形，请先核实是本人。清除后立即退出登录，只凭密码就能登录；学校要求两步验证的，登录后须重新设置。',
    done: '两步验证已清除',
  },
  link: {
    begin: {
      label: '发登录链接',
      title: '发一次性登录链接？',
      text: '链接 7 天内有效，只能使用一次。请通过可靠的方式交给本人；以前发的链接随即失效。',
      confirm: '生成链接',
      done: '链接已生成',
    },
    reset: {
      label: '重设密码',
      title: '发链接重设密码？',
      text: '本人通过链接设置新密码后，原密码失效，其他设备退出登录。链接 7 天内有效，只能使用一次。',
      confirm: '生成链接',
      done: '链接已生成',
    },
    label: '一次性登录链接',
    given: (name: string, login: string) => `${name}（登录名 ${login}）的链接，请立即复制`,
    hint: (until: string) => `链接只在此处显示一次，系统不保存；${until} 前有效，使用一次后失效。`,
    copy: '复制',
    copied: '链接已复制',
  },
}
