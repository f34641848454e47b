import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Dissolutions',
  noticeTitle: 'How dissolving works',
  notice: [
    'Only agreements that the school has certified, online or on paper, can be dissolved here. It takes the employer’s consent and the school’s certification; then you may sign anew or register another destination.',
    'Signed online: the student and the employer may each ask. Once one has asked, the other can only answer.',
    'Signed on paper: only the student asks, of the school, with the employer’s proof uploaded.',
    'While a signing review or a dissolution is under way, neither side can ask again.',
  ],
  ask: 'Ask to dissolve',
  empty: 'None of your agreements has been certified yet, so there is nothing to dissolve.',
}
