import type { zh } from './interviews.zh.ts'

export const en: typeof zh = {
  summary: (title, employer) => `Interview: ${title} (${employer})`,
  fileName: (title) => `Interview-${title}`,
}
