import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  title: 'Deregistration',
  none: 'The school has not noted this employer as deregistered. The register is not asked over the network: note here what you have read.',
  noted: (day) => `Deregistered on ${day}`,
  readFrom: 'Source',
  by: 'Noted by',
  at: 'Noted at',
  toCases: 'See the checks of its registrations',
  note: {
    label: 'Note as deregistered',
    title: 'Note this employer as deregistered?',
    text: 'The checks then open a case for each certified agreement and each registered destination with this employer. The destinations themselves stay as they are.',
    confirm: 'Note',
    done: 'Noted',
  },
  day: 'Deregistered on',
  dayNeeded: 'Say since when',
  readFromHint:
    'For example: National Enterprise Credit Information Publicity System, looked up on 1 June 2026',
  readFromNeeded: 'Say where it is read',
  withdraw: {
    label: 'Withdraw the note',
    title: 'Withdraw the note?',
    text: 'What the checks find no more is marked as corrected.',
    asksFor: 'Why it is withdrawn',
    confirm: 'Withdraw',
    done: 'Withdrawn',
  },
}
