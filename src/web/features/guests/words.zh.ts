import type { GuestStanding } from '../../../domain/visit/guest.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'

const kind: Record<EventKind, string> = { talk: '宣讲会', fair: '双选会' }
const standing: Record<GuestStanding, string> = { admitted: '已有名额', limited: '候补' }

export const zh = {
  kind,
  standing,
  title: '外校活动',
  tabs: { open: '可以报名', mine: '我的报名' },
  noneOpen: '目前没有对外校学生开放的活动。',
  noneMine: '您还没有报名其他学校的活动。',
  lead: '其他学校的宣讲会和双选会，凡对外校学生开放的都在这里。',
  event: { reason: '取消原因：', when: '时间', where: '地点', description: '介绍' },
  public: '查看主办学校的公开页面',
  places: '外校名额',
  sees: '报名后，主办学校可以看到您的姓名、学号、专业和学校。',
  fullNow: '外校名额已满。现在报名进入候补，有人取消时按报名先后递补，并通知您。',
  ahead: (n: number) =>
    `外校名额已满，您在候补中${n > 0 ? `，前面还有 ${n} 人` : '排在第一位'}。有名额时会通知您，入场码也在那时给出。`,
  signUp: {
    label: '报名',
    title: '报名参加这场外校活动？',
    text: '主办学校可以看到您的姓名、学号、专业和学校。不能参加请提前取消，把名额让给其他同学。',
    done: '已报名',
  },
  wait: {
    label: '候补报名',
    title: '名额已满，报名候补？',
    text: '有人取消时按报名先后递补，并通知您；在那之前没有入场码。主办学校可以看到您的姓名、学号、专业和学校。',
    done: '已进入候补',
  },
  guests: '外校学生',
  empty: '还没有外校学生报名。',
  notOpen: '这场活动目前只面向本校学生。设定名额后，平台内其他学校的学生可以报名。',
  limited: '候补',
  admitted: '已有名额',
  came: '外校到场',
  student: '学生',
  number: '学号',
  school: '学校',
  major: '专业',
  state: '状态',
  signedUpAt: '报名时间',
  cameAt: '到场时间',
  notCame: '未到场',
  set: {
    label: '设定外校名额',
    title: '外校学生名额',
    text: '外校学生按报名先后取得名额，满额后进入候补；名额增加时自动递补并通知。填 0 表示只面向本校。已经给出的名额不能收回。',
    done: '外校名额已保存',
  },
  placesNeeded: (most: number) => `请填写 0 到 ${most} 的整数`,
}
