import type { Channel } from '../../../domain/message/channel.ts'
import type { MessageFault, MessageState } from '../../../domain/message/delivery.ts'

export const zh = {
  channels: { sms: '短信', wechat: '微信' } satisfies Record<Channel, string>,
  states: {
    waiting: '等待发送',
    'handed-over': '已交网关',
    delivered: '已送达',
    failed: '未送达',
  } satisfies Record<MessageState, string>,
  state: (channel: string, state: string) => `${channel}${state}`,
  because: (state: string, fault: string) => `${state}（${fault}）`,
  faults: {
    'no-recipient': '没有找到接收人',
    'number-not-served': '服务商不向这个号码（所在国家或地区）发送',
    'recipient-unreachable': '对方关机、停机或无法接收',
    'recipient-refuses': '对方已拒收',
    'template-refused': '模板未被服务商接受',
    'quota-used-up': '学校的发送额度已用完',
    refused: '网关拒绝了这条消息',
    unreachable: '网关没有回应',
    'not-taken': '网关没有接收',
    'address-refused': '网关地址不能访问',
    'too-late': '送出前已过截止时间',
    'channel-off': '学校停用了这种提醒',
  } satisfies Record<MessageFault, string>,
}
