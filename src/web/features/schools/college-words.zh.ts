export const zh = {
  title: '院系',
  code: '院系代码',
  name: '院系名称',
  empty: '还没有院系。请先添加院系，再导入生源、新增院系审核账号。',
  add: {
    label: '新增院系',
    title: '新增院系',
    text: '代码与生源库中的院系代码一致，新增后不能修改。',
    done: '院系已新增',
  },
  rename: {
    label: '改名',
    title: '修改院系名称',
    text: '已签署的协议保留签署时的名称。',
    done: '名称已修改',
  },
}
