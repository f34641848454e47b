import { POST_EDUCATIONS } from '../../domain/post/content.ts'
import type { DemoPost } from './post-texts.ts'

const USUAL = '五险一金，带薪年假，每年体检'
const INTERN = { work: 'internship', benefits: '午餐与交通补贴，实习证明' } as const
/** Days that a post is open, by its place in the table: they do not all end together. */
const LASTS = [35, 42, 49, 56, 63, 70, 77, 84]

/**
 * Thirty-six more posts, a line each: the employer's place in `DEMO_EMPLOYERS`, title, category, number wanted, pay, places,
 * education, majors, what is done, what is wished for. One employer that is admitted has none.
 */
const TABLE = `
15 | 驻场施工代表 | 24 | 20 | 6500-9000 | 420100 420114 | junior-college | 0810 | 复核轴线与标高，填写施工日志 | 能住项目部
15 | 工程造价员 | 24 | 6 | 6000-8500 | 420100 | bachelor | 120105 0810 | 计算工程量，编制进度款申请 | 会用一种计价软件
15 | 建筑信息模型工程师 | 24 | 4 | 7500-11000 | 420111 | bachelor | 0810 0828 | 建立结构与管线模型，检查碰撞 | 附一份课程设计的模型
15 | 安全员 | 24 | 10 | 6000-8000 | 420100 | junior-college | 0810 082901 | 每日巡查，登记隐患并复查 | 入职后考取安全员证，费用由单位承担
15 | 项目资料实习生 | 24 | 5 | 2800-3200 | 420114 | junior-college | | 整理报验资料，归档图纸变更 | 细心，字迹清楚
13 | 医疗器械研发工程师 | 13 | 6 | 10000-15000 | 420111 | master | 0826 0807 | 设计监护仪的信号采集电路 | 了解医疗电气安全的通用要求
13 | 嵌入式固件工程师 | 13 | 3 | 10000-16000 | 420111 440300 | bachelor | 0807 0809 | 编写输注泵的控制固件与自检 | 写过单片机程序
13 | 注册专员 | 13 | 2 | 7000-9500 | 420100 | bachelor | 1007 0826 | 准备注册申报资料，跟踪补正 | 下笔准确，能读英文标准
13 | 质量检验员 | 13 | 8 | 5500-7000 | 420115 | junior-college | | 按检验规程抽样并记录 | 有耐心，适应无尘车间
13 | 临床应用培训生 | 13 | 10 | 6500-9000 | 420100 110100 | bachelor | 1010 1011 | 到医院讲解设备的使用 | 愿意出差，每月十天左右
14 | 课程研发助理 | 22 | 4 | 6000-8000 | 420100 | bachelor | 0401 0501 | 编写教案与练习，随堂记录反馈 | 试写一节课的教案
14 | 留学文书编辑 | 22 | 3 | 6500-9500 | 420100 | master | 0502 | 与学生访谈，整理经历 | 英文写作流畅
14 | 教务实习生 | 22 | 6 | 2600-3000 | 420100 | any | | 排课，通知上课时间的变动 | 每周到岗三天
15 | 建筑设计师 | 13 | 5 | 8000-13000 | 420100 310100 | bachelor | 0828 | 方案深化与施工图绘制 | 作品集随简历附上
15 | 给排水设计师 | 13 | 3 | 7500-11000 | 420100 | bachelor | 081003 | 计算管网，绘制系统图 | 学过建筑给排水
15 | 景观设计助理 | 13 | 4 | 6000-8500 | 420100 | bachelor | 0828 1305 | 绘制种植与铺装图，到现场选苗 | 会手绘草图
15 | 结构设计师 | 13 | 4 | 9000-14000 | 420100 330100 | master | 0810 0814 | 建立计算模型，复核构件配筋 | 熟悉混凝土与钢结构
15 | 图文制作实习生 | 25 | 3 | 2600-3000 | 420100 | any | 1305 | 排版文本，装订成册 | 会用排版软件
16 | 水处理工艺工程师 | 13 | 6 | 7000-10000 | 420100 420115 | bachelor | 0825 | 调试生化池，分析出水指标 | 能驻厂两个月
16 | 环境监测员 | 13 | 12 | 5500-7500 | 420100 | junior-college | 0825 0703 | 采集水样与气样，做化验 | 操作规范，记录完整
16 | 环评报告编制 | 13 | 4 | 7000-10000 | 420100 | master | 0825 | 踏勘现场，编写影响评价报告 | 会用地理信息软件
16 | 固废项目助理 | 13 | 2 | 5500-7000 | 420114 | bachelor | 0825 | 登记转移联单，核对台账 | 有驾驶证更便利
17 | 渗透测试工程师 | 13 | 6 | 10000-18000 | 420111 110100 | bachelor | 0809 | 在授权范围内测试系统，写出复现步骤 | 参加过攻防竞赛者请写明名次
17 | 安全软件工程师 | 13 | 8 | 11000-17000 | 420111 | bachelor | 0809 | 开发主机防护的客户端与服务端 | 熟悉一种系统编程语言
17 | 密码应用工程师 | 13 | 3 | 12000-19000 | 420111 | master | 0701 0809 | 把国产密码算法接入产品 | 学过密码学与数论
17 | 安全运营值班员 | 13 | 10 | 6500-9000 | 420100 | junior-college | 0809 | 研判告警，记录并上报 | 适应轮班
17 | 前端软件实习生 | 13 | 4 | 3500-4500 | 420111 | bachelor | 0809 | 为安全平台编写图表页面 | 写过一个完整的网页
19 | 进出口业务员 | 40 | 6 | 5500-9000 | 420100 440300 | bachelor | 0204 0502 | 跟进订单，准备报关单证 | 英语可以写邮件、打电话
19 | 门店管理培训生 | 40 | 15 | 5500-7500 | 420100 | junior-college | | 轮岗收银、陈列与订货 | 喜欢与人打交道
19 | 采购助理 | 40 | 3 | 5500-7000 | 420100 | bachelor | 1206 1202 | 比价，跟踪到货与退换 | 会用电子表格
19 | 视觉陈列实习生 | 25 | 2 | 2600-3000 | 420100 | any | 1305 | 布置橱窗，拍摄商品图 | 有审美，动手快
7 | 仓储自动化工程师 | 13 | 4 | 8000-12000 | 420114 | bachelor | 0802 0806 | 维护分拣线，分析停机记录 | 看得懂电气原理图
8 | 测试软件实习生 | 13 | 6 | 4000-5000 | 420111 | bachelor | 0809 0807 | 为测试机台编写数据解析脚本 | 每周到岗四天
9 | 评估助理 | 22 | 5 | 6500-8500 | 420100 | bachelor | 1202 0203 | 收集交易案例，编写评估说明 | 年报期间能够出差
10 | 种苗研发助理 | 17 | 3 | 6000-8000 | 420115 | master | 0901 0710 | 记录育种试验，管理种质库 | 愿意下田
11 | 充电设施运维 | 13 | 12 | 5500-7500 | 420100 420114 | junior-college | 0806 | 巡检充电桩，处理报修 | 有驾驶证`

const several = (cell: string) => cell.split(' ').filter(Boolean)

function postOf(line: string, place: number): DemoPost {
  const [by, title, category, headcount, pay, regions, education, majors, does, needs] = line
    .split('|')
    .map((cell) => cell.trim()) as [string, ...string[]]
  const [from, to] = pay!.split('-').map(Number)
  return {
    moment: 'first',
    fate: { is: 'published' },
    by: Number(by),
    title: title!,
    category: category!,
    headcount: Number(headcount),
    pay: [from!, to!, 13],
    regions: several(regions!),
    education: POST_EDUCATIONS.find((one) => one === education)!,
    majors: several(majors!),
    does: [does!],
    needs: [needs!],
    benefits: USUAL,
    lastsDays: LASTS[place % LASTS.length]!,
    ...(title!.endsWith('实习生') && INTERN),
  }
}

export const FURTHER_POSTS: readonly DemoPost[] = TABLE.trim().split('\n').map(postOf)
