import type { OwnKind, OwnList } from '../../../domain/own-field/field.ts'
import type { OwnChange } from '../../../domain/own-field/list.ts'

/** The page on which a school says which fields of its own it has, and where they are filled in. */
export const zh = {
  title: '自定义字段',
  link: '自定义字段',
  intro:
    '省里或学校另外要求的栏目在这里添加：导入名单时按名称和别名识别，模板和下载中也有；毕业去向的栏目由学生登记时填写，或由教师填写。',
  readOnly: '只有管理员可以修改，您可以查看。',
  lists: { roster: '生源信息', destination: '毕业去向' } satisfies Record<OwnList, string>,
  empty: '还没有自定义字段。',
  count: (n: number, most: number) => `${n} / ${most} 个`,
  never: '尚未修改过',
  last: (by: string, at: string) => `最近修改：${by}，${at}`,
  kinds: { text: '文字', number: '数字', day: '日期', choice: '单选', 'yes-no': '是或否' } satisfies Record<
    OwnKind,
    string
  >,
  atMost: (most: number) => `最多 ${most} 个字`,
  between: (least: number | null, greatest: number | null) =>
    [least === null ? '' : `不小于 ${least}`, greatest === null ? '' : `不大于 ${greatest}`]
      .filter(Boolean)
      .join('，'),
  required: '必填',
  notRequired: '选填',
  seenBy: { school: '仅学校可见', student: '学生可见' },
  filledBy: { student: '学生填写', staff: '教师填写' },
  ofAll: '全部去向类别',
  synonyms: '别名',
  ended: '已停用',
  add: { label: '添加字段', title: '添加自定义字段', confirm: '添加', done: '已添加' },
  change: { label: '修改', title: '修改自定义字段', confirm: '保存', done: '已保存' },
  end: {
    label: '停用',
    title: '停用这个字段？',
    text: '停用后不再导入、填写和下载，已有内容保留，可以随时恢复。',
    done: '已停用',
  },
  resume: {
    label: '恢复使用',
    title: '恢复使用这个字段？',
    text: '恢复后重新出现在模板、导入和表单中。',
    done: '已恢复使用',
  },
  remove: {
    label: '删除',
    title: '删除这个字段？',
    text: '这个字段还没有任何内容，删除后不能恢复。',
    done: '已删除',
  },
  up: (name: string) => `上移“${name}”`,
  down: (name: string) => `下移“${name}”`,
  upShort: '上移',
  downShort: '下移',
  moved: '已调整次序',
  fields: {
    name: '名称',
    nameEn: '英文名称',
    synonyms: '文件中的别名',
    synonymsHint: '多个别名用顿号分开，如：主修外语语种、外语语种',
    kind: '类型',
    most: '最多字数',
    least: '最小值',
    greatest: '最大值',
    choices: '选项',
    choicesHint: '一行一个',
    required: '必填',
    seenBy: '谁能看到',
    filledBy: '谁填写',
    categories: '哪些去向类别需要填写',
    categoriesHint: '不选表示全部类别',
  },
  notANumber: '请填写数字',
  fewChoices: '至少两个选项',
  history: '修改记录',
  noHistory: '还没有修改记录。',
  by: (by: string, at: string, list: string) => `${by}，${at}，${list}`,
  changes: {
    added: '添加',
    changed: '修改',
    ended: '停用',
    resumed: '恢复使用',
    removed: '删除',
    moved: '调整次序',
  } satisfies Record<OwnChange['what'], string>,
  changeOf: (what: string, name: string) => `${what}“${name}”`,
  narrowed: {
    all: (field: string) => `${field}：全部`,
    chosen: (field: string, value: string) => `${field}：${value}`,
    between: '、',
  },
  filled: {
    title: '学校自定义信息',
    none: '未填写',
    act: { label: '填写', title: '填写学校自定义信息', confirm: '保存', done: '已保存' },
  },
}
