import type { Ground } from '../domain/post/word-lists.ts'
import type { Found } from '../domain/post/wording.ts'

/** What posts are checked for: its name, why, and the article, in plain words (`domain-more.md` L1 to L13). */
const grounds: Record<Ground, { readonly name: string; readonly why: string }> = {
  fee: {
    name: '向求职者收费或扣押证件',
    why: '招聘不得收取任何费用、押金，也不得扣押证件（《劳动合同法》第九条、《就业服务与就业管理规定》第十四条）',
  },
  'training-loan': {
    name: '招转培、培训贷',
    why: '不得以招聘名义诱导参加收费培训或贷款（《就业服务与就业管理规定》第十四条；人社厅发〔2025〕60 号）',
  },
  sex: {
    name: '性别限制',
    why: '不得限定男性或者规定男性优先，也不得以性别为由提高标准（《妇女权益保障法》第四十三条、《就业促进法》第二十七条）',
  },
  ethnicity: {
    name: '民族、宗教限制',
    why: '各民族、不同宗教信仰的劳动者平等就业（《劳动法》第十二条、《就业促进法》第二十八条）',
  },
  origin: {
    name: '户籍、地域限制',
    why: '不得以户籍、地域、身份设置不合理的限制（《就业促进法》第三条、第三十一条；人社厅发〔2025〕60 号）',
  },
  marriage: {
    name: '婚姻、生育限制',
    why: '不得进一步询问女性求职者的婚育情况、把妊娠测试作为入职体检项目，也不得以婚育状况作为录用条件（《妇女权益保障法》第四十三条）',
  },
  'school-tier': {
    name: '院校层次限制',
    why: '校园招聘严禁限定 985、211 等院校层次（教育部关于高校毕业生就业工作的“三严禁”）',
  },
  'study-mode': {
    name: '毕业院校、学习形式限制',
    why: '党政机关、事业单位、国有企业不得将毕业院校、国（境）外学习经历、学习方式作为限制性条件（《深化新时代教育评价改革总体方案》）；学校举办的招聘活动同样要求',
  },
  age: {
    name: '年龄限制',
    why: '没有岗位需要的年龄限制可能构成就业歧视，请确认是否必要（《就业促进法》第三条禁止歧视，但没有逐一列明年龄）',
  },
  guarantee: {
    name: '保录、高薪诱饵',
    why: '不得以“保录取”“高薪”等虚假承诺招聘（《就业服务与就业管理规定》第十四条；人社厅发〔2025〕60 号）',
  },
  mailbox: {
    name: '公共邮箱',
    why: '以大型单位名义招聘却使用公共邮箱，是常见的冒名招聘特征，请尽量使用单位邮箱',
  },
}

export const zh = {
  grounds,
  found: ({ ground, said, isBlocking }: Found) =>
    `“${said}”${isBlocking ? '不能使用' : '请再核对'}。${grounds[ground].name}：${grounds[ground].why}`,
}
