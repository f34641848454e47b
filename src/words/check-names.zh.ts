import type { CheckStatus } from '../domain/check/life.ts'
import type { CheckRule } from '../domain/check/rules.ts'
import type { ObjectionStatus } from '../domain/objection/life.ts'

/** What rules of checks and the states of checks and objections are called, on pages and in files alike. */
export const zh = {
  rule: {
    'missing-fields': '字段缺失',
    contradictory: '内容矛盾',
    'employer-too-small': '签约人数超过单位规模',
    'shared-phone': '多家单位同一联系电话',
    'shared-address': '多家单位同一地址',
    'burst-of-acts': '同一网络地址集中办理',
    'same-evidence': '证明材料相同',
    'pay-far-off': '薪酬明显偏离',
    'flexible-lacking': '灵活就业材料不全',
    'below-minimum-wage': '低于最低工资标准',
    'dissolved-soon': '鉴证后很快解约',
    'employer-refused': '单位已被停用',
    'employer-deregistered': '单位已注销',
  } satisfies Record<CheckRule, string>,
  check: {
    open: '待核实',
    assigned: '核实中',
    explained: '已说明，待关闭',
    corrected: '已更正，待关闭',
    closed: '已关闭',
  } satisfies Record<CheckStatus, string>,
  objection: {
    raised: '待学校答复',
    upheld: '异议成立',
    dismissed: '未予支持',
    withdrawn: '已撤回',
  } satisfies Record<ObjectionStatus, string>,
}
