export const zh = {
  title: '首次登录激活码',
  lead: '为还没有完成首次登录的学生按班生成激活码，打印后裁开，当面发给本人。学生在密码栏输入激活码即可登录。',
  nobody: '名单内的学生都已完成首次登录。',
  noClass: '（未填班级）',
  counts: (waiting: number, withCode: number) => `${waiting} 人未登录，其中 ${withCode} 人已有激活码`,
  make: {
    label: '生成',
    title: (className: string) => `为 ${className} 生成激活码？`,
    text: '激活码 7 天内可使用一次，只在下一页显示这一次，请随即打印。一次最多 200 人。',
    confirm: '生成激活码',
    done: '激活码已生成',
  },
  replace: '也为已有激活码的学生重新生成（原激活码随即失效）',
  allHave: '未登录的学生都已有激活码：如需重新打印，请勾选重新生成',
  sheet: (className: string, count: number) => `${className}：${count} 个激活码`,
  once: '只显示这一次：离开或刷新本页后无法再查看，只能重新生成。',
  print: '打印',
  done: '已打印，返回',
  slip: {
    student: (name: string, number: string) => `${name}　${number}`,
    how: (address: string) =>
      `打开 ${address}，用学号登录，密码栏输入激活码，随即完成信息验证并设置密码；中途退出须重新领取激活码。`,
    until: (until: string) => `${until} 前有效，只能使用一次，请勿转交他人。`,
  },
}
