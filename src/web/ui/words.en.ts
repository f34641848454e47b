import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  product: 'Qianyue',
  switchLanguage: '中文',
  skip: 'Skip to content',
  loading: 'Loading…',
  retry: 'Try again',
  back: 'Back',
  cancel: 'Cancel',
  save: 'Save',
  search: 'Search',
  all: 'All',
  none: '—',
  yes: 'Yes',
  no: 'No',
  outcomeUnknown:
    'No answer came, so it is not certain whether this was done. The page has read again how things stand: if nothing has changed, send it once more; it is not done twice',
  offline: 'No connection. Check your network and try again; what you typed is still here',
  pager: (total, page, pages) => `${total} ${total === 1 ? 'record' : 'records'}, page ${page} of ${pages}`,
  first: 'First',
  previous: 'Previous',
  next: 'Next',
  last: 'Last',
  timeLeft: (d, h, m) => (d > 0 ? `${d} d ${h} h` : `${h} h ${m} min`),
  optional: ' (optional)',
  choose: 'Choose',
  toChoose: (name) => `Choose “${name}”`,
  needed: (name) => `Fill in “${name}”`,
  wholeNumber: (least, most) => `A whole number from ${least} to ${most}`,
  unsaved: {
    title: 'Leave this page?',
    text: 'What you typed has not been sent, and will be lost.',
    leave: 'Leave',
    stay: 'Stay here',
  },
  actions: 'Actions',
  details: 'Details',
  ageText: (days, hours) => {
    if (days > 0) return `${days} d`
    return hours > 0 ? `${hours} h` : 'under 1 h'
  },
  print: 'Print',
  newTab: '(opens in a new tab)',
  backToForm: 'Back to the terms',
}
