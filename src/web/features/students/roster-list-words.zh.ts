import type { Enrolment } from '../../../domain/enrolment/life.ts'
import type { RosterSort } from '../../../domain/roster/filter.ts'
import { purposes } from '../../../words/purposes.zh.ts'

export const zh = {
  className: '班级',
  enrolment: '学籍状态',
  enrolments: {
    enrolled: '在册',
    delayed: '延毕',
    completed: '结业',
    withdrawn: '已移出生源库',
  } satisfies Record<Enrolment, string>,
  all: {
    employment: '全部就业状态',
    enrolment: '全部学籍状态',
    major: '全部专业',
    className: '全部班级',
    level: '全部学历',
    year: '全部届别',
    verified: '验证与否',
  },
  of: (year: number) => `${year} 届`,
  more: '更多筛选与排序',
  sort: '排序',
  sorts: { number: '学号', name: '姓名', class: '班级', year: '毕业年度' } satisfies Record<
    RosterSort,
    string
  >,
  orders: { asc: '升序', desc: '降序' },
  byDocument: {
    open: '按证件号查找',
    title: '按证件号查找学生',
    text: '请输入完整的证件号码。号码只用于本次查找，不会出现在网址、浏览记录或系统日志里。',
    number: '证件号码',
    none: '生源库中没有这个证件号的学生（或不在您负责的院系内）。',
    close: '关闭',
  },
  kept: {
    title: '常用筛选',
    save: '保存当前筛选',
    saveTitle: '把当前筛选保存为常用筛选',
    name: '名称',
    missing: '请填写名称',
    done: '已保存',
    forget: (name: string) => `删除常用筛选：${name}`,
    hint: '同名的会被替换。只有您自己看得到。',
  },
  purpose: '用途',
  purposes,
  purposeMissing: '请选择用途',
  inWords: '补充说明（用途为“其他”时必填）',
  download: {
    label: '下载',
    title: (total: number) => `下载这 ${total} 名学生的生源信息？`,
    text: '文件与导入模板格式相同，可以修改后再次导入；其中含完整证件号和手机号，请妥善保管。谁在何时、为何、按什么条件下载了多少人，都会记录，也会记入每名学生的档案，学生本人看得到。',
    confirm: '下载',
    done: '已下载',
    file: '生源库.xlsx',
  },
}
