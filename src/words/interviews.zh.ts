/** What the entry of an interview in a calendar says. */
export const zh = {
  summary: (title: string, employer: string) => `面试：${title}（${employer}）`,
  fileName: (title: string) => `面试-${title}`,
}
