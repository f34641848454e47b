/** Where the records that a site in China shows are looked up (工信部 ICP 备案, 公安部 联网备案): the number leads there. */
export const ICP_REGISTER = 'https://beian.miit.gov.cn/'

/** Of a record such as 鄂公网安备 42011102000001 号. */
export const policeRegister = (record: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${record.replace(/\D/g, '')}`
