import type { FirstLoginRules, SecondFact } from '../../../domain/first-login.ts'

export const zh = {
  title: '首次登录',
  way: '登录方式',
  by: {
    'id-number': '证件号码',
    'exam-number': '证件号码，并核对考生号',
    'phone-tail': '证件号码，并核对手机号后四位',
    'activation-code': '仅激活码',
  } satisfies Record<FirstLoginRules['firstLoginBy'], string>,
  state: '状态',
  open: '可以登录',
  lacks: {
    'exam-number': '生源库中没有考生号，无法核对：请发激活码',
    'phone-tail': '生源库中没有手机号，无法核对：请发激活码',
  } satisfies Record<SecondFact, string>,
  closed: (since: string) => `因多次输错，已于 ${since} 关闭`,
  code: '激活码',
  codeUntil: (until: string) => `已生成，${until} 前可使用一次`,
  noCode: '未生成',
  hint: '请先核实是学生本人，再重新开通或发激活码。关闭期间，激活码仍可使用。',
  reopen: {
    label: '重新开通',
    title: '重新开通该生的首次登录？',
    text: '输错次数清零，学生可以再用证件号码登录。',
    done: '已重新开通',
  },
  make: {
    label: '生成激活码',
    title: '为该生生成激活码？',
    text: '激活码 7 天内可使用一次，学生在密码栏输入即可登录；之前生成的激活码随即失效。',
    done: '激活码已生成',
  },
  shown: '激活码（只显示这一次）',
  shownHint: (until: string) =>
    `请当面或用可靠的方式交给学生本人，${until} 前有效，使用一次后失效；请提醒学生登录后随即完成信息验证并设置密码。`,
  written: '已记下',
}
