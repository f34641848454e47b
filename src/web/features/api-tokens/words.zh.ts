import type { TokenScope, TokenState } from '../../../domain/api-token/token.ts'

export const zh = {
  title: '接口令牌',
  lead: {
    school:
      '学校自己的系统（迎新、教务、数据中台等）凭接口令牌读取数据、送入待确认的名单。令牌只能读取和准备：鉴证、审核、导入等决定仍由教师本人登录办理。',
    employer:
      '单位自己的招聘系统凭接口令牌读取数据、起草招聘信息、送入待发的邀约名单。令牌只能读取和准备：发出邀约、盖章、解约等仍由本人登录签署。',
  },
  care: '令牌等同于钥匙：请只存放在服务器上，不要写进网页、手机应用或代码仓库。制作人不再是管理员（负责人）时，其制作的令牌随即停用。',
  docs: '调用方法见接口文档：',
  make: {
    label: '新建令牌',
    title: '新建接口令牌',
    text: '每个系统一个令牌，便于分辨和单独吊销。令牌只显示一次，请在新建后立即保存。',
    confirm: '新建',
    done: '令牌已新建，请立即保存',
  },
  name: '名称',
  nameHint: '例如：招聘系统。它在记录中显示为“接口 招聘系统”。',
  scopes: '权限',
  scope: {
    'cases.read': '读取邀约、协议和解约（学校另含去向）',
    'students.read': '读取学生名单和学生档案（证件号等仍隐去）',
    'figures.read': '读取就业数据统计',
    'roster.prepare': '送入生源名单（由管理员核对后导入）',
    'recruiting.read': '读取招聘信息、应聘学生和面试安排',
    'posts.prepare': '起草招聘信息（由本人提交审核）',
    'invitations.prepare': '送入邀约名单（由本人签署后发出）',
  } satisfies Record<TokenScope, string>,
  endsOn: '有效期至',
  endsOnHint: '最长一年，到期前请新建令牌替换。',
  revoke: {
    label: '吊销',
    title: '吊销接口令牌',
    text: '立即失效，不能恢复；使用它的系统将不能再访问。',
    done: '令牌已吊销',
  },
  given: (name: string) => `“${name}”的令牌，只显示这一次`,
  givenHint: '系统只保存它的摘要，离开本页后无法再查看。丢失时请吊销后另建。',
  token: '令牌',
  copy: '复制',
  copied: '令牌已复制',
  none: '还没有接口令牌。',
  columns: { name: '名称', scopes: '权限', endsOn: '有效期至', lastUsed: '最近使用', state: '状态' },
  madeBy: (who: string, when: string) => `${who} 于 ${when} 新建`,
  never: '尚未使用',
  state: { open: '有效', over: '已到期', stopped: '已停用' } satisfies Record<TokenState, string>,
  acts: '操作',
}
