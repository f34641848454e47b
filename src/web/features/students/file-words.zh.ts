import type { EnrolmentAction } from '../../../domain/enrolment/life.ts'
import type { ActWords } from '../cases/act-button.tsx'

/** What staff of the school itself do to a student's row, and what was done to it. */
export const zh = {
  enrolment: {
    delay: {
      label: '标记延毕',
      title: '标记该生延毕？',
      text: '延毕期间该生不能应约或登记去向，有效的邀约暂停应约并通知单位；已生效的协议不受影响，双方可依法定情形解约。恢复在册后可继续签约。',
      done: '已标记延毕',
    },
    complete: {
      label: '标记结业',
      title: '标记该生结业？',
      text: '结业生仍可签约和登记去向；单位不会收到通知。',
      done: '已标记结业',
    },
    withdraw: {
      label: '移出生源库',
      title: '将该生移出生源库？',
      text: '该生不能再签约或登记去向，也不再出现在班级激活码中；全部记录保留，可以随时恢复。去向仍被协议占用时，须先办结。',
      done: '已移出生源库',
    },
    'take-back': {
      label: '恢复在册',
      title: '将该生恢复为在册？',
      text: '该生可以签约和登记去向；仍有效的邀约可以应约，学生和单位都会收到通知。',
      done: '已恢复在册',
    },
  } satisfies Record<EnrolmentAction, ActWords>,
  history: '生源信息变更与查看记录',
  noHistory: '还没有变更或查看的记录。',
  arrow: (from: string, to: string) => `${from || '（空）'} → ${to || '（空）'}`,
  changed: '已变更（记录中不保存内容）',
  purpose: (purpose: string) => `用途：${purpose}`,
  add: {
    link: '新增学生',
    title: '新增学生',
    hint: '与导入名单按同一规则检查；新增后学生即可首次登录。',
    needed: '必填信息',
    more: '其他信息',
    moreHint: '都可以不填，以后可以用文件补录。',
    save: '新增',
    done: '已新增，可以首次登录',
  },
}
