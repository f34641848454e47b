import type { NotificationKind } from '../domain/notification.ts'

/** A sentence a kind, for the inbox and the e-mail; `{{name}}` is filled from the parameters. */
export const zh: Record<NotificationKind, string> = {
  'invitation.sent': '「{{employer}}」邀请您签约：{{position}}，请于 {{day|deadline}} 前答复',
  'invitation.revised': '「{{employer}}」修改了邀约（{{position}}），请重新阅读，{{day|deadline}} 前答复',
  'invitation.withdrawn': '「{{employer}}」撤回了邀约：{{reason}}',
  'invitation.accepted': '{{student}} 已同意签约，协议 {{number}} 已提交学校鉴证',
  'invitation.declined': '{{student}} 拒绝了邀约 {{reason}}',
  'invitation.expired': '对 {{student}} 的邀约已过期，未获答复',
  'invitation.ends-48h': '「{{employer}}」的邀约还有不到 48 小时截止（{{day|deadline}}）',
  'invitation.ends-24h': '「{{employer}}」的邀约还有不到 24 小时截止（{{day|deadline}}）',
  'invitation.ends-2h': '「{{employer}}」的邀约还有不到 2 小时截止（{{day|deadline}}）',
  'invitation.answerable-again':
    '您可以重新签约了：「{{employer}}」的邀约仍然有效，{{day|deadline}} 前可以答复',
  'invitation.on-hold':
    '{{student}} 目前不能签约，您的邀约（{{day|deadline}} 前有效）暂时不能应约；详情请与学校联系',
  'invitation.resumed': '{{student}} 可以签约了，您的邀约仍然有效，{{day|deadline}} 前可以应约',
  'agreement.to-review': '{{student}} 与「{{employer}}」的协议等待审核',
  'agreement.returned': '协议 {{number}}（{{student}} · {{employer}}）被退回修改：{{reason}}',
  'agreement.rejected': '协议 {{number}}（{{student}} · {{employer}}）审核不通过：{{reason}}',
  'agreement.effective': '协议 {{number}}（{{student}} · {{employer}}）已经学校鉴证，正式生效',
  'agreement.document-sealed':
    '协议 {{number}}（{{student}} · {{employer}}）的电子协议书已加盖电子签章，登录后可以下载',
  'agreement.code-made': '{{maker}} 为协议 {{number}} 生成了核验码，有效期至 {{day|day}}，用途：{{purpose}}',
  'agreement.to-seal':
    '协议 {{number}}（{{student}} · {{employer}}）学校已审核通过，待单位在 {{day|deadline}} 前签章，签章后生效',
  'agreement.seal-due': '协议 {{number}}（{{student}}）尚待贵单位签章，请在 {{day|deadline}} 前办理',
  'agreement.seal-overdue':
    '协议 {{number}}（{{student}} · {{employer}}）单位逾期未签章，尚未生效，由学校核实处理',
  'agreement.ended-unsealed':
    '协议 {{number}}（{{student}} · {{employer}}）单位未签章，学校已终止：{{reason}}',
  'agreement.amendment-proposed': '「{{employer}}」提出修改协议 {{number}}，请查看改动并答复',
  'agreement.amendment-accepted': '{{student}} 同意了协议 {{number}} 的修改',
  'agreement.amendment-declined': '{{student}} 不同意协议 {{number}} 的修改，原条款不变',
  'agreement.cancellation-asked': '对方申请撤销协议 {{number}}（{{student}} · {{employer}}）：{{reason}}',
  'agreement.cancelled': '协议 {{number}}（{{student}} · {{employer}}）已撤销',
  'agreement.cancellation-declined': '对方不同意撤销协议 {{number}}，协议继续',
  'agreement.fulfilment-asked':
    '请确认是否已到「{{employer}}」报到并订立劳动合同（协议 {{number}}），请于 {{day|deadline}} 前答复',
  'agreement.fulfilment-due': '是否已到「{{employer}}」报到，还有 {{days}} 天答复期，逾期由学校核实决定',
  'agreement.fulfilment-unanswered':
    '{{student}} 是否已到「{{employer}}」报到，本人逾期未答复，请学校核实决定',
  'agreement.fulfilment-denied': '{{student}} 答复尚未到「{{employer}}」报到：{{reason}}',
  'agreement.fulfilment-undone':
    '协议 {{number}}（{{student}} · {{employer}}）的报到记录已由学校撤回，协议恢复生效：{{reason}}',
  'agreement.fulfilled': '协议 {{number}}（{{student}} · {{employer}}）已记录报到',
  'dissolution.asked': '{{asker}} 申请解除协议 {{number}}：{{reason}}。请于 {{day|deadline}} 前答复',
  'dissolution.asked-by-law': '{{asker}} 依法定情形申请解除协议 {{number}}，由学校审核：{{reason}}',
  'dissolution.answer-due': '协议 {{number}} 的解约申请还有 {{days}} 天答复期，逾期由学校调解',
  'dissolution.in-mediation': '协议 {{number}}（{{student}} · {{employer}}）的解约申请逾期未答复，转学校调解',
  'dissolution.agreed': '对方已同意解除协议 {{number}}，待学校鉴证',
  'dissolution.refused': '对方不同意解除协议 {{number}}：{{reason}}',
  'dissolution.withdrawn': '对方撤回了解除协议 {{number}} 的申请，协议继续有效',
  'dissolution.evidence-accepted': '学校以证明材料代替答复，协议 {{number}} 的解约进入审核：{{reason}}',
  'dissolution.to-review': '{{student}} 与「{{employer}}」的解约等待审核',
  'dissolution.completed': '协议 {{number}}（{{student}} · {{employer}}）已解约，学生可以重新签约或登记去向',
  'dissolution.rejected':
    '协议 {{number}}（{{student}} · {{employer}}）的解约未通过审核，协议继续有效：{{reason}}',
  'dissolution.many': '「{{employer}}」近期向本校 {{count}} 名学生提出解约，请关注',
  'destination.to-review': '{{student}} 的去向（{{category}}）等待审核',
  'destination.registered': '您的去向（{{category}}）已审核通过',
  'destination.returned': '您的去向（{{category}}）被退回更正：{{reason}}',
  'destination.rejected': '您的去向（{{category}}）审核不通过：{{reason}}',
  'destination.void-to-review': '{{student}} 申请作废去向（{{category}}）{{reason}}',
  'destination.voided': '您的去向（{{category}}）已作废，可以重新签约或登记',
  'correction.to-review': '{{student}} 申请更正信息（{{fields}}），等待审核',
  'correction.returned': '您的信息更正（{{fields}}）被退回补充：{{reason}}',
  'correction.rejected': '您的信息更正（{{fields}}）未通过，信息保持不变：{{reason}}',
  'correction.corrected': '您的信息（{{fields}}）已更正，可以继续签约',
  'recommendation.to-review': '{{student}} 申请推荐表，等待审核',
  'recommendation.returned': '您的推荐表申请被退回修改：{{reason}}',
  'recommendation.issued': '学校已出具您的推荐表（{{number}}），正在加盖电子签章',
  'recommendation.document-sealed': '您的推荐表（{{number}}）已加盖电子签章，可以下载',
  'recommendation.revoked': '学校撤销了您的推荐表（{{number}}）：{{reason}}',
  'privacy-request.asked': '{{student}} 提出个人信息申请，须在 {{until|day}} 前答复',
  'privacy-request.done': '学校已答复您的个人信息申请：{{reason}}',
  'privacy-request.refused': '学校没有同意您的个人信息申请：{{reason}}',
  'student.delayed': '学校已将您的学籍状态变更为延毕，暂时不能签约或登记去向：{{reason}}',
  'student.completed': '学校已将您的学籍状态变更为结业，仍可以签约：{{reason}}',
  'student.withdrawn': '学校已将您移出生源库，不能再签约或登记去向；已有的记录都保留：{{reason}}',
  'student.taken-back': '学校已将您恢复为在册，可以签约和登记去向：{{reason}}',
  'student.moved': '学校调整了您的{{fields}}：{{reason}}',
  'student.enrolment-changed': '学校变更了 {{student}}（{{number}}）的学籍状态：{{reason}}',
  'student.first-login-closed':
    '{{student}}（{{number}}）的首次登录因多次输错已关闭：核实本人后，可在学生档案中重新开通或生成激活码',
  'account.first-login-closed': '您的首次登录因多次输错曾被关闭；如不是您本人操作，请告知学校就业部门',
  'account.email-asked':
    '已申请将接收邮箱改为 {{email}}，在新邮箱点击确认后生效；如不是您本人操作，请立即修改密码',
  'account.email-confirmed': '接收邮箱 {{email}} 已确认，消息将同时发到该邮箱',
  'account.email-removed': '接收邮箱已移除，不再发送邮件；如不是您本人操作，请立即修改密码',
  'account.phone-changed': '手机号已改为 {{phone}}；如不是您本人操作，请立即修改密码并联系学校',
  'account.password-changed':
    '您的登录密码已更改，其他设备已退出登录；如不是您本人操作，请立即重设密码并告知学校或平台',
  'account.second-factor-on': '两步验证已开启，其他设备已退出登录；如不是您本人操作，请立即修改密码',
  'account.second-factor-off': '两步验证已关闭，只凭密码就能登录；如不是您本人操作，请立即修改密码并重新开启',
  'account.second-factor-reset':
    '管理员清除了您的两步验证和通行密钥：{{reason}}。如不是您要求的，请立即联系学校',
  'account.passkey-added':
    '已添加通行密钥「{{name}}」，用它可以登录您的账号；如不是您本人操作，请立即删除它并修改密码',
  'account.passkey-removed': '已删除通行密钥「{{name}}」；如不是您本人操作，请立即修改密码',
  'account.pin-set': '签署密码已设置；如不是您本人操作，请立即修改登录密码并重新设置',
  'account.pin-locked':
    '签署密码连续输错五次，已锁定，可用登录密码重新设置；如不是您本人操作，请立即修改登录密码',
  'account.passkey-copied':
    '有人用通行密钥「{{name}}」登录您的账号，但它的使用次数倒退，可能被复制过，已拒绝；请删除它并重新添加',
  'account.recovery-started':
    '学校（{{by}}）正在为您办理重设密码，还须另一位老师批准；如不是您本人申请的，请立即联系学校就业部门',
  'account.recovery-approved':
    '学校（{{by}}）已批准为您重设密码，一次性口令会当面告诉您；如不是您本人申请的，请立即联系学校就业部门',
  'account.administrator-added':
    '平台运营 {{by}} 为本校新增了管理员 {{name}}（登录名 {{login}}）：{{reason}}。如不是学校要求的，请联系平台',
  'destination.void-refused': '作废申请未通过，去向（{{category}}）继续有效：{{reason}}',
  'admission.to-review': '「{{employer}}」申请入驻，等待审核',
  'admission.asked': '{{school}} 对入驻申请有疑问，请答复：{{reason}}',
  'admission.answered': '「{{employer}}」答复了入驻申请的疑问：{{reason}}',
  'admission.approved': '{{school}} 已批准贵单位入驻，可以邀请该校学生签约 {{reason}}',
  'admission.returned': '{{school}} 退回了入驻申请，请补正后再次提交：{{reason}}',
  'admission.rejected': '{{school}} 未通过入驻申请：{{reason}}',
  'admission.suspended': '{{school}} 暂停了贵单位的入驻，已发出的邀约暂不能应约：{{reason}}',
  'admission.readmitted': '{{school}} 恢复了贵单位的入驻：{{reason}}',
  'admission.confirmed': '「{{employer}}」确认单位资料仍然正确，等待核验',
  'admission.verified': '{{school}} 已核验单位资料，有效期六个月',
  'admission.verify-due':
    '在 {{school}} 的入驻资料须于 {{day|deadline}} 前重新核验，请确认或修改；逾期不能发出新邀约',
  'admission.barred': '{{school}} 已将贵单位列入不予入驻名单，可以申诉：{{reason}}',
  'admission.appealed': '「{{employer}}」对列入不予入驻名单提出申诉：{{reason}}',
  'admission.upheld': '{{school}} 答复了申诉，维持原决定：{{reason}}',
  'admission.lifted': '{{school}} 已将贵单位移出不予入驻名单，可以重新申请入驻：{{reason}}',
  'admission.changed': '「{{employer}}」修改了经审核的登记信息，须重新审核',
}
